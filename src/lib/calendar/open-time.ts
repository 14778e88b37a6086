import { assert } from '$lib/util';
import type { CompiledCalendar } from './compiled-calendar';
import { float, intervalAt, lengthOf, nextStart, openBefore, startOf } from './lookup';
import { WEEK } from './units';

/** Whether the calendar is open at an instant (CAL-4). */
export function isOpen(c: CompiledCalendar, t: number): boolean {
  return nextStart(c, t) <= t;
}

/** `t` itself when the calendar is open, else the instant at which it next opens (CAL-5). */
export function roll(c: CompiledCalendar, t: number): number {
  const start = nextStart(c, t);
  return start <= t ? t : start;
}

/** When the calendar closes that is open at `t`, or opens next after it (CAL-27). */
export function closing(c: CompiledCalendar, t: number): number {
  const i = intervalAt(c, t);
  return startOf(c, i) + lengthOf(c, i);
}

/** Open milliseconds from `a` to `b`; negative when `b` is earlier (CAL-9). */
export function openBetween(c: CompiledCalendar, a: number, b: number): number {
  return openUntil(c, b) - openUntil(c, a);
}

/** The first instant by which `ms` (≥ 0) of open time have passed since `t` (CAL-8). It may be a closing time. */
export function addBusinessTime(c: CompiledCalendar, t: number, ms: number): number {
  assert(ms >= 0, 'business time is not negative');
  if (ms === 0) return t;
  const i = intervalAt(c, t);
  const start = startOf(c, i);
  const from = start <= t ? t : start;
  // Within one interval nothing has to be looked up.
  if (i >= 0 && i < c.ends.length && from + ms <= float(c.ends, i)) return from + ms;
  const wanted = openBefore(c, i) + (start <= t ? t - start : 0) + ms;

  const last = c.starts.length - 1;
  const whole = float(c.before, last) + float(c.ends, last) - float(c.starts, last);
  const weeks = weeksToOpen(wanted, whole, c.weekOpen);
  const inTable = wanted + weeks * c.weekOpen;
  const row = rowReaching(c.before, inTable, weeks === 0 ? Math.max(i, 0) : 0);
  return float(c.starts, row) + inTable - float(c.before, row) - weeks * WEEK;
}

/** Open milliseconds from the beginning of the tables to `t`. */
function openUntil(c: CompiledCalendar, t: number): number {
  const i = intervalAt(c, t);
  const start = startOf(c, i);
  return openBefore(c, i) + (start < t ? t - start : 0);
}

/** Weeks to add to an amount of open time so that it is above 0 and at most `whole`. */
function weeksToOpen(wanted: number, whole: number, perWeek: number): number {
  if (wanted <= 0) return Math.floor(-wanted / perWeek) + 1;
  if (wanted > whole) return -Math.ceil((wanted - whole) / perWeek);
  return 0;
}

/** The last row at or after `low` that has less than `wanted` before it: strides double, then halve. */
function rowReaching(before: Float64Array, wanted: number, low: number): number {
  let stride = 1;
  while (low + stride < before.length && float(before, low + stride) < wanted) {
    low += stride;
    stride *= 2;
  }
  while (stride > 1) {
    stride = Math.floor(stride / 2);
    if (low + stride < before.length && float(before, low + stride) < wanted) low += stride;
  }
  return low;
}
