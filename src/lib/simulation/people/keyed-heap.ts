/** Numbered places with a key each, the lowest key first; of equal keys any may be first. */
export class KeyedHeap {
  #keys = new Float64Array(64);
  #heap = new Int32Array(64);
  /** Where a place stands in the heap; -1: nowhere. */
  #at = new Int32Array(64).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The lowest key; Infinity: there is nothing. */
  get least(): number {
    return this.#size === 0 ? Infinity : (this.#keys[this.#heap[0] as number] as number);
  }

  /** The place with the lowest key; there must be one. */
  get first(): number {
    return this.#heap[0] as number;
  }

  has(place: number): boolean {
    return place < this.#at.length && (this.#at[place] as number) >= 0;
  }

  keyOf(place: number): number {
    return this.has(place) ? (this.#keys[place] as number) : Infinity;
  }

  /** Puts a place in, or gives it another key. */
  set(place: number, key: number): void {
    if (place >= this.#at.length) this.#grow(place);
    const at = this.#at[place] as number;
    const before = this.#keys[place] as number;
    this.#keys[place] = key;
    if (at < 0) {
      this.#heap[this.#size] = place;
      this.#rise(this.#size++, place, key);
    } else if (key < before) this.#rise(at, place, key);
    else this.#sink(at, place, key);
  }

  /** Takes the place with the lowest key out; there must be one. */
  pop(): number {
    const first = this.#heap[0] as number;
    this.#at[first] = -1;
    const last = this.#heap[--this.#size] as number;
    if (this.#size > 0) this.#sink(0, last, this.#keys[last] as number);
    return first;
  }

  remove(place: number): void {
    if (!this.has(place)) return;
    const at = this.#at[place] as number;
    this.#at[place] = -1;
    const last = this.#heap[--this.#size] as number;
    if (at === this.#size) return;
    const key = this.#keys[last] as number;
    if (key < (this.#keys[place] as number)) this.#rise(at, last, key);
    else this.#sink(at, last, key);
  }

  #rise(from: number, place: number, key: number): void {
    const heap = this.#heap;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] as number;
      if ((this.#keys[other] as number) <= key) break;
      heap[at] = other;
      this.#at[other] = at;
      at = above;
    }
    heap[at] = place;
    this.#at[place] = at;
  }

  #sink(from: number, place: number, key: number): void {
    const heap = this.#heap;
    const keys = this.#keys;
    const size = this.#size;
    let at = from;
    for (let below = 2 * at + 1; below < size; below = 2 * at + 1) {
      let other = heap[below] as number;
      if (below + 1 < size) {
        const right = heap[below + 1] as number;
        if ((keys[right] as number) < (keys[other] as number)) {
          other = right;
          below++;
        }
      }
      if ((keys[other] as number) >= key) break;
      heap[at] = other;
      this.#at[other] = at;
      at = below;
    }
    heap[at] = place;
    this.#at[place] = at;
  }

  #grow(place: number): void {
    const room = Math.max(place + 1, 2 * this.#at.length);
    const keys = new Float64Array(room);
    keys.set(this.#keys);
    const heap = new Int32Array(room);
    heap.set(this.#heap);
    const at = new Int32Array(room).fill(-1);
    at.set(this.#at);
    this.#keys = keys;
    this.#heap = heap;
    this.#at = at;
  }
}
