import type { Model } from '../model/model';
import { perLength } from '../per-length';
import { CadenceTally, TIME } from '../statistics/cadence-tally';
import { SERIES } from '../statistics/day-tally';
import type { Tally } from '../statistics/tally';
import type { Gathered } from '../statistics/time-tally';

const DAY = 86_400_000;

/** Counts by day from an instant on. */
export interface DayCounts {
  readonly base: number;
  /** Days per millisecond (see `perLength`). */
  readonly perDay: number;
  readonly counts: Int32Array;
}

/**
 * What is counted while a block of leads is in work: it is added to the tally when they have all come
 * to their ends, or thrown away where they have to be run again by the general path.
 */
export class Scratch {
  readonly #cells: CadenceTally[];
  /** Whether only the main figures are counted. */
  readonly brief: boolean;
  readonly arrivals: DayCounts;
  readonly touches: DayCounts;
  readonly ends: DayCounts;
  /** Changes of what waits and what is overdue. */
  readonly waiting: DayCounts;
  readonly overdue: DayCounts;
  readonly elapsed: Gathered;
  readonly cycle: Gathered;
  readonly firstResponse: Gathered;
  /** The latest instant at which a lead came to its end: nothing is counted after it. */
  latest = 0;
  /** The last day on which a wait, or what was overdue, came to its end; -1: none. */
  #lastWaiting = -1;
  #lastOverdue = -1;

  constructor(
    { program, brief }: Pick<Model, 'program' | 'brief'>,
    segments: number,
    size: number,
    base: number,
    until: number
  ) {
    this.brief = brief;
    const days = Math.ceil((until - base) / DAY) + 1;
    const counted = (): DayCounts => ({
      base,
      perDay: perLength(DAY),
      counts: new Int32Array(days)
    });
    const lengths = (): Gathered => ({
      values: new Float64Array(size),
      count: 0,
      sum: 0,
      min: Infinity,
      max: 0
    });
    this.#cells = Array.from({ length: segments }, () => new CadenceTally(program));
    this.arrivals = counted();
    this.touches = counted();
    this.ends = counted();
    this.waiting = counted();
    this.overdue = counted();
    this.elapsed = lengths();
    this.cycle = lengths();
    this.firstResponse = lengths();
  }

  cell(segment: number): CadenceTally {
    return this.#cells[segment] as CadenceTally;
  }

  /** Adds everything to a tally, by segment to `cells`, and begins anew. */
  commit(tally: Tally, cells: readonly CadenceTally[]): void {
    cells.forEach((cell, segment) => cell.absorb(this.cell(segment)));
    tally.elapsed.addAll(this.elapsed);
    if (this.brief) {
      this.#begin(0);
      return;
    }
    const days = Math.trunc((this.latest - this.ends.base) / DAY) + 1;
    const { cycle, firstResponse } = this;
    addDays(tally, SERIES.arrivals, this.arrivals, days);
    addDays(tally, SERIES.touches, this.touches, days);
    addDays(tally, SERIES.ends, this.ends, days);
    tally.days.addDays(SERIES.waiting, this.waiting.counts, this.#lastWaiting + 1);
    tally.days.addDays(SERIES.overdue, this.overdue.counts, this.#lastOverdue + 1);
    tally.cycle.addAll(cycle);
    tally.firstResponse.addAll(firstResponse);
    this.#begin(days);
  }

  /** Forgets everything. */
  clear(): void {
    this.#begin(this.ends.counts.length);
  }

  #begin(days: number): void {
    for (const { counts, sums } of this.#cells) {
      counts.fill(0);
      sums.fill(0);
    }
    const series = [this.arrivals, this.touches, this.ends, this.waiting, this.overdue];
    for (const { counts } of series) counts.fill(0, 0, days);
    for (const gathered of [this.elapsed, this.cycle, this.firstResponse]) {
      gathered.count = gathered.sum = gathered.max = 0;
      gathered.min = Infinity;
    }
    this.latest = 0;
    this.#lastWaiting = -1;
    this.#lastOverdue = -1;
  }

  /** Lets spans of a series be counted: `count` gets the last day of one so far, and returns it anew. */
  spans(
    series: typeof SERIES.waiting | typeof SERIES.overdue,
    count: (days: DayCounts, last: number) => number
  ): void {
    if (series === SERIES.waiting) this.#lastWaiting = count(this.waiting, this.#lastWaiting);
    else this.#lastOverdue = count(this.overdue, this.#lastOverdue);
  }

  /** So many leads of a segment got their first response, after so much time in all. */
  addAnswered(segment: number, count: number, time: number): void {
    const cell = this.cell(segment);
    cell.addMany(count, 0);
    cell.addTime(TIME.firstResponse, time);
  }
}

function addDays(tally: Tally, series: number, { counts }: DayCounts, days: number): void {
  let length = days;
  while (length > 0 && counts[length - 1] === 0) length--;
  tally.days.addDays(series, counts, length);
}
