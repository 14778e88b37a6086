/**
 * Kernels that part the leads of the list in work: each goes to the end of one of the lists `ways` of
 * the block, whose lengths are in `lengths`. Where few ways are open there is no jump in the loop: a place is written to
 * all of them, and counted in one.
 */
import { bitsAt, leadKeyOf } from '../chance/draw';
import { choose, type Choice } from '../chance/choice';
import { mix } from '$lib/engine';
import { columns } from './block';
import type { DayCounts } from './scratch';
import { TOLD, rehearse, tellDays, told } from './told';

/** Where nothing is counted. */
const NOWHERE = new Int32Array(1);

/** Counts the instants at which the leads of the list in work are, by day. */
export function countDays(n: number, days: DayCounts): void {
  tellDays(days);
  daysOf(n, days.counts);
}

/**
 * The kernels that part into two or three count days by runs of the same day, which takes no time where
 * the leads come in order. Where they do not, days are counted by themselves before, and the kernels are
 * told to count nothing. Returns where they count.
 */
export function daysLeft(n: number, days: DayCounts): Int32Array {
  const { list, time } = columns;
  const { base, perDay, counts } = days;
  const dayOf = (j: number): number => (((time[list[j] as number] as number) - base) * perDay) | 0;
  const far = dayOf(n - 1) - dayOf(0);
  const middle = dayOf(n >> 1) - dayOf(n >> 2);
  tellDays(days);
  // Two days apart there may be a weekend.
  if (far >= 0 && far <= 3 && middle >= 0 && middle <= 3) return counts;
  daysOf(n, counts);
  tellDays({ base, perDay: 0 });
  return NOWHERE;
}

function put(list: Uint16Array, lengths: Int32Array, way: number, lead: number): void {
  const length = lengths[way] as number;
  list[length] = lead;
  lengths[way] = length + 1;
}

function kernels() {
  const { list, time, low, high, spots, first: a, second: b, third: c } = columns;
  const draw = bitsAt;
  const ask = told;

  /** Counts days one by one. */
  function daysOf(n: number, counts: Int32Array): void {
    const base = ask[TOLD.midnight] as number;
    const perDay = ask[TOLD.perDay] as number;
    for (let j = 0; j < n; j++) {
      const t = time[list[j] as number] as number;
      const day = ((t - base) * perDay) | 0;
      counts[day] = (counts[day] as number) + 1;
    }
  }

  /** Two outcomes of a touch: the first where the upper 31 bits drawn are below `limit`. */
  function partTwo(n: number, limit: number, counts: Int32Array, lengths: Int32Array): void {
    const base = ask[TOLD.midnight] as number;
    const perDay = ask[TOLD.perDay] as number;
    let inA = 0;
    let inB = 0;
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
    n: number,
    limit: number,
    other: number,
    counts: Int32Array,
    lengths: Int32Array
  ): void {
    const base = ask[TOLD.midnight] as number;
    const perDay = ask[TOLD.perDay] as number;
    let inA = 0;
    let inB = 0;
    let inC = 0;
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

  /** The same as `partTwo` where nobody asks for days. */
  function pickTwo(n: number, limit: number, lengths: Int32Array): void {
    let inA = 0;
    let inB = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number) >>> 1;
      const first = (bits - limit) >>> 31;
      a[inA] = i;
      b[inB] = i;
      inA += first;
      inB += 1 - first;
    }
    lengths[0] = inA;
    lengths[1] = inB;
  }

  /** The same as `partThree` where nobody asks for days. */
  function pickThree(n: number, limit: number, other: number, lengths: Int32Array): void {
    let inA = 0;
    let inB = 0;
    let inC = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number) >>> 1;
      const first = (bits - limit) >>> 31;
      const both = (bits - other) >>> 31;
      a[inA] = i;
      b[inB] = i;
      c[inC] = i;
      inA += first;
      inB += both - first;
      inC += 1 - both;
    }
    lengths[0] = inA;
    lengths[1] = inB;
    lengths[2] = inC;
  }

  /** Any number of outcomes; `wayOf` is the way of each value of the choice, from -1 on. */
  function partMany(
    n: number,
    choice: Choice,
    wayOf: Int32Array,
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    lengths.fill(0);
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const way = wayOf[choose(choice, (bits >>> 0) / 0x100000000) + 1] as number;
      put(to[way] as Uint16Array, lengths, way, i);
    }
  }

  /** By the lead's share of a split, always the same for a lead; `upTo` are running sums of whole weights. */
  function partByShare(
    n: number,
    key: number,
    upTo: readonly number[],
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    lengths.fill(0);
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
    n: number,
    last: Int16Array,
    wayOf: Int32Array,
    to: readonly Uint16Array[],
    lengths: Int32Array
  ): void {
    lengths.fill(0);
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const way = wayOf[(last[i] as number) + 1] as number;
      put(to[way] as Uint16Array, lengths, way, i);
    }
  }

  return { daysOf, partTwo, partThree, pickTwo, pickThree, partMany, partByShare, partByLast };
}

const { daysOf, partTwo, partThree, pickTwo, pickThree, partMany, partByShare, partByLast } =
  kernels();
const lengths = new Int32Array(3);
rehearse([
  () => daysOf(0, NOWHERE),
  () => partTwo(0, 0, NOWHERE, lengths),
  () => partThree(0, 0, 0, NOWHERE, lengths),
  () => pickTwo(0, 0, lengths),
  () => pickThree(0, 0, 0, lengths)
]);

export { partByLast, partByShare, partMany, partThree, partTwo, pickThree, pickTwo };
