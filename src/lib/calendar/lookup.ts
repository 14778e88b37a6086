/**
 * Reading the tables of a compiled calendar, also before their first and after their last row: there the
 * plain week at that end repeats. Called millions of times: no allocation, and no search but a few
 * steps from the hint of the day.
 */
import type { CompiledCalendar } from './compiled-calendar';
import { DAY, WEEK } from './units';

/** Indexes in range are the callers' duty; one cast here instead of a check in each place. */
export function float(values: Float64Array, i: number): number {
  return values[i] as number;
}

function int(values: Int32Array, i: number): number {
  return values[i] as number;
}

/** Whole weeks to add to an instant so that it falls into the tables. */
function weeksToTable(c: CompiledCalendar, t: number): number {
  if (t < c.tableFrom) return Math.ceil((c.tableFrom - t) / WEEK);
  if (t >= c.tableTo) return -(Math.floor((t - c.tableTo) / WEEK) + 1);
  return 0;
}

/** Index of the first interval that ends after `t`; below 0 or past the last row beyond the tables. */
export function intervalAt(c: CompiledCalendar, t: number): number {
  if (t < c.tableFrom || t >= c.tableTo) {
    const weeks = weeksToTable(c, t);
    return intervalAt(c, t + weeks * WEEK) - weeks * c.weekIntervals;
  }
  const { ends } = c;
  let i = int(c.dayIndex, Math.floor(t / DAY) - c.firstDay);
  while (i < ends.length && float(ends, i) <= t) i++;
  return i;
}

/** When the first interval begins that ends after `t`: at or before `t` when it is open. */
export function nextStart(c: CompiledCalendar, t: number): number {
  if (t >= c.tableFrom && t < c.tableTo) {
    const { ends } = c;
    let i = int(c.dayIndex, Math.floor(t / DAY) - c.firstDay);
    while (i < ends.length && float(ends, i) <= t) i++;
    if (i < ends.length) return float(c.starts, i);
  }
  return startOf(c, intervalAt(c, t));
}

/** Weeks to add to a row number so that it is a row of a table of `length`, with `perWeek` a week. */
function weeksToRow(i: number, length: number, perWeek: number): number {
  if (i < 0) return Math.ceil(-i / perWeek);
  if (i >= length) return -(Math.floor((i - length) / perWeek) + 1);
  return 0;
}

export function startOf(c: CompiledCalendar, i: number): number {
  if (i >= 0 && i < c.starts.length) return float(c.starts, i);
  const weeks = weeksToRow(i, c.starts.length, c.weekIntervals);
  return float(c.starts, i + weeks * c.weekIntervals) - weeks * WEEK;
}

/** How long interval `i` is. */
export function lengthOf(c: CompiledCalendar, i: number): number {
  const { starts, ends } = c;
  const row = i + weeksToRow(i, starts.length, c.weekIntervals) * c.weekIntervals;
  return float(ends, row) - float(starts, row);
}

/** Open milliseconds before interval `i`, counted from the beginning of the tables. */
export function openBefore(c: CompiledCalendar, i: number): number {
  if (i >= 0 && i < c.before.length) return float(c.before, i);
  const weeks = weeksToRow(i, c.before.length, c.weekIntervals);
  return float(c.before, i + weeks * c.weekIntervals) - weeks * c.weekOpen;
}

/** How many working dates lie before a local date, counted from the first of the tables. */
export function rankOf(c: CompiledCalendar, date: number): number {
  const row = date - c.firstDate;
  if (row >= 0 && row < c.dateRank.length) return int(c.dateRank, row);
  const weeks = weeksToRow(row, c.dateRank.length, 7);
  return int(c.dateRank, row + weeks * 7) - weeks * c.weekDates;
}

/** The working date of a rank. */
export function workDateAt(c: CompiledCalendar, rank: number): number {
  if (rank >= 0 && rank < c.workDates.length) return int(c.workDates, rank);
  const weeks = weeksToRow(rank, c.workDates.length, c.weekDates);
  return int(c.workDates, rank + weeks * c.weekDates) - weeks * 7;
}

/** UTC offset in milliseconds at an instant. */
export function offsetAt(c: CompiledCalendar, t: number): number {
  const { offsetFrom } = c;
  if (offsetFrom.length === 1) return float(c.offsets, 0);
  let i = offsetHint(c, Math.floor(t / DAY) - c.firstDay);
  while (i + 1 < offsetFrom.length && float(offsetFrom, i + 1) <= t) i++;
  return float(c.offsets, i);
}

/** The instant of a local date-time (milliseconds as if UTC): in a gap the later, in an overlap the earlier. */
export function resolve(c: CompiledCalendar, local: number): number {
  const { offsetFrom, offsets } = c;
  if (offsetFrom.length === 1) return local - float(offsets, 0);
  // No offset is as large as a day, so the day before is early enough.
  let i = offsetHint(c, Math.floor(local / DAY) - 1 - c.firstDay);
  while (i + 1 < offsetFrom.length) {
    const change = float(offsetFrom, i + 1);
    if (local < change + Math.max(float(offsets, i), float(offsets, i + 1))) break;
    i++;
  }
  return local - float(offsets, i);
}

function offsetHint(c: CompiledCalendar, day: number): number {
  if (day < 0) return 0;
  if (day >= c.dayOffset.length) return c.offsets.length - 1;
  return int(c.dayOffset, day);
}
