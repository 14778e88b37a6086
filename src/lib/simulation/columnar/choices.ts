/**
 * Kernels that part the leads of a list: each lead's place goes to the end of one of the lists `to`,
 * whose lengths are in `lengths`. Where few ways are open there is no jump in the loop: a place is written to
 * all of them, and counted in one.
 */
import { bitsAt, leadKeyOf } from '../chance/draw';
import { choose, type Choice } from '../chance/choice';
import { mix } from '$lib/engine';
import { columns, type Block } from './block';
import type { DayCounts } from './scratch';

/** Counts the instants at which the leads of a list are, by day. */
export function countDays(list: Uint16Array, n: number, { time }: Block, days: DayCounts): void {
  const { base, perDay, counts } = days;
  for (let j = 0; j < n; j++) {
    const t = time[list[j] as number] as number;
    const day = ((t - base) * perDay) | 0;
    counts[day] = (counts[day] as number) + 1;
  }
}

/** Counts nothing: for kernels that would count days. */
const NO_DAYS: DayCounts = { base: 0, perDay: 0, counts: new Int32Array(1) };

/**
 * The kernels that follow count days by runs of the same day, which takes no time where the leads of a
 * list come in order; where they do not, days are counted by themselves before, and what is left to count is returned.
 */
export function daysLeft(list: Uint16Array, n: number, block: Block, days: DayCounts): DayCounts {
  const { base, perDay } = days;
  const dayOf = (j: number): number =>
    (((block.time[list[j] as number] as number) - base) * perDay) | 0;
  const far = dayOf(n - 1) - dayOf(0);
  const middle = dayOf(n >> 1) - dayOf(n >> 2);
  // Two days apart there may be a weekend.
  if (far >= 0 && far <= 3 && middle >= 0 && middle <= 3) return days;
  countDays(list, n, block, days);
  return NO_DAYS;
}

function put(list: Uint16Array, lengths: Int32Array, way: number, lead: number): void {
  const length = lengths[way] as number;
  list[length] = lead;
  lengths[way] = length + 1;
}

function kernels() {
  const { time, low, high, spots } = columns;
  const draw = bitsAt;

  /** Two outcomes of a touch: the first where the upper 31 bits drawn are below `limit`. */
  function partTwo(
    list: Uint16Array,
    n: number,
    _block: Block,
    _spots: Int32Array,
    limit: number,
    { base, perDay, counts }: DayCounts,
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    const a = to[0] as Uint16Array;
    const b = to[1] as Uint16Array;
    let inA = lengths[0] as number;
    let inB = lengths[1] as number;
    let today = 0;
    let here = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number) >>> 1;
      const day = (((time[i] as number) - base) * perDay) | 0;
      if (day !== today) {
        counts[today] = (counts[today] as number) + here;
        today = day;
        here = 0;
      }
      here++;
      const first = (bits - limit) >>> 31;
      a[inA] = i;
      b[inB] = i;
      inA += first;
      inB += 1 - first;
    }
    counts[today] = (counts[today] as number) + here;
    lengths[0] = inA;
    lengths[1] = inB;
  }

  /** Three outcomes of a touch: the first below `limit`, the second below `other`, as above. */
  function partThree(
    list: Uint16Array,
    n: number,
    _block: Block,
    _spots: Int32Array,
    limit: number,
    other: number,
    { base, perDay, counts }: DayCounts,
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    const a = to[0] as Uint16Array;
    const b = to[1] as Uint16Array;
    const c = to[2] as Uint16Array;
    let inA = lengths[0] as number;
    let inB = lengths[1] as number;
    let inC = lengths[2] as number;
    let today = 0;
    let here = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number) >>> 1;
      const day = (((time[i] as number) - base) * perDay) | 0;
      if (day !== today) {
        counts[today] = (counts[today] as number) + here;
        today = day;
        here = 0;
      }
      here++;
      const first = (bits - limit) >>> 31;
      const both = (bits - other) >>> 31;
      a[inA] = i;
      b[inB] = i;
      c[inC] = i;
      inA += first;
      inB += both - first;
      inC += 1 - both;
    }
    counts[today] = (counts[today] as number) + here;
    lengths[0] = inA;
    lengths[1] = inB;
    lengths[2] = inC;
  }

  /** Any number of outcomes; `wayOf` is the way of each value of the choice, from -1 on. */
  function partMany(
    list: Uint16Array,
    n: number,
    _block: Block,
    _spots: Int32Array,
    choice: Choice,
    wayOf: Int32Array,
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const way = wayOf[choose(choice, (bits >>> 0) / 0x100000000) + 1] as number;
      put(to[way] as Uint16Array, lengths, way, i);
    }
  }

  /** By the lead's share of a split, always the same for a lead; `upTo` are running sums of whole weights. */
  function partByShare(
    list: Uint16Array,
    n: number,
    _block: Block,
    key: number,
    upTo: readonly number[],
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    const last = upTo.length - 1;
    const whole = Math.max(1, upTo[last] ?? 0);
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const place = (mix(leadKeyOf(high[i] as number) ^ key) >>> 0) % whole;
      let way = 0;
      while (way < last && place >= (upTo[way] as number)) way++;
      put(to[way] as Uint16Array, lengths, way, i);
    }
  }

  /** By what was found out last: `wayOf` has a way for each disposition, from -1 on. */
  function partByLast(
    list: Uint16Array,
    n: number,
    last: Int16Array,
    wayOf: Int32Array,
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const way = wayOf[(last[i] as number) + 1] as number;
      put(to[way] as Uint16Array, lengths, way, i);
    }
  }

  return { partTwo, partThree, partMany, partByShare, partByLast };
}

export const { partTwo, partThree, partMany, partByShare, partByLast } = kernels();
