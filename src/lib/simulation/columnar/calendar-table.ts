import type { Interval } from './intervals';

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
  /** Slots per millisecond; `(t - base + 0.5) * perSlot` cut to a whole number is the slot of `t`. */
  readonly perSlot: number;
  readonly slots: number;
  /** When the slot opens; a slot that stays closed: when the calendar opens next. */
  readonly opens: Float64Array;
  /** When the slot closes; of one that stays closed the same as `opens`. */
  readonly closes: Float64Array;
  /** Open milliseconds from `base` to the slot. */
  readonly before: Float64Array;
  /** For each `grain` of open time the first slot in which some of it lies. */
  readonly inverse: Int32Array;
  /** Grains per millisecond. */
  readonly perGrain: number;
  /** Whether every grain lies in one slot; otherwise some slots after it have to be looked at. */
  readonly whole: boolean;
  readonly alwaysOpen: boolean;
  /** The longest that it stays closed. */
  readonly gap: number;
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
    if (columns)
      return { base, perSlot: 1 / length, gap, ...columns, ...inverseOf(columns.before) };
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

function inverseOf(before: Float64Array): Pick<CalendarTable, 'inverse' | 'perGrain' | 'whole'> {
  let common = 0;
  for (const sum of before) common = greatestDivisor(common, sum);
  const whole = common >= SMALLEST_GRAIN;
  const grain = whole ? common : HOUR;
  const all = before[before.length - 1] as number;
  const inverse = new Int32Array(Math.ceil(all / grain) + 1);
  let slot = 0;
  for (let row = 0; row < inverse.length; row++) {
    while (slot + 2 < before.length && (before[slot + 1] as number) <= row * grain) slot++;
    inverse[row] = slot;
  }
  return { inverse, perGrain: 1 / grain, whole };
}

function greatestDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** The slot of an instant. */
export function slotOf({ base, perSlot }: CalendarTable, t: number): number {
  return Math.trunc((t - base + 0.5) * perSlot);
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
  let slot = table.inverse[Math.trunc((open - 0.5) * table.perGrain)] as number;
  while ((table.before[slot + 1] as number) < open) slot++;
  return (table.opens[slot] as number) + open - (table.before[slot] as number);
}

/** The longest that `open` milliseconds of open time may take from any instant before `until`; Infinity: the table ends. */
export function longestOpen(table: CalendarTable, open: number, until: number): number {
  if (open === 0) return 0;
  const { before, slots, base, perSlot } = table;
  const last = slotOf(table, until);
  let longest = 0;
  for (let slot = 0; slot <= last; slot++) {
    const wanted = (before[slot] as number) + open;
    if (wanted > (before[slots] as number)) return Infinity;
    longest = Math.max(longest, instantAfter(table, wanted) - (base + slot / perSlot));
  }
  return longest + 1 / perSlot;
}
