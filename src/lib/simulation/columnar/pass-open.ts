/**
 * Kernels in which the leads of a list pass time. Each moves `block.time` on and returns the sum of what
 * it was moved by. `spots` holds the places of draws, place by place of the list.
 * What one line of a table cannot say is left out and noted in `block.later`: a call in a loop would
 * make all of it slow. So would jumps that nobody can foresee: how long a slot has been open at `t` is
 * `(|t - from| - |t - to| + to - from) / 2`, whether `t` is before, within or after it.
 */
import { bitsAt } from '../chance/draw';
import { columns, type Block } from './block';
import { numbers } from './numbers';
import type { CalendarTable } from './calendar-table';
import type { Jumps } from './jumps';
import { FINE, FINE_MASK, OF_CELL, type DrawnByLines } from './draws';

function kernels() {
  const { list, time, low, high, spots, later } = columns;
  const draw = bitsAt;
  const fine = FINE;
  const mask = FINE_MASK;
  const ofCell = OF_CELL;
  const row = numbers;

  /** By open time that is the same for all, and above 0. */
  function passOpen(
    n: number,
    block: Block,
    by: number,
    { base, perSlot, perGrain, found }: CalendarTable
  ): number {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    const before = found.before.at | 0;
    const shift = found.shift.at | 0;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      const here = ((t - base) * perSlot) | 0;
      const from = row[(opens + here) | 0] as number;
      const to = row[(closes + here) | 0] as number;
      const within = (Math.abs(t - from) - Math.abs(t - to) + to - from) / 2;
      const wanted = (row[(before + here) | 0] as number) + within + by;
      const at = wanted + (row[(shift + (((wanted - 1) * perGrain) | 0)) | 0] as number);
      if (at !== at) {
        later[left++] = j;
        continue;
      }
      sum += at - t;
      time[i] = at;
    }
    block.left = left;
    return sum;
  }

  /** By open time, `by` and a drawn length on top. */
  function passOpenDrawn(
    n: number,
    block: Block,
    by: number,
    { lines, pre, scale }: DrawnByLines,
    { base, perSlot, perGrain, found }: CalendarTable
  ): number {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    const before = found.before.at | 0;
    const shift = found.shift.at | 0;
    const first = lines.at | 0;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (first + (bits >>> fine)) | 0;
      const knot = row[cell] as number;
      const value = knot + ((row[(cell + 1) | 0] as number) - knot) * ((bits & mask) * ofCell);
      const length = by + Math.floor(value * pre * scale);
      const t = time[i] as number;
      const here = ((t - base) * perSlot) | 0;
      const from = row[(opens + here) | 0] as number;
      const to = row[(closes + here) | 0] as number;
      const within = (Math.abs(t - from) - Math.abs(t - to) + to - from) / 2;
      const wanted = (row[(before + here) | 0] as number) + within + length;
      const at = wanted + (row[(shift + (((wanted - 1) * perGrain) | 0)) | 0] as number);
      if (at !== at) {
        later[left++] = j;
        continue;
      }
      sum += at - t;
      time[i] = at;
    }
    block.left = left;
    return sum;
  }

  /** By whole days. */
  function passDays(
    n: number,
    block: Block,
    { found: { by } }: Jumps,
    { base, perSlot, found }: CalendarTable
  ): number {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    const jump = by.at | 0;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      let slot = ((t - base) * perSlot) | 0;
      if (t >= (row[(closes + slot) | 0] as number)) slot++;
      const at =
        Math.max(t, row[(opens + slot) | 0] as number) + (row[(jump + slot) | 0] as number);
      if (at !== at) {
        later[left++] = j;
        continue;
      }
      sum += at - t;
      time[i] = at;
    }
    block.left = left;
    return sum;
  }

  /** By whole days, and drawn open time of the same calendar on top. */
  function passDaysDrawn(
    n: number,
    block: Block,
    { found: { openBy } }: Jumps,
    { lines, pre, scale }: DrawnByLines,
    { base, perSlot, perGrain, found }: CalendarTable
  ): number {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    const shift = found.shift.at | 0;
    const jump = openBy.at | 0;
    const first = lines.at | 0;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (first + (bits >>> fine)) | 0;
      const knot = row[cell] as number;
      const value = knot + ((row[(cell + 1) | 0] as number) - knot) * ((bits & mask) * ofCell);
      const length = Math.floor(value * pre * scale);
      const t = time[i] as number;
      let slot = ((t - base) * perSlot) | 0;
      if (t >= (row[(closes + slot) | 0] as number)) slot++;
      const wanted =
        Math.max(t, row[(opens + slot) | 0] as number) +
        (row[(jump + slot) | 0] as number) +
        length;
      const at = wanted + (row[(shift + (((wanted - 1) * perGrain) | 0)) | 0] as number);
      if (at !== at) {
        later[left++] = j;
        continue;
      }
      sum += at - t;
      time[i] = at;
    }
    block.left = left;
    return sum;
  }

  /** Until the calendar is open. */
  function passToOpen(n: number, block: Block, { base, perSlot, found }: CalendarTable): number {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    let sum = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      let slot = ((t - base) * perSlot) | 0;
      if (t >= (row[(closes + slot) | 0] as number)) slot++;
      const at = Math.max(t, row[(opens + slot) | 0] as number);
      sum += at - t;
      time[i] = at;
    }
    return sum;
  }

  /** Until the calendar is open, and a drawn length on top, whose sum is returned. Only the length may be left out. */
  function passToOpenAndWork(
    n: number,
    block: Block,
    { lines, pre, scale }: DrawnByLines,
    { base, perSlot, found }: CalendarTable
  ): number {
    const opens = found.opens.at | 0;
    const closes = found.closes.at | 0;
    const first = lines.at | 0;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      let slot = ((t - base) * perSlot) | 0;
      if (t >= (row[(closes + slot) | 0] as number)) slot++;
      const begins = Math.max(t, row[(opens + slot) | 0] as number);
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (first + (bits >>> fine)) | 0;
      const knot = row[cell] as number;
      const value = knot + ((row[(cell + 1) | 0] as number) - knot) * ((bits & mask) * ofCell);
      const length = Math.floor(value * pre * scale);
      if (length !== length) {
        later[left++] = j;
        time[i] = begins;
        continue;
      }
      sum += length;
      time[i] = begins + length;
    }
    block.left = left;
    return sum;
  }

  return { passOpen, passOpenDrawn, passDays, passDaysDrawn, passToOpen, passToOpenAndWork };
}

export const { passOpen, passOpenDrawn, passDays, passDaysDrawn, passToOpen, passToOpenAndWork } =
  kernels();
