import type { Requests } from './requests';

/** Those that wait for the same people, the next one first. */
export class Queue {
  readonly #requests: Requests;
  #heap = new Int32Array(64);
  size = 0;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Row of the next one; there must be one. */
  get first(): number {
    return this.#heap[0] as number;
  }

  push(row: number): void {
    if (this.size === this.#heap.length) {
      const heap = new Int32Array(2 * this.size);
      heap.set(this.#heap);
      this.#heap = heap;
    }
    this.#rise(this.size++, row);
  }

  remove(row: number): void {
    const { place } = this.#requests;
    const at = place[row] as number;
    if (at < 0) return;
    place[row] = -1;
    const last = this.#heap[--this.size] as number;
    if (at === this.size) return;
    if (this.#requests.before(last, row)) this.#rise(at, last);
    else this.#sink(at, last);
  }

  #rise(from: number, row: number): void {
    const requests = this.#requests;
    const heap = this.#heap;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] as number;
      if (!requests.before(row, other)) break;
      heap[at] = other;
      requests.place[other] = at;
      at = above;
    }
    heap[at] = row;
    requests.place[row] = at;
  }

  #sink(from: number, row: number): void {
    const requests = this.#requests;
    const heap = this.#heap;
    let at = from;
    for (let below = 2 * at + 1; below < this.size; below = 2 * at + 1) {
      if (
        below + 1 < this.size &&
        requests.before(heap[below + 1] as number, heap[below] as number)
      )
        below++;
      const other = heap[below] as number;
      if (!requests.before(other, row)) break;
      heap[at] = other;
      requests.place[other] = at;
      at = below;
    }
    heap[at] = row;
    requests.place[row] = at;
  }
}
