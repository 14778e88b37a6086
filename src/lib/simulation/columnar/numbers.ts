/** Room for all that a plan looks up: 12 MB, of which only what is written to takes memory. */
const ROOM = 3 << 19;

/**
 * What kernels look up: columns of numbers side by side in one that never moves, so that compiled code
 * knows where it lies and how long it is. It saves a third of the time.
 */
export const numbers = new Float64Array(ROOM);

/** Columns were brought in so often after all others had been cleared away. */
let round = 0;
let end = 0;

/** A column of numbers that kernels find in `numbers`, from `at` on, once it is brought in. */
export class Column {
  readonly values: Float64Array;
  at = 0;
  #round = -1;

  constructor(values: Float64Array) {
    this.values = values;
  }

  get isIn(): boolean {
    return this.#round === round;
  }

  /** Copies it to the end of what is there. */
  bringIn(): void {
    numbers.set(this.values, end);
    this.at = end;
    this.#round = round;
    end += this.values.length;
  }

  /** Values from row `from` up to row `to` were changed. */
  change(from: number, to: number): void {
    if (this.isIn) numbers.set(this.values.subarray(from, to), this.at + from);
  }
}

/** Whether there is room for all of them. */
export function fits(columns: readonly Column[]): boolean {
  return lengthOf(columns) <= ROOM;
}

/** Brings in what is missing of them; others may have to make room. They must fit. */
export function bringIn(columns: readonly Column[]): void {
  const missing = columns.filter(({ isIn }) => !isIn);
  if (end + lengthOf(missing) <= ROOM) {
    for (const column of missing) column.bringIn();
    return;
  }
  round++;
  end = 0;
  for (const column of columns) column.bringIn();
}

function lengthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { values }) => sum + values.length, 0);
}
