import { SERIES } from '../statistics/day-tally';
import { TIME } from '../statistics/cadence-tally';
import type { Arrival } from './follower';

/** Counts what concerns one lead as a whole, whatever runs of it go on. */
export class LeadTally {
  #arrival: Arrival | null = null;
  #touched = false;

  /** Turns to another lead. */
  begin(arrival: Arrival): void {
    this.#arrival = arrival;
    this.#touched = false;
    arrival.tally.days.add(SERIES.arrivals, arrival.at);
  }

  /** Whether somebody has reached out to the lead. */
  get touched(): boolean {
    return this.#touched;
  }

  /** Turns back to a lead that has been here. */
  goOn(arrival: Arrival, touched: boolean): void {
    this.#arrival = arrival;
    this.#touched = touched;
  }

  /** Somebody reached out to the lead at `at`. */
  touch(at: number): void {
    const arrival = this.#arrival;
    if (!arrival) return;
    arrival.tally.days.add(SERIES.touches, at);
    if (this.#touched) return;
    this.#touched = true;
    arrival.cell.addAnswered();
    arrival.cell.addTime(TIME.firstResponse, at - arrival.at);
    arrival.tally.firstResponse.add(at - arrival.at);
  }

  /** A task was open and not begun from `from` to `to`. */
  waited(from: number, to: number): void {
    if (to > from) this.#arrival?.tally.days.addSpan(SERIES.waiting, from, to);
  }

  /** A task was past its due instant until `to`. */
  overdue(due: number, to: number): void {
    this.#arrival?.tally.days.addSpan(SERIES.overdue, due, to);
  }

  signal(row: number): void {
    const signals = this.#arrival?.tally.signals;
    if (signals) signals[row] = (signals[row] ?? 0) + 1;
  }

  /** The run in the simulated cadence ended at `at`; `open` is the open time since the arrival. */
  end(at: number, open: number): void {
    const arrival = this.#arrival;
    if (!arrival) return;
    const { tally, cell } = arrival;
    tally.days.add(SERIES.ends, at);
    tally.elapsed.add(at - arrival.at);
    tally.cycle.add(open);
    cell.addTime(TIME.elapsed, at - arrival.at);
    cell.addTime(TIME.cycle, open);
  }
}
