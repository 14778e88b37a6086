import { addBusinessTime, roll, type CompiledCalendar } from '$lib/calendar';

/** The instant at which so many milliseconds have been open since `from`, at a time that is open itself. */
export function inOpenTime(calendar: CompiledCalendar, from: number, open: number): number {
  return roll(calendar, addBusinessTime(calendar, from, Math.floor(open)));
}
