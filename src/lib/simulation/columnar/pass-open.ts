/**
 * Kernels in which the leads of the list in work pass time. Each moves their `time` on and returns the sum
 * of what it was moved by. `spots` holds the places of draws, place by place of the list.
 * What one line of a table cannot say is left out and noted in `later`: a call in a loop would make all of
 * it slow. So would jumps that nobody can foresee: how long a slot has been open at `t` is
 * `(|t - from| - |t - to| + to - from) / 2`, whether `t` is before, within or after it. And nothing is done
 * in one place of a loop alone: code that met it for the first time would be compiled once more.
 */
import { bitsAt } from '../chance/draw';
import { columns } from './block';
import { FINE, FINE_MASK, OF_CELL } from './draws';
import { numbers } from './numbers';
import { SAID, TOLD, rehearse, said, told } from './told';

function kernels() {
  const { list, time, low, high, spots, later } = columns;
  const draw = bitsAt;
  const fine = FINE;
  const mask = FINE_MASK;
  const ofCell = OF_CELL;
  const row = numbers;
  const ask = told;
  const say = said;

  /** By open time that is the same for all, and above 0. */
  function passOpen(n: number, by: number): number {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const perGrain = ask[TOLD.perGrain] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    const before = (ask[TOLD.before] as number) | 0;
    const shift = (ask[TOLD.shift] as number) | 0;
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
      later[left] = j;
      left += at === at ? 0 : 1;
      const end = at === at ? at : t;
      sum += end - t;
      time[i] = end;
    }
    say[SAID.left] = left;
    return sum;
  }

  /** By open time, `by` and a drawn length on top. */
  function passOpenDrawn(n: number, by: number): number {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const perGrain = ask[TOLD.perGrain] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    const before = (ask[TOLD.before] as number) | 0;
    const shift = (ask[TOLD.shift] as number) | 0;
    const lines = (ask[TOLD.lines] as number) | 0;
    const pre = ask[TOLD.pre] as number;
    const scale = ask[TOLD.scale] as number;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (lines + (bits >>> fine)) | 0;
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
      later[left] = j;
      left += at === at ? 0 : 1;
      const end = at === at ? at : t;
      sum += end - t;
      time[i] = end;
    }
    say[SAID.left] = left;
    return sum;
  }

  /** By whole days. */
  function passDays(n: number): number {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    const jump = (ask[TOLD.jump] as number) | 0;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      const day = ((t - base) * perSlot) | 0;
      const slot = (day + (t >= (row[(closes + day) | 0] as number) ? 1 : 0)) | 0;
      const at =
        Math.max(t, row[(opens + slot) | 0] as number) + (row[(jump + slot) | 0] as number);
      later[left] = j;
      left += at === at ? 0 : 1;
      const end = at === at ? at : t;
      sum += end - t;
      time[i] = end;
    }
    say[SAID.left] = left;
    return sum;
  }

  /** By whole days, and drawn open time of the same calendar on top. */
  function passDaysDrawn(n: number): number {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const perGrain = ask[TOLD.perGrain] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    const shift = (ask[TOLD.shift] as number) | 0;
    const jump = (ask[TOLD.jump] as number) | 0;
    const lines = (ask[TOLD.lines] as number) | 0;
    const pre = ask[TOLD.pre] as number;
    const scale = ask[TOLD.scale] as number;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (lines + (bits >>> fine)) | 0;
      const knot = row[cell] as number;
      const value = knot + ((row[(cell + 1) | 0] as number) - knot) * ((bits & mask) * ofCell);
      const length = Math.floor(value * pre * scale);
      const t = time[i] as number;
      const day = ((t - base) * perSlot) | 0;
      const slot = (day + (t >= (row[(closes + day) | 0] as number) ? 1 : 0)) | 0;
      const wanted =
        Math.max(t, row[(opens + slot) | 0] as number) +
        (row[(jump + slot) | 0] as number) +
        length;
      const at = wanted + (row[(shift + (((wanted - 1) * perGrain) | 0)) | 0] as number);
      later[left] = j;
      left += at === at ? 0 : 1;
      const end = at === at ? at : t;
      sum += end - t;
      time[i] = end;
    }
    say[SAID.left] = left;
    return sum;
  }

  /** Until the calendar is open. */
  function passToOpen(n: number): number {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    let sum = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      const day = ((t - base) * perSlot) | 0;
      const slot = (day + (t >= (row[(closes + day) | 0] as number) ? 1 : 0)) | 0;
      const at = Math.max(t, row[(opens + slot) | 0] as number);
      sum += at - t;
      time[i] = at;
    }
    say[SAID.left] = 0;
    return sum;
  }

  /** Until the calendar is open, and a drawn length on top, whose sum is returned. Only the length may be left out. */
  function passToOpenAndWork(n: number): number {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    const lines = (ask[TOLD.lines] as number) | 0;
    const pre = ask[TOLD.pre] as number;
    const scale = ask[TOLD.scale] as number;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      const day = ((t - base) * perSlot) | 0;
      const slot = (day + (t >= (row[(closes + day) | 0] as number) ? 1 : 0)) | 0;
      const begins = Math.max(t, row[(opens + slot) | 0] as number);
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (lines + (bits >>> fine)) | 0;
      const knot = row[cell] as number;
      const value = knot + ((row[(cell + 1) | 0] as number) - knot) * ((bits & mask) * ofCell);
      const drawn = Math.floor(value * pre * scale);
      later[left] = j;
      left += drawn === drawn ? 0 : 1;
      const length = drawn === drawn ? drawn : 0;
      sum += length;
      time[i] = begins + length;
    }
    say[SAID.left] = left;
    return sum;
  }

  return { passOpen, passOpenDrawn, passDays, passDaysDrawn, passToOpen, passToOpenAndWork };
}

export const { passOpen, passOpenDrawn, passDays, passDaysDrawn, passToOpen, passToOpenAndWork } =
  kernels();

rehearse([
  () => passOpen(0, 0),
  () => passOpenDrawn(0, 0),
  () => passDays(0),
  () => passDaysDrawn(0),
  () => passToOpen(0),
  () => passToOpenAndWork(0)
]);
