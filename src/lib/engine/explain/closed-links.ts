import type { CompiledCalendar } from '$lib/calendar';
import { listOf } from './phrases';
import type { Link, RunContext } from './run-context';
import { daysOff, sayDay } from './times';

/** `Monday is a day off`, `Thursday and Friday are days off`: of whose days one may say that; or nothing. */
export function dayOffLinks(
  context: RunContext,
  calendar: CompiledCalendar,
  from: number,
  to: number,
  whose: string | null = null
): readonly Link[] {
  const off = daysOff(calendar, from, to);
  const [first] = off;
  if (first === undefined) return [];
  const days = listOf(off.map((at) => sayDay(calendar, at, context.now)));
  const owner = whose === null ? '' : `${whose}'s `;
  const clause =
    off.length === 1
      ? `${days} is ${whose === null ? 'a day off' : `${owner}day off`}`
      : `${days} are ${owner}days off`;
  return [{ type: 'dayOff', at: first, clause }];
}
