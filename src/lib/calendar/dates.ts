import { assert } from '$lib/util';
import { parseDate, parseTime, weekdayOf } from './civil';
import type { CompiledCalendar } from './compiled-calendar';
import { offsetAt, resolve } from './lookup';
import { roll } from './open-time';
import { DAY, MINUTE } from './units';

/** The instant of a local `YYYY-MM-DD` (its beginning) or `YYYY-MM-DDTHH:MM`; null for any other text (CAL-22). */
export function readLocal(c: CompiledCalendar, text: string): number | null {
  const [dateText = '', timeText = '00:00', rest] = text.split('T');
  const date = parseDate(dateText);
  const time = parseTime(timeText);
  if (date === null || time === null || time === DAY || rest !== undefined) return null;
  return resolve(c, date * DAY + time);
}

/** The beginning of the local date after that of `t` (CAL-23). */
export function nextDate(c: CompiledCalendar, t: number): number {
  return resolve(c, (Math.floor((t + offsetAt(c, t)) / DAY) + 1) * DAY);
}

/**
 * The first instant at or after `t` at which it is `minute` of the day on one of the weekdays, rolled
 * (CAL-24). Bit i of `days` is weekday i, Monday first; at least one is set.
 */
export function nextWeekday(c: CompiledCalendar, t: number, days: number, minute: number): number {
  assert((days & 0x7f) !== 0, 'a weekday to wait for');
  for (let date = Math.floor((t + offsetAt(c, t)) / DAY); ; date++) {
    if ((days & (1 << weekdayOf(date))) === 0) continue;
    const instant = resolve(c, date * DAY + minute * MINUTE);
    if (instant >= t) return roll(c, instant);
  }
}

/** Turns between two calendars before they are taken to have no common hour: weeks of daily hours. */
const TURNS = 400;

/** The first instant at or after `t` at which both calendars are open; null when they seem to have none (CAL-25). */
export function rollBoth(a: CompiledCalendar, b: CompiledCalendar, t: number): number | null {
  let at = t;
  for (let turn = 0; turn < TURNS; turn++) {
    const open = roll(a, at);
    at = roll(b, open);
    if (at === open) return at;
  }
  return null;
}
