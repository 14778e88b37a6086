/** What is noted of the leads of the list in work, by the kernels of milestones.ts. */
import type { Gathered } from '../statistics/time-tally';
import { columns } from './block';
import type { CalendarTable } from './calendar-table';
import {
  endsOf,
  latestOf,
  lengthsOf,
  lengthsOfUntouched,
  mostOf,
  openLengthsOf,
  openUntilArrival,
  spansOf
} from './milestones';
import type { DayCounts } from './scratch';
import { SAID, said, tellDays, tellTable } from './told';

/** Whether every lead is early enough, and has not come here too often. */
export function allWithin(
  n: number,
  limit: number,
  visits: Uint16Array | null,
  most: number
): boolean {
  return latestOf(n) < limit && (!visits || mostOf(n, visits) < most);
}

/** Notes the time from arrival to now of leads that were never touched; `all`: of every lead. */
export function noteFirst(n: number, all: boolean, into: Gathered): void {
  if (all) lengthsOf(n);
  else lengthsOfUntouched(n);
  gather(into, columns.lengths, said[SAID.count] as number);
}

/** Notes how long the calendar was open until the leads arrived. */
export function noteArrivals(n: number, table: CalendarTable): void {
  tellTable(table);
  openUntilArrival(n);
}

/**
 * The leads have come to their ends: from arrival to now in clock time and in open time, and the day;
 * how long it was open until they arrived is noted before. Returns the latest end.
 */
export function noteEnds(
  n: number,
  table: CalendarTable,
  elapsed: Gathered,
  cycle: Gathered,
  days: DayCounts
): number {
  tellDays(days);
  tellTable(table);
  const latest = endsOf(n, days.counts);
  openLengthsOf(n);
  const { lengths, openLengths } = columns;
  gather(elapsed, lengths, n);
  gather(cycle, openLengths, n, SAID.openSum, SAID.openLeast, SAID.openMost);
  return latest;
}

/** The same of the time from arrival to now alone. */
export function noteElapsed(n: number, elapsed: Gathered): void {
  lengthsOf(n);
  gather(elapsed, columns.lengths, n);
}

/** Spans from `from` to `to` of the leads whose span crosses midnight; returns the last day of one, or `last`. */
export function countSpans(
  n: number,
  from: Float64Array,
  to: Float64Array,
  days: DayCounts,
  last: number
): number {
  tellDays(days);
  return spansOf(n, from, to, days.counts, last);
}

/** Adds lengths whose figures were said in these rows. */
function gather(
  into: Gathered,
  values: Float64Array,
  count: number,
  sum: number = SAID.sum,
  least: number = SAID.least,
  most: number = SAID.most
): void {
  into.values.set(values.subarray(0, count), into.count);
  into.count += count;
  into.sum += said[sum] as number;
  into.min = Math.min(into.min, said[least] as number);
  into.max = Math.max(into.max, said[most] as number);
}
