/** Kernels that look at where the leads of a list stand and count it. */
import { columns } from './block';
import { numbers } from './numbers';
import type { CalendarTable } from './calendar-table';
import type { Gathered } from '../statistics/time-tally';
import type { DayCounts } from './scratch';

function kernels() {
  const row = numbers;
  const { list, time, arrived, openBefore, touched, due } = columns;

  /** One visit more of each lead; fills `turns`. Returns how many came for the first time. */
  function countVisits(n: number, visits: Uint16Array, turns: Uint16Array): number {
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
  function allWithin(n: number, limit: number, visits: Uint16Array | null, most: number): boolean {
    let latest = 0;
    for (let j = 0; j < n; j++) latest = Math.max(latest, time[list[j] as number] as number);
    if (latest >= limit) return false;
    if (visits)
      for (let j = 0; j < n; j++) if ((visits[list[j] as number] as number) >= most) return false;
    return true;
  }

  /** Notes the time from arrival to now of leads that were never touched; `all`: of every lead. */
  function noteFirst(n: number, all: boolean, lengths: Gathered): void {
    const { values } = lengths;
    let { count, sum, min, max } = lengths;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      if (!all && touched[i] === 1) continue;
      touched[i] = 1;
      const length = (time[i] as number) - (arrived[i] as number);
      values[count++] = length;
      sum += length;
      if (length < min) min = length;
      if (length > max) max = length;
    }
    lengths.count = count;
    lengths.sum = sum;
    lengths.min = min;
    lengths.max = max;
  }

  /** Notes how long the calendar was open until the leads arrived. */
  function noteArrivals(n: number, { base, perSlot, found }: CalendarTable): void {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    const before = found.before.at | 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = arrived[i] as number;
      const slot = ((t - base) * perSlot) | 0;
      const from = row[(opens + slot) | 0] as number;
      openBefore[i] =
        (row[(before + slot) | 0] as number) +
        Math.min(Math.max(t, from), row[(closes + slot) | 0] as number) -
        from;
    }
  }

  /**
   * The leads have come to their ends: from arrival to now in clock time and in open time, and the day;
   * how long it was open until they arrived is noted before. Returns the latest end.
   */
  function noteEnds(
    n: number,
    { base, perSlot, found }: CalendarTable,
    elapsed: Gathered,
    cycle: Gathered,
    days: DayCounts
  ): number {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    const before = found.before.at | 0;
    const { values, count } = elapsed;
    let { sum, min, max } = elapsed;
    const { values: openTimes } = cycle;
    let { sum: openSum, min: openMin, max: openMax } = cycle;
    let latest = 0;
    const { counts, base: midnight, perDay } = days;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      const length = t - (arrived[i] as number);
      values[count + j] = length;
      sum += length;
      if (length < min) min = length;
      if (length > max) max = length;
      if (t > latest) latest = t;
      const day = ((t - midnight) * perDay) | 0;
      counts[day] = (counts[day] as number) + 1;
      const slot = ((t - base) * perSlot) | 0;
      const from = row[(opens + slot) | 0] as number;
      const to = row[(closes + slot) | 0] as number;
      const within = (Math.abs(t - from) - Math.abs(t - to) + to - from) / 2;
      const open = (row[(before + slot) | 0] as number) + within - (openBefore[i] as number);
      openTimes[count + j] = open;
      openSum += open;
      if (open < openMin) openMin = open;
      if (open > openMax) openMax = open;
    }
    elapsed.count = cycle.count = count + n;
    elapsed.sum = sum;
    elapsed.min = min;
    elapsed.max = max;
    cycle.sum = openSum;
    cycle.min = openMin;
    cycle.max = openMax;
    return latest;
  }

  /** Copies where the leads stand into another column. */
  function copyTime(n: number, from: Float64Array, to: Float64Array): void {
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      to[i] = from[i] as number;
    }
  }

  /** Spans from `from` to `to` of the leads whose span crosses midnight; returns the last day of one, or `last`. */
  function countSpans(
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
  function countLate(n: number): number {
    let late = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      late += (time[i] as number) > (due[i] as number) ? 1 : 0;
    }
    return late;
  }

  return {
    countVisits,
    allWithin,
    noteFirst,
    noteArrivals,
    noteEnds,
    copyTime,
    countSpans,
    countLate
  };
}

export const {
  countVisits,
  allWithin,
  noteFirst,
  noteArrivals,
  noteEnds,
  copyTime,
  countSpans,
  countLate
} = kernels();
