import { openUntil, rolled, type CalendarTable } from '../columnar/calendar-table';
import { said, tellTable } from '../columnar/told';
import type { Crowd } from './crowd';
import { FreeTimes } from './free-times';
import type { Levels } from './levels';
import { AT, INT, type ParkedLeads } from './parked-leads';
import { ENDED, SERVED, serveInOrder } from './served';

/** People of one group, who are all alike. */
export interface Team {
  readonly count: number;
  readonly hours: CalendarTable;
  /** Work takes them so many times as long. */
  readonly factor: number;
}

/** Those who ask in a bucket, in order: rows of leads that are parked, and when. */
export interface Asking {
  rows: Int32Array;
  instants: Float64Array;
  count: number;
}

/** What lines work with. */
export interface LineTools {
  readonly crowd: Crowd;
  readonly parked: ParkedLeads;
  /** Leads must not stand later. */
  readonly limit: number;
  /** By place: whom others are served before. */
  readonly levelAt: Int32Array;
}

/**
 * Tasks that wait for the people of one group: one is begun when somebody is free first, no earlier than
 * it asks, and within their hours.
 */
export class Line {
  readonly asking: Asking = { rows: new Int32Array(0), instants: new Float64Array(0), count: 0 };
  /** Everything that begins in the bucket has begun. */
  isOver = true;
  readonly #tools: LineTools;
  readonly #team: Team;
  readonly #free: FreeTimes;
  /** Those who have asked; null: first come, first served. */
  readonly #waiting: Levels | null;
  #next = 0;
  #until = 0;
  /** None of those who wait is served sooner. */
  #soonest = -Infinity;

  constructor(tools: LineTools, team: Team, waiting: Levels | null) {
    this.#tools = tools;
    this.#team = team;
    this.#free = new FreeTimes(team.count);
    this.#waiting = waiting;
  }

  get isEmpty(): boolean {
    return this.#waiting === null || this.#waiting.size === 0;
  }

  /** A bucket that ends at `until`; those in `asking` ask. */
  open(until: number): void {
    this.#next = 0;
    this.#until = until;
    this.isOver = false;
  }

  /**
   * Tasks are begun, whose leads take the next places of the block until it is full; false: some would
   * begin too late to go on here.
   */
  begin(): boolean {
    return this.#waiting ? this.#beginChosen() : this.#beginInOrder();
  }

  #beginInOrder(): boolean {
    const { crowd, parked, limit } = this.#tools;
    const { floats, words } = parked;
    const { hours, factor } = this.#team;
    const { size } = crowd.block;
    const { rows, instants, count } = this.asking;
    const free = this.#free;
    const { heap, people } = free;
    const first = crowd.count;
    tellTable(hours);
    let i = first;
    let longer = 0;
    for (let ended: number = ENDED.far; ended === ENDED.far;) {
      const { since } = free;
      const next = this.#next;
      // prettier-ignore
      i = serveInOrder(next, count, i, size, rows, instants, floats, words, heap, people, since, factor, limit);
      ended = said[SERVED.ended] as number;
      if (ended === ENDED.late) return false;
      if (ended === ENDED.far) free.move(said[SERVED.begun] as number);
      this.#next = said[SERVED.next] as number;
      longer += said[SERVED.longer] as number;
    }
    if (longer > 0) this.#countOvertime(first, i);
    this.isOver = i < size;
    crowd.count = i;
    return true;
  }

  /** Some work goes on when hours begin anew: what lies outside them is told by the calendar. */
  #countOvertime(from: number, to: number): void {
    const { begins, overtime, block } = this.#tools.crowd;
    for (let i = from; i < to; i++)
      if ((overtime[i] as number) > 0)
        overtime[i] = outside(this.#team.hours, begins[i] as number, block.time[i] as number);
  }

  #beginChosen(): boolean {
    const { crowd, parked, limit } = this.#tools;
    const { rows, asked, begins, effort, overtime, block } = crowd;
    const { floats, words } = parked;
    const { hours, factor } = this.#team;
    const { base, perSlot, opens, closes } = hours;
    const { time, size } = block;
    const free = this.#free;
    let i = crowd.count;
    for (; i < size; i++) {
      const row = this.#choose();
      if (row < 0) break;
      const t = this.#soonest;
      if (t >= limit) return false;
      let slot = ((t - base + 0.5) * perSlot) | 0;
      if (t >= (closes[slot] as number)) slot++;
      const from = Math.max(t, opens[slot] as number);
      const at = row * words;
      const work = Math.floor((floats[at + AT.effort] as number) * factor);
      const to = from + work;
      if (to >= limit) return false;
      rows[i] = row;
      asked[i] = floats[at + AT.asked] as number;
      begins[i] = from;
      effort[i] = work;
      time[i] = to;
      overtime[i] = to > (closes[slot] as number) ? outside(hours, from, to) : 0;
      free.work(from, to);
    }
    this.isOver = i < size;
    crowd.count = i;
    return true;
  }

  /** Row of the one that is served next, at `#soonest`; -1: none in the bucket. */
  #choose(): number {
    const { parked, levelAt, limit } = this.#tools;
    const { rows, instants, count } = this.asking;
    const waiting = this.#waiting;
    if (!waiting) return -1;
    if (waiting.size === 0) {
      if (this.#next === count) return -1;
      this.#soonest = Math.max(this.#soonest, instants[this.#next] as number);
    }
    const at = Math.max(this.#soonest, this.#free.first);
    this.#soonest = at < limit ? rolled(this.#team.hours, at) : at;
    // Of one instant everybody asks before somebody is served.
    for (; this.#next < count; this.#next++) {
      if ((instants[this.#next] as number) > this.#soonest) break;
      const row = rows[this.#next] as number;
      const place = parked.ints[row * 2 * parked.words + INT.place] as number;
      waiting.push(row, levelAt[place] as number);
    }
    return this.#soonest < this.#until ? waiting.pop() : -1;
  }
}

/** Milliseconds that lie outside the hours. */
function outside(table: CalendarTable, from: number, to: number): number {
  return to - from - (openUntil(table, to) - openUntil(table, from));
}
