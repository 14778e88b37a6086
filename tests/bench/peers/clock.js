/** A clock of simulated time for libraries that set timers: a binary heap, those of one instant in order. */
export class Clock {
  #now = 0;
  #count = 0;
  /** @type {{ at: number, id: number, then: (() => void) | null }[]} */
  #heap = [];
  /** @type {Map<number, { then: (() => void) | null }>} */
  #pending = new Map();

  now() {
    return this.#now;
  }

  /** @param {() => void} then @param {number} delay */
  setTimeout(then, delay) {
    const timer = { at: this.#now + Math.max(0, delay), id: this.#count++, then };
    this.#pending.set(timer.id, timer);
    const heap = this.#heap;
    let at = heap.length;
    for (let parent; at > 0 && before(timer, heap[(parent = (at - 1) >> 1)]); at = parent)
      heap[at] = /** @type {any} */ (heap[parent]);
    heap[at] = timer;
    return timer.id;
  }

  /** @param {number | undefined} id */
  clearTimeout(id) {
    const timer = id === undefined ? undefined : this.#pending.get(id);
    if (timer) timer.then = null;
  }

  /** Lets time pass until no timer is left. */
  run() {
    for (let timer = this.#take(); timer; timer = this.#take()) {
      this.#pending.delete(timer.id);
      if (!timer.then) continue;
      this.#now = timer.at;
      timer.then();
    }
  }

  #take() {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || first === last) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], last)) break;
      heap[at] = /** @type {any} */ (heap[child]);
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

/** @param {{ at: number, id: number } | undefined} a @param {{ at: number, id: number } | undefined} b */
function before(a, b) {
  return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.id < b.id));
}
