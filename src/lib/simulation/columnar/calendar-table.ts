import { perLength } from '../per-length';
import type { Interval } from './intervals';
import { Column } from './numbers';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Lengths a slot may have, the longest that fits is taken. */
const SLOTS = [24, 12, 8, 6, 4, 3, 2, 1, 0.5, 0.25].map((hours) => hours * HOUR);

/** A calendar that is closed for longer than this has no table. */
const LONGEST_GAP = 60 * DAY;

/** Finer steps of open time are not worth a row each. */
const SMALLEST_GRAIN = 15 * MINUTE;

/**
 * A calendar over a span of time in slots of equal length, each of which is open at most once, so that
 * what the calendar's own functions look up by steps is one place of a column. The same whole
 * milliseconds come of both (SIM-36).
 */
export interface CalendarTable {
  /** The instant at which slot 0 begins. */
  readonly base: number;
  /** Slots per millisecond (see `perLength`); `(t - base) * perSlot` cut to a whole number is the slot of `t`. */
  readonly perSlot: number;
  readonly slots: number;
  /** When the slot opens; a slot that stays closed: when the calendar opens next. */
  readonly opens: Float64Array;
  /** When the slot closes; of one that stays closed the same as `opens`. */
  readonly closes: Float64Array;
  /** Open milliseconds from `base` to the slot. */
  readonly before: Float64Array;
  /** For each `grain` of open time: what takes it to the instant; NaN: not all of it lies in one slot. */
  readonly shift: Float64Array;
  /** Grains per millisecond (see `perLength`). */
  readonly perGrain: number;
  readonly alwaysOpen: boolean;
  /** The longest that it stays closed. */
  readonly gap: number;
  /** The columns as kernels find them. */
  readonly found: Readonly<Record<'opens' | 'closes' | 'before' | 'shift', Column>>;
}

/** The table of open intervals in `[base, to)`; null where none of the lengths of slots fits. */
export function tableOf(
  intervals: readonly Interval[],
  base: number,
  to: number
): CalendarTable | null {
  const gap = longestGap(intervals, base, to);
  if (gap > LONGEST_GAP) return null;
  for (const length of SLOTS) {
    const columns = slotsOf(intervals, base, to, length);
    if (!columns) continue;
    const { shift, perGrain } = shiftOf(columns);
    const found = {
      opens: new Column(columns.opens),
      closes: new Column(columns.closes),
      before: new Column(columns.before),
      shift: new Column(shift)
    };
    return { base, perSlot: perLength(length), gap, ...columns, shift, perGrain, found };
  }
  return null;
}

function longestGap(intervals: readonly Interval[], base: number, to: number): number {
  let end = base;
  let longest = 0;
  for (const interval of intervals) {
    longest = Math.max(longest, interval.from - end);
    end = interval.to;
  }
  return Math.max(longest, to - end);
}

type Columns = Pick<CalendarTable, 'slots' | 'opens' | 'closes' | 'before' | 'alwaysOpen'>;

function slotsOf(
  intervals: readonly Interval[],
  base: number,
  to: number,
  length: number
): Columns | null {
  const slots = Math.floor((to - base) / length);
  const opens = new Float64Array(slots + 1).fill(Infinity);
  const closes = new Float64Array(slots + 1);
  const before = new Float64Array(slots + 2);
  for (const interval of intervals) {
    const last = Math.min(slots - 1, Math.floor((interval.to - 1 - base) / length));
    for (let slot = Math.floor((interval.from - base) / length); slot <= last; slot++) {
      if ((opens[slot] as number) < Infinity) return null;
      opens[slot] = Math.max(interval.from, base + slot * length);
      closes[slot] = Math.min(interval.to, base + (slot + 1) * length);
    }
  }
  for (let slot = 0; slot < slots; slot++) {
    const open = (opens[slot] as number) < Infinity;
    const within = open ? (closes[slot] as number) - (opens[slot] as number) : 0;
    before[slot + 1] = (before[slot] as number) + within;
  }
  before[slots + 1] = before[slots] as number;
  const end = base + slots * length;
  let next = end;
  for (let slot = slots; slot >= 0; slot--) {
    if ((opens[slot] as number) < Infinity) next = opens[slot] as number;
    else opens[slot] = closes[slot] = next;
  }
  return { slots, opens, closes, before, alwaysOpen: before[slots] === end - base };
}

function shiftOf({ slots, before, opens }: Columns): Pick<CalendarTable, 'shift' | 'perGrain'> {
  let common = 0;
  for (const sum of before) common = greatestDivisor(common, sum);
  const all = before[slots] as number;
  const grain = Math.max(common, SMALLEST_GRAIN);
  const shift = new Float64Array(Math.ceil(all / grain) + 1).fill(NaN);
  let slot = 0;
  for (let row = 0; (row + 1) * grain <= all; row++) {
    while ((before[slot + 1] as number) <= row * grain) slot++;
    if ((before[slot + 1] as number) >= (row + 1) * grain)
      shift[row] = (opens[slot] as number) - (before[slot] as number);
  }
  return { shift, perGrain: perLength(grain) };
}

function greatestDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** The slot of an instant. */
export function slotOf({ base, perSlot }: CalendarTable, t: number): number {
  return Math.trunc((t - base) * perSlot);
}

/** `t` itself when the calendar is open, else when it opens next. */
export function rolled(table: CalendarTable, t: number): number {
  const slot = slotOf(table, t);
  if (t >= (table.closes[slot] as number)) return table.opens[slot + 1] as number;
  return Math.max(t, table.opens[slot] as number);
}

/** Open milliseconds from the base of the table to `t`. */
export function openUntil(table: CalendarTable, t: number): number {
  const slot = slotOf(table, t);
  const opens = table.opens[slot] as number;
  const within = Math.min(Math.max(t, opens), table.closes[slot] as number) - opens;
  return (table.before[slot] as number) + within;
}

/** The first instant by which so much of the table's time (above 0) has been open. */
export function instantAfter(table: CalendarTable, open: number): number {
  const shift = table.shift[Math.trunc((open - 1) * table.perGrain)] as number;
  if (shift === shift) return open + shift;
  const { before, opens, slots } = table;
  // The last slot before which less has been open.
  let slot = 0;
  for (let beyond = slots; beyond - slot > 1;) {
    const middle = (slot + beyond) >> 1;
    if ((before[middle] as number) < open) slot = middle;
    else beyond = middle;
  }
  return (opens[slot] as number) + open - (before[slot] as number);
}

/** The longest that `open` milliseconds of open time may take from any instant before `until`; Infinity: the table ends. */
export function longestOpen(table: CalendarTable, open: number, until: number): number {
  if (open === 0) return 0;
  const { before, slots, base, perSlot } = table;
  const length = Math.round(1 / perSlot);
  const last = slotOf(table, until);
  let longest = 0;
  for (let slot = 0; slot <= last; slot++) {
    const wanted = (before[slot] as number) + open;
    if (wanted > (before[slots] as number)) return Infinity;
    longest = Math.max(longest, instantAfter(table, wanted) - (base + slot * length));
  }
  return longest + length;
}
