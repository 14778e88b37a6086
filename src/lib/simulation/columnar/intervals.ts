import type { CompiledCalendar } from '$lib/calendar';

const WEEK = 604_800_000;

/** Open from `from` to `to`; instants. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The open time of a calendar that lies in `[from, to)`, in order; intervals that touch are one. */
export function intervalsOf(calendar: CompiledCalendar, from: number, to: number): Interval[] {
  const found: Interval[] = [];
  let weeks = Math.ceil(Math.max(0, calendar.tableFrom - from) / WEEK);
  if (from >= calendar.tableTo) weeks = -(Math.floor((from - calendar.tableTo) / WEEK) + 1);
  const first = firstAfter(calendar.ends, from + weeks * WEEK) - weeks * calendar.weekIntervals;
  for (let i = first; ; i++) {
    const interval = intervalAt(calendar, i);
    if (interval.from >= to) return found;
    push(found, Math.max(interval.from, from), Math.min(interval.to, to));
  }
}

/** The time that two calendars have in common. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const found: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i] as Interval;
    const other = b[j] as Interval;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) push(found, from, to);
    if (one.to < other.to) i++;
    else j++;
  }
  return found;
}

function push(found: Interval[], from: number, to: number): void {
  const last = found[found.length - 1];
  if (last?.to === from) found[found.length - 1] = { from: last.from, to };
  else found.push({ from, to });
}

function firstAfter(ends: Float64Array, t: number): number {
  let i = 0;
  while (i < ends.length && (ends[i] as number) <= t) i++;
  return i;
}

/** The `i`-th interval of the tables; before and after them the plain week repeats. */
function intervalAt({ starts, ends, weekIntervals }: CompiledCalendar, i: number): Interval {
  const { length } = starts;
  let weeks = 0;
  if (i < 0) weeks = Math.ceil(-i / weekIntervals);
  else if (i >= length) weeks = -(Math.floor((i - length) / weekIntervals) + 1);
  const row = i + weeks * weekIntervals;
  return {
    from: (starts[row] as number) - weeks * WEEK,
    to: (ends[row] as number) - weeks * WEEK
  };
}
