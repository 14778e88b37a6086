import { instantOf, type CompiledCalendar } from '$lib/calendar';
import { isLocalDateTime } from '$lib/domain';
import type { ScenarioFault } from '../statistics/result';

/** The instants of a list, or the first that is none. */
export function byList(
  calendar: CompiledCalendar,
  at: readonly string[]
): Float64Array | ScenarioFault {
  if (at.length === 0) return { path: 'arrivals', message: 'must list at least one arrival' };
  const wrong = at.findIndex((local) => !isLocalDateTime(local));
  if (wrong >= 0)
    return {
      path: `arrivals.at[${wrong}]`,
      message: 'must be a date and time, like 2026-01-05T09:00'
    };
  return Float64Array.from(at, (local) => instantOf(calendar, local));
}
