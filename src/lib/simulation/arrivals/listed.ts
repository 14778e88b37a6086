import { instantOf, localDateTime, type CompiledCalendar } from '$lib/calendar';
import { isLocalDateTime } from '$lib/domain';
import type { ScenarioFault } from '../statistics/result';

/** Where a list stands in the scenario. */
interface Place {
  readonly path: string;
  /** Of one of its entries. */
  readonly pathOf: (place: number) => string;
}

/** The instants of a list, or the first that cannot be. */
export function byList(
  { calendar, start }: { readonly calendar: CompiledCalendar; readonly start: number },
  at: readonly string[],
  { path, pathOf }: Place
): Float64Array | ScenarioFault {
  if (at.length === 0) return { path, message: 'must list at least one arrival' };
  const wrong = at.findIndex((local) => !isLocalDateTime(local));
  if (wrong >= 0)
    return { path: pathOf(wrong), message: 'must be a date and time, like 2026-01-05T09:00' };
  const times = Float64Array.from(at, (local) => instantOf(calendar, local));
  const early = times.findIndex((time) => time < start);
  if (early < 0) return times;
  const { date, time } = localDateTime(calendar, start);
  return { path: pathOf(early), message: `must not be before the start, ${date}T${time}` };
}
