import { type Result, fail, ok } from '$lib/util';
import { parseDate } from './civil';
import type { CompiledCalendar } from './compiled-calendar';
import { resolve } from './lookup';
import { openBetween } from './open-time';
import { DAY, WEEK } from './units';

/** Local dates `YYYY-MM-DD`, both included. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

interface Closed {
  readonly from: number;
  readonly to: number;
  readonly fromDate: number;
  readonly toDate: number;
}

/**
 * The calendar closed on further dates within its horizon (CAL-26), or in plain words why there is none:
 * no dates, dates that end before they begin, nothing left open.
 */
export function closeDates(
  calendar: CompiledCalendar,
  spans: readonly DateSpan[]
): Result<CompiledCalendar, string> {
  const closed: Closed[] = [];
  for (const { from, to } of spans) {
    const fromDate = parseDate(from);
    const toDate = parseDate(to);
    if (fromDate === null) return fail(`“${from}” is not a date.`);
    if (toDate === null) return fail(`“${to}” is not a date.`);
    if (toDate < fromDate) return fail(`What is from ${from} to ${to} ends before it begins.`);
    closed.push({
      fromDate,
      toDate,
      from: resolve(calendar, fromDate * DAY),
      to: resolve(calendar, (toDate + 1) * DAY)
    });
  }
  if (closed.length === 0) return ok(calendar);
  const made = without(calendar, closed);
  const [from, to] = [calendar.tableFrom + WEEK, calendar.tableTo - WEEK];
  if (openBetween(made, from, to) === 0) return fail('The calendar is never open then.');
  return ok(made);
}

function without(c: CompiledCalendar, closed: readonly Closed[]): CompiledCalendar {
  const starts: number[] = [];
  const ends: number[] = [];
  // The plain weeks at either end repeat for ever: they stay as they are.
  const head = c.weekIntervals;
  const tail = c.starts.length - c.weekIntervals;
  c.starts.forEach((start, i) => {
    const whole: [number, number][] = [[start, c.ends[i] ?? start]];
    const parts = i < head || i >= tail ? whole : closed.reduce(cut, whole);
    for (const [from, to] of parts) {
      starts.push(from);
      ends.push(to);
    }
  });
  const isClosed = (date: number): boolean =>
    closed.some(({ fromDate, toDate }) => date >= fromDate && date <= toDate);
  const firstPlain = c.workDates.length - c.weekDates;
  const workDates = c.workDates.filter(
    (date, i) => i < c.weekDates || i >= firstPlain || !isClosed(date)
  );
  return { ...c, ...tablesOf(c, starts, ends), workDates, dateRank: ranksOf(c, workDates) };
}

function cut(parts: readonly [number, number][], { from, to }: Closed): [number, number][] {
  return parts.flatMap(([start, end]): [number, number][] => {
    if (to <= start || from >= end) return [[start, end]];
    const left: [number, number][] = start < from ? [[start, from]] : [];
    return to < end ? [...left, [to, end]] : left;
  });
}

function tablesOf(
  c: CompiledCalendar,
  starts: readonly number[],
  ends: readonly number[]
): Pick<CompiledCalendar, 'starts' | 'ends' | 'before' | 'dayIndex'> {
  let sum = 0;
  const before = starts.map((start, i) => {
    const open = sum;
    sum += (ends[i] ?? start) - start;
    return open;
  });
  let next = 0;
  const dayIndex = c.dayIndex.map((_, day) => {
    while (next < ends.length && (ends[next] ?? 0) <= (c.firstDay + day) * DAY) next++;
    return next;
  });
  return {
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    before: Float64Array.from(before),
    dayIndex
  };
}

function ranksOf(c: CompiledCalendar, workDates: Int32Array): Int32Array {
  let rank = 0;
  return c.dateRank.map((_, row) => {
    while (rank < workDates.length && (workDates[rank] ?? 0) < c.firstDate + row) rank++;
    return rank;
  });
}
