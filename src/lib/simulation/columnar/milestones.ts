/** Kernels that look at where the leads of a list stand and count it. */
import type { Block } from './block';
import type { CalendarTable } from './calendar-table';
import type { DayCounts, Lengths } from './scratch';

/** One visit more of each lead; fills `turns`. Returns how many came for the first time. */
export function countVisits(
  list: Uint16Array,
  n: number,
  visits: Uint16Array,
  turns: Uint16Array
): number {
  let first = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const visit = (visits[i] as number) + 1;
    visits[i] = visit;
    turns[j] = visit;
    first += visit === 1 ? 1 : 0;
  }
  return first;
}

/** Whether every lead is early enough, and has not come here too often. */
export function allWithin(
  list: Uint16Array,
  n: number,
  { time }: Block,
  limit: number,
  visits: Uint16Array | null,
  most: number
): boolean {
  let latest = 0;
  for (let j = 0; j < n; j++) latest = Math.max(latest, time[list[j] as number] as number);
  if (latest >= limit) return false;
  if (visits)
    for (let j = 0; j < n; j++) if ((visits[list[j] as number] as number) >= most) return false;
  return true;
}

/** Notes the time from arrival to now of leads that were never touched; `all`: of every lead. */
export function noteFirst(
  list: Uint16Array,
  n: number,
  { time, arrived, touched }: Block,
  all: boolean,
  lengths: Lengths
): void {
  const { values } = lengths;
  let { count } = lengths;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    if (!all && touched[i] === 1) continue;
    touched[i] = 1;
    values[count++] = (time[i] as number) - (arrived[i] as number);
  }
  lengths.count = count;
}

/**
 * The leads have come to their ends: from arrival to now in clock time and in open time, and the day.
 * Returns the latest end.
 */
export function noteEnds(
  list: Uint16Array,
  n: number,
  { time, arrived }: Block,
  { base, perSlot, opens, closes, before }: CalendarTable,
  elapsed: Lengths,
  cycle: Lengths,
  days: DayCounts
): number {
  const { values, count } = elapsed;
  let latest = 0;
  const { counts, base: midnight, perDay } = days;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    const from = arrived[i] as number;
    values[count + j] = t - from;
    latest = Math.max(latest, t);
    const day = ((t - midnight) * perDay) | 0;
    counts[day] = (counts[day] as number) + 1;
    const first = ((from - base) * perSlot) | 0;
    const last = ((t - base) * perSlot) | 0;
    const a = opens[first] as number;
    const b = opens[last] as number;
    cycle.values[count + j] =
      (before[last] as number) -
      (before[first] as number) +
      (Math.min(Math.max(t, b), closes[last] as number) - b) -
      (Math.min(Math.max(from, a), closes[first] as number) - a);
  }
  elapsed.count = cycle.count = count + n;
  return latest;
}

/** Copies where the leads stand into another column. */
export function copyTime(list: Uint16Array, n: number, from: Float64Array, to: Float64Array): void {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    to[i] = from[i] as number;
  }
}

/** Spans from `from` to `to` of the leads whose span crosses midnight; returns the last day of one, or `last`. */
export function countSpans(
  list: Uint16Array,
  n: number,
  from: Float64Array,
  to: Float64Array,
  { base, perDay, counts }: DayCounts,
  last: number
): number {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const first = (((from[i] as number) - base) * perDay) | 0;
    const end = (((to[i] as number) - base) * perDay) | 0;
    if (first >= end) continue;
    counts[first] = (counts[first] as number) + 1;
    counts[end] = (counts[end] as number) - 1;
    if (end > last) last = end;
  }
  return last;
}

/** How many are later than what they were due. */
export function countLate(list: Uint16Array, n: number, { time, due }: Block): number {
  let late = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    late += (time[i] as number) > (due[i] as number) ? 1 : 0;
  }
  return late;
}
