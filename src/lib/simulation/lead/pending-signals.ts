/** A signal under way to a lead. */
export interface Pending<Run> {
  at: number;
  /** Row of the model's signals. */
  row: number;
  /** The visit it came of. */
  run: Run | null;
  pc: number;
  visit: number;
}

const NOTHING: readonly never[] = [];

/** Signals under way, by instant; those of one instant in the scenario's order. Rows are used again. */
export class PendingSignals<Run> {
  readonly #rows: Pending<Run>[] = [];
  /** How many rows are under way: the first ones. */
  #count = 0;
  /** When the next one comes; Infinity: none is under way. */
  next = Infinity;

  clear(): void {
    this.#count = 0;
    this.next = Infinity;
  }

  add(at: number, row: number, run: Run | null, pc: number, visit: number): void {
    const rows = this.#rows;
    const free = (rows[this.#count] ??= { at, row, run, pc, visit });
    free.at = at;
    free.row = row;
    free.run = run;
    free.pc = pc;
    free.visit = visit;
    let place = this.#count++;
    for (; place > 0; place--) {
      const before = rows[place - 1] as Pending<Run>;
      if (before.at < at || (before.at === at && before.row <= row)) break;
      rows[place] = before;
    }
    rows[place] = free;
    if (place === 0) this.next = at;
  }

  /** Those under way, in order, to be put aside. */
  all(): readonly Readonly<Pending<Run>>[] {
    return this.#count === 0
      ? NOTHING
      : this.#rows.slice(0, this.#count).map((row) => ({ ...row }));
  }

  /** The next one, off the list; it is written to again by what is added later. */
  take(): Pending<Run> | null {
    if (this.#count === 0) return null;
    const rows = this.#rows;
    const first = rows[0] as Pending<Run>;
    const last = --this.#count;
    for (let place = 0; place < last; place++) rows[place] = rows[place + 1] as Pending<Run>;
    rows[last] = first;
    this.next = last > 0 ? (rows[0] as Pending<Run>).at : Infinity;
    return first;
  }
}
