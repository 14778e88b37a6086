/** Kernels for leads whose tasks are begun, in the columns of the block (see columnar/pass-open.ts). */
import { highOf, lowOf } from '../chance/draw';
import { columns } from '../columnar/block';
import { numbers } from '../columnar/numbers';
import { TOLD, rehearse, said, told } from '../columnar/told';
import { NEVER } from './free-times';
import { AT, INT, NOBODY } from './parked-leads';

/** Why no more are served. */
export const ENDED = { over: 0, late: 1, far: 2 } as const;

/** Rows of `said` after `serveInOrder`: why it ended, who is next, when too much work began, whose work goes on. */
export const SERVED = { ended: 0, next: 1, begun: 2, longer: 3 } as const;

/** Rows of `said` after `sumServed`. */
export const SUMS = { tasks: 1, worked: 2, overtime: 3, waited: 4, last: 5 } as const;

const HOUR = 3_600_000;

function kernels() {
  const { rows, asked, begins, effort, overtime, spent, time, place, lead, batch } = columns;
  const { low, high, arrived, opened, due, touched, list, parking } = columns;
  const row = numbers;
  const ask = told;
  const say = said;
  const never = NEVER;
  const hour = HOUR;
  const nobody = NOBODY;
  const lowHalf = lowOf;
  const highHalf = highOf;

  /**
   * First come, first served, within the hours that are told: those who ask, from `next` on, take the places
   * of the block from `first` on, up to `size`. Their work takes `factor` times as long. Whoever is free
   * first is in front of the heap of milliseconds from `since` on. Returns the place reached, and says which
   * of those who ask is next, why it ended, when the work began that was too much, and of how many the work
   * goes on when the hours begin anew.
   */
  function serveInOrder(
    next: number,
    count: number,
    first: number,
    size: number,
    comers: Int32Array,
    instants: Float64Array,
    floats: Float64Array,
    words: number,
    heap: Int32Array,
    people: number,
    since: number,
    factor: number,
    limit: number
  ): number {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    let ended: number = ENDED.over;
    let begun = 0;
    let longer = 0;
    let i = first;
    let at = next;
    while (i < size && at < count) {
      const record = comers[at] as number;
      const instant = instants[at] as number;
      const t = Math.max(since + (heap[0] as number), instant);
      if (t >= limit) {
        ended = ENDED.late;
        break;
      }
      const day = ((t - base + 0.5) * perSlot) | 0;
      const slot = (day + (t >= (row[(closes + day) | 0] as number) ? 1 : 0)) | 0;
      const from = Math.max(t, row[(opens + slot) | 0] as number);
      const work = Math.floor((floats[(record * words + AT.effort) | 0] as number) * factor);
      const to = from + work;
      if (to >= limit) {
        ended = ENDED.late;
        break;
      }
      if (to - since >= never) {
        ended = ENDED.far;
        begun = from;
        break;
      }
      rows[i] = record;
      asked[i] = instant;
      begins[i] = from;
      effort[i] = work;
      time[i] = to;
      overtime[i] = Math.max(0, to - (row[(closes + slot) | 0] as number));
      longer += to > (row[(opens + slot + 1) | 0] as number) ? 1 : 0;
      const key = (to - since) | 0;
      let top = 0;
      for (let below = 1; below < people; below = 2 * top + 1) {
        const left = heap[below] as number;
        const apart = ((heap[below + 1] as number) - left) | 0;
        // All ones where the right one is less.
        const right = apart >> 31;
        const least = (left + (apart & right)) | 0;
        if (least >= key) break;
        heap[top] = least;
        top = below - right;
      }
      heap[top] = key;
      i++;
      at++;
    }
    say[SERVED.next] = at;
    say[SERVED.ended] = ended;
    say[SERVED.begun] = begun;
    say[SERVED.longer] = longer;
    return i;
  }

  /** What people did for the leads at places from `first` up to `end`, of what was begun from `since` on. */
  function sumServed(first: number, end: number, since: number): void {
    let tasks = 0;
    let worked = 0;
    let over = 0;
    let waited = 0;
    let last = -Infinity;
    for (let i = first; i < end; i++) {
      const begun = begins[i] as number;
      last = Math.max(last, time[i] as number);
      const counted = begun >= since ? 1 : 0;
      tasks += counted;
      worked += counted * (effort[i] as number);
      over += counted * (overtime[i] as number);
      waited += counted * (begun - (asked[i] as number));
    }
    say[SUMS.tasks] = tasks;
    say[SUMS.worked] = worked;
    say[SUMS.overtime] = over;
    say[SUMS.waited] = waited;
    say[SUMS.last] = last;
  }

  /** What their work cost, in thousandths of money; returns the sum of what was begun from `since` on. */
  function costServed(first: number, end: number, since: number, perHour: number): number {
    let costs = 0;
    for (let i = first; i < end; i++) {
      const cost = Math.round((perHour * 1000 * (effort[i] as number)) / hour);
      spent[i] = cost;
      costs += (begins[i] as number) >= since ? cost : 0;
    }
    return costs;
  }

  /** Copies the records of the rows of the first `count` leads into the columns; nobody waits there any more. */
  function readRecords(
    count: number,
    floats: Float64Array,
    ints: Int32Array,
    words: number,
    start: number
  ): void {
    for (let i = 0; i < count; i++) {
      const at = ((rows[i] as number) * words) | 0;
      const of = (2 * at) | 0;
      const number = ints[(of + INT.lead) | 0] as number;
      const marks = ints[(of + INT.marks) | 0] as number;
      place[i] = ints[(of + INT.place) | 0] as number;
      ints[(of + INT.place) | 0] = nobody;
      const l = lowHalf(start, number);
      low[i] = l;
      high[i] = highHalf(l, number);
      arrived[i] = floats[(at + AT.arrived) | 0] as number;
      opened[i] = floats[(at + AT.opened) | 0] as number;
      due[i] = floats[(at + AT.due) | 0] as number;
      touched[i] = marks & 1;
      batch[i] = marks >> 1;
      lead[i] = number;
    }
  }

  /** Fills the records at `parking` of the leads of the list in work, who wait at `where`; returns when the last one asks. */
  function writeRecords(
    count: number,
    floats: Float64Array,
    ints: Int32Array,
    words: number,
    dueAt: Float64Array,
    where: number
  ): number {
    let last = 0;
    for (let j = 0; j < count; j++) {
      const i = list[j] as number;
      const t = asked[i] as number;
      const at = ((parking[j] as number) * words) | 0;
      const of = (2 * at) | 0;
      floats[(at + AT.asked) | 0] = t;
      floats[(at + AT.arrived) | 0] = arrived[i] as number;
      floats[(at + AT.opened) | 0] = opened[i] as number;
      floats[(at + AT.due) | 0] = dueAt[i] as number;
      floats[(at + AT.effort) | 0] = (time[i] as number) - t;
      ints[(of + INT.lead) | 0] = lead[i] as number;
      ints[(of + INT.place) | 0] = where;
      ints[(of + INT.marks) | 0] = ((touched[i] as number) + 2 * (batch[i] as number)) | 0;
      last = Math.max(last, t);
    }
    return last;
  }

  /** How long the tasks of the list in work waited and took: says the sums. */
  function sumWork(count: number): void {
    let waited = 0;
    let worked = 0;
    for (let j = 0; j < count; j++) {
      const i = list[j] as number;
      waited += (begins[i] as number) - (asked[i] as number);
      worked += effort[i] as number;
    }
    say[SUMS.waited] = waited;
    say[SUMS.worked] = worked;
  }

  return { serveInOrder, sumServed, costServed, readRecords, writeRecords, sumWork };
}

export const { serveInOrder, sumServed, costServed, readRecords, writeRecords, sumWork } =
  kernels();

const ints = new Int32Array(1);
const floats = new Float64Array(1);
rehearse([
  () => serveInOrder(0, 0, 0, 0, ints, floats, floats, 1, ints, 1, 0, 1, 0),
  () => sumServed(0, 0, 0),
  () => costServed(0, 0, 0, 0),
  () => readRecords(0, floats, ints, 1, 0),
  () => writeRecords(0, floats, ints, 1, floats, 0),
  () => sumWork(0)
]);
