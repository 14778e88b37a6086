/**
 * Kernels in which the leads of a list pass time. Each moves `block.time` on and returns the sum of what
 * it was moved by; `turns` holds the visits of the leads, place by place of the list.
 */
import type { Block } from '../block';
import type { CalendarTable } from '../calendar-table';
import type { Jumps } from '../jumps';
import { lengthOf, type Drawn } from './draws';

/** By a length that is the same for all. */
export function passFixed(list: Uint16Array, n: number, { time }: Block, by: number): number {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    time[i] = (time[i] as number) + by;
  }
  return n * by;
}

/** By `by` and a drawn length on top. */
export function passDrawn(
  list: Uint16Array,
  n: number,
  { time, low, high }: Block,
  turns: Int32Array,
  by: number,
  drawn: Drawn
): number {
  const { key } = drawn;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const place = key + (turns[j] as number);
    const length = by + lengthOf(low[i] as number, high[i] as number, place, drawn);
    sum += length;
    time[i] = (time[i] as number) + length;
  }
  return sum;
}

/** By open time that is the same for all, and above 0. */
export function passOpen(
  list: Uint16Array,
  n: number,
  { time }: Block,
  by: number,
  { base, perSlot, opens, closes, before, inverse, perGrain }: CalendarTable
): number {
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    let slot = ((t - base + 0.5) * perSlot) | 0;
    const from = opens[slot] as number;
    const wanted =
      (before[slot] as number) + Math.min(Math.max(t, from), closes[slot] as number) - from + by;
    slot = inverse[((wanted - 0.5) * perGrain) | 0] as number;
    while ((before[slot + 1] as number) < wanted) slot++;
    const at = (opens[slot] as number) + wanted - (before[slot] as number);
    sum += at - t;
    time[i] = at;
  }
  return sum;
}

/** By open time, `by` and a drawn length on top. */
export function passOpenDrawn(
  list: Uint16Array,
  n: number,
  { time, low, high }: Block,
  turns: Int32Array,
  by: number,
  drawn: Drawn,
  { base, perSlot, opens, closes, before, inverse, perGrain }: CalendarTable
): number {
  const { key } = drawn;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    const place = key + (turns[j] as number);
    const length = by + lengthOf(low[i] as number, high[i] as number, place, drawn);
    if (length === 0) continue;
    let slot = ((t - base + 0.5) * perSlot) | 0;
    const from = opens[slot] as number;
    const wanted =
      (before[slot] as number) +
      Math.min(Math.max(t, from), closes[slot] as number) -
      from +
      length;
    slot = inverse[((wanted - 0.5) * perGrain) | 0] as number;
    while ((before[slot + 1] as number) < wanted) slot++;
    const at = (opens[slot] as number) + wanted - (before[slot] as number);
    sum += at - t;
    time[i] = at;
  }
  return sum;
}

/** By whole days; `exact` does it for the instants of slots that have no one jump. */
export function passDays(
  list: Uint16Array,
  n: number,
  { time }: Block,
  { by }: Jumps,
  { base, perSlot, opens, closes }: CalendarTable,
  exact: (t: number) => number
): number {
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    let slot = ((t - base + 0.5) * perSlot) | 0;
    if (t >= (closes[slot] as number)) slot++;
    let at = Math.max(t, opens[slot] as number) + (by[slot] as number);
    if (at !== at) at = exact(t);
    sum += at - t;
    time[i] = at;
  }
  return sum;
}

/** By whole days, and drawn open time of the same calendar on top; `exact` is for the days. */
export function passDaysDrawn(
  list: Uint16Array,
  n: number,
  { time, low, high }: Block,
  turns: Int32Array,
  { by, openBy }: Jumps,
  drawn: Drawn,
  { base, perSlot, opens, closes, before, inverse, perGrain }: CalendarTable,
  exact: (t: number) => number
): number {
  const { key } = drawn;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    const place = key + (turns[j] as number);
    const length = lengthOf(low[i] as number, high[i] as number, place, drawn);
    let slot = ((t - base + 0.5) * perSlot) | 0;
    if (t >= (closes[slot] as number)) slot++;
    const from = Math.max(t, opens[slot] as number);
    let at = from + (by[slot] as number);
    let wanted = from + (openBy[slot] as number) + length;
    if (wanted !== wanted) {
      at = exact(t);
      slot = ((at - base + 0.5) * perSlot) | 0;
      wanted = (before[slot] as number) + at - (opens[slot] as number) + length;
    }
    if (length > 0) {
      slot = inverse[((wanted - 0.5) * perGrain) | 0] as number;
      while ((before[slot + 1] as number) < wanted) slot++;
      at = (opens[slot] as number) + wanted - (before[slot] as number);
    }
    sum += at - t;
    time[i] = at;
  }
  return sum;
}

/** Until the calendar is open. */
export function passToOpen(
  list: Uint16Array,
  n: number,
  { time }: Block,
  { base, perSlot, opens, closes }: CalendarTable
): number {
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    let slot = ((t - base + 0.5) * perSlot) | 0;
    if (t >= (closes[slot] as number)) slot++;
    const at = Math.max(t, opens[slot] as number);
    sum += at - t;
    time[i] = at;
  }
  return sum;
}

/** Until the calendar is open, and a drawn length on top, whose sum is returned. */
export function passToOpenAndWork(
  list: Uint16Array,
  n: number,
  { time, low, high }: Block,
  turns: Int32Array,
  drawn: Drawn,
  { base, perSlot, opens, closes }: CalendarTable
): number {
  const { key } = drawn;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    let slot = ((t - base + 0.5) * perSlot) | 0;
    if (t >= (closes[slot] as number)) slot++;
    const place = key + (turns[j] as number);
    const length = lengthOf(low[i] as number, high[i] as number, place, drawn);
    sum += length;
    time[i] = Math.max(t, opens[slot] as number) + length;
  }
  return sum;
}

/** By whatever `exact` says of an instant and a uniform number of the lead; no further than `limit`. */
export function passExact(
  list: Uint16Array,
  n: number,
  { time, low, high }: Block,
  turns: Int32Array,
  key: number,
  exact: (t: number, low: number, high: number, place: number) => number,
  limit: number
): number {
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = time[i] as number;
    const place = key + (turns[j] as number);
    const at = Math.min(limit, exact(t, low[i] as number, high[i] as number, place));
    sum += at - t;
    time[i] = at;
  }
  return sum;
}
