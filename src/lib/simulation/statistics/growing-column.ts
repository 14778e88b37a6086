/** A column of whole numbers that grows as far as it is written to. */
export class GrowingColumn {
  readonly #room: number;
  readonly #most: number;
  #values = new Float64Array(0);
  /** One past the last row written to. */
  length = 0;

  constructor(room: number, most: number) {
    this.#room = room;
    this.#most = most;
  }

  /** Adds to a row; rows past the most there may be are counted in the last one. */
  add(row: number, amount: number): void {
    const at = row < this.#most ? row : this.#most - 1;
    if (at >= this.length) this.#reach(at);
    this.#values[at] = (this.#values[at] as number) + amount;
  }

  /** The rows written to, and those up to `row` or the most there may be: to be written to directly. */
  reserve(row: number): Float64Array {
    const at = row < this.#most ? row : this.#most - 1;
    if (at >= this.length) this.#reach(at);
    return this.values;
  }

  /** The rows written to. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.length);
  }

  absorb(values: Float64Array): void {
    for (let row = values.length - 1; row >= 0; row--) this.add(row, values[row] as number);
  }

  #reach(row: number): void {
    this.length = row + 1;
    if (row < this.#values.length) return;
    const grown = new Float64Array(
      Math.min(this.#most, Math.max(row + 1, this.#room, this.#values.length * 2))
    );
    grown.set(this.#values);
    this.#values = grown;
  }
}
