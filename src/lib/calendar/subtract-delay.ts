import { unreachable } from '$lib/util';
import type { CalendarDelay } from './add-delay';
import type { CompiledCalendar } from './compiled-calendar';
import { offsetAt, rankOf, resolve, workDateAt } from './lookup';
import { addBusinessTime, openBetween, roll } from './open-time';
import { DAY, HOUR, MINUTE, WEEK } from './units';

/** The instant a delay before `t`, the other way round than `addDelay` (CAL-21). */
export function subtractDelay(c: CompiledCalendar, t: number, delay: CalendarDelay): number {
  const { amount } = delay;
  switch (delay.unit) {
    case 'minutes':
      return t - amount * MINUTE;
    case 'hours':
      return t - amount * HOUR;
    case 'days':
      return daysBefore(c, t, amount);
    case 'weeks':
      return daysBefore(c, t, amount * 7);
    case 'businessMinutes':
      return openTimeBefore(c, t, amount * MINUTE);
    case 'businessHours':
      return openTimeBefore(c, t, amount * HOUR);
    case 'businessDays':
      return workDatesBefore(c, t, amount);
    default:
      return unreachable(delay.unit);
  }
}

function daysBefore(c: CompiledCalendar, t: number, n: number): number {
  return n === 0 ? roll(c, t) : roll(c, resolve(c, t + offsetAt(c, t) - n * DAY));
}

function workDatesBefore(c: CompiledCalendar, t: number, n: number): number {
  if (n === 0) return roll(c, t);
  const local = t + offsetAt(c, t);
  const date = Math.floor(local / DAY);
  const target = workDateAt(c, rankOf(c, date) - n);
  return roll(c, resolve(c, local + (target - date) * DAY));
}

function openTimeBefore(c: CompiledCalendar, t: number, ms: number): number {
  if (ms === 0) return t;
  let from = t - WEEK;
  while (openBetween(c, from, t) < ms) from -= t - from;
  return addBusinessTime(c, from, openBetween(c, from, t) - ms);
}
