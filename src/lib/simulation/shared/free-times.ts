/** No work may be longer: milliseconds. */
export const LONGEST_WORK = 0x7ffffffe;

/** Nobody is free so late: what fills up the heap. */
export const NEVER = 0x7fffffff;

/**
 * When each of some people is free, whoever is so first in front: a heap of whole milliseconds from an instant
 * that is moved on now and then, so that the lesser of two is found without a jump that nobody can foresee.
 */
export class FreeTimes {
  readonly people: number;
  readonly heap: Int32Array;
  /** The instant from which on the heap counts. */
  since = -Infinity;

  /** Everybody has been free since ever. */
  constructor(people: number) {
    this.people = people;
    this.heap = new Int32Array(2 * people + 2).fill(NEVER, people);
  }

  /** When whoever is free first is so. */
  get first(): number {
    return this.since + (this.heap[0] as number);
  }

  /** Whoever was free first works from `from` to `to`; nobody is asked for before `from` any more. */
  work(from: number, to: number): void {
    if (to - this.since >= NEVER) this.move(from);
    const heap = this.heap;
    const people = this.people;
    const key = (to - this.since) | 0;
    let at = 0;
    for (let below = 1; below < people; below = 2 * at + 1) {
      const left = heap[below] as number;
      const apart = ((heap[below + 1] as number) - left) | 0;
      // All ones where the right one is less.
      const right = apart >> 31;
      const least = (left + (apart & right)) | 0;
      if (least >= key) break;
      heap[at] = least;
      at = below - right;
    }
    heap[at] = key;
  }

  /** Whoever was free before is as good as free from then on. */
  move(base: number): void {
    const by = base - this.since;
    this.since = base;
    for (let person = 0; person < this.people; person++)
      this.heap[person] = Math.max(0, (this.heap[person] as number) - by);
  }
}
