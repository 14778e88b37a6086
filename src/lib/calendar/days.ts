import { assert } from '$lib/util';
import type { CompiledCalendar } from './compiled-calendar';
import { offsetAt, rankOf, resolve, workDateAt } from './lookup';
import { roll } from './open-time';
import { DAY } from './units';

/**
 * The instant `n` (≥ 0) working dates after the one on which `t`, rolled, falls, at the same time of day,
 * rolled (CAL-6). A working date is one with open hours.
 */
export function addBusinessDays(c: CompiledCalendar, t: number, n: number): number {
  assert(n >= 0, 'business days are not negative');
  const first = roll(c, t);
  if (n === 0) return first;
  const local = first + offsetAt(c, first);
  const date = Math.floor(local / DAY);
  const target = workDateAt(c, rankOf(c, date) + n);
  return roll(c, resolve(c, local + (target - date) * DAY));
}

/** The instant `n` (≥ 0) calendar days after `t` at the same time of day, rolled (CAL-7). */
export function addCalendarDays(c: CompiledCalendar, t: number, n: number): number {
  assert(n >= 0, 'calendar days are not negative');
  if (n === 0) return roll(c, t);
  return roll(c, resolve(c, t + offsetAt(c, t) + n * DAY));
}

/** The largest `n` with `addBusinessDays(a, n) <= b`, 0 when there is none; negative when `b` is before `a` (CAL-10). */
export function businessDaysBetween(c: CompiledCalendar, a: number, b: number): number {
  if (b < a) {
    const back = businessDaysBetween(c, b, a);
    return back === 0 ? 0 : -back;
  }
  let days = rankOf(c, localDate(c, b) + 1) - 1 - rankOf(c, localDate(c, roll(c, a)));
  while (days > 0 && addBusinessDays(c, a, days) > b) days--;
  return Math.max(days, 0);
}

function localDate(c: CompiledCalendar, t: number): number {
  return Math.floor((t + offsetAt(c, t)) / DAY);
}
