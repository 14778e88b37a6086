import { GrowingColumn } from './growing-column';

const DAY = 86_400_000;
/** Fifty years. */
const MOST_DAYS = 18_300;
const ROOM = 256;

/** What is counted by day. The last two are changes: their running sum is what is open as a day ends. */
export const SERIES = { arrivals: 0, touches: 1, ends: 2, waiting: 3, overdue: 4 } as const;
const MANY = 5;

/**
 * Counts by day of the simulation, the first day being that of its start. Days are those of the clock
 * in force at the start: a change of the clock in between moves midnight by its hour.
 */
export class DayTally {
  /** The local midnight at or before the start; an instant. */
  readonly #midnight: number;
  readonly #series = Array.from({ length: MANY }, () => new GrowingColumn(ROOM, MOST_DAYS));

  constructor(midnight: number) {
    this.#midnight = midnight;
  }

  dayOf(at: number): number {
    const day = Math.floor((at - this.#midnight) / DAY);
    return day < 0 ? 0 : day;
  }

  add(series: number, at: number): void {
    this.#series[series]?.add(this.dayOf(at), 1);
  }

  /** The first `length` counts by day, already counted elsewhere. */
  addDays(series: number, counts: Int32Array, length: number): void {
    const values = length > 0 ? this.#series[series]?.reserve(length - 1) : undefined;
    if (!values) return;
    for (let day = 0; day < length; day++)
      values[day] = (values[day] as number) + (counts[day] as number);
  }

  /** Something was open from `from` to `to`, Infinity: still is: it counts on the days at whose ends it was. */
  addSpan(series: typeof SERIES.waiting | typeof SERIES.overdue, from: number, to: number): void {
    const first = this.dayOf(from);
    const last = this.dayOf(to);
    if (first >= last) return;
    this.#series[series]?.add(first, 1);
    if (last < Infinity) this.#series[series]?.add(last, -1);
  }

  series(series: number): Float64Array {
    return this.#series[series]?.values ?? new Float64Array(0);
  }

  columns(): Float64Array[] {
    return this.#series.map(({ values }) => values);
  }

  absorb(columns: readonly Float64Array[]): void {
    columns.forEach((values, series) => this.#series[series]?.absorb(values));
  }
}
