/** Whole numbers, the one of the lowest rank first. */
export class Heap {
  readonly #values: number[] = [];
  readonly #ranks: number[] = [];

  push(value: number, rank: number): void {
    let at = this.#values.length;
    this.#values.push(value);
    this.#ranks.push(rank);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((this.#ranks[up] ?? 0) <= rank) break;
      this.#swap(at, up);
      at = up;
    }
  }

  /** -1 when there is none left. */
  pop(): number {
    const first = this.#values[0] ?? -1;
    const last = this.#values.pop();
    const rank = this.#ranks.pop();
    if (last === undefined || rank === undefined || this.#values.length === 0) return first;
    this.#values[0] = last;
    this.#ranks[0] = rank;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.#values.length) return first;
      const right = left + 1;
      const lower = (this.#ranks[right] ?? Infinity) < (this.#ranks[left] ?? Infinity);
      const down = lower ? right : left;
      if ((this.#ranks[down] ?? 0) >= rank) return first;
      this.#swap(at, down);
      at = down;
    }
  }

  #swap(a: number, b: number): void {
    const [value, rank] = [this.#values[a] ?? 0, this.#ranks[a] ?? 0];
    this.#values[a] = this.#values[b] ?? 0;
    this.#ranks[a] = this.#ranks[b] ?? 0;
    this.#values[b] = value;
    this.#ranks[b] = rank;
  }
}
