import { freeId, isSlug } from '$lib/domain';

const LONGEST = 24;

/** Gives out ids, each once. */
export class Ids {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** Whether the id could be had as it is. */
  take(id: string): boolean {
    if (!isSlug(id) || this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }

  /** An id made from any text: `call`, `call-2`, `call-3`… */
  next(base: string): string {
    const stem = freeId([], base);
    if (this.take(stem)) return stem;
    for (let n = this.#counts.get(stem) ?? 2; ; n++) {
      const tail = `-${n}`;
      const id = stem.slice(0, LONGEST - tail.length) + tail;
      if (!this.take(id)) continue;
      this.#counts.set(stem, n + 1);
      return id;
    }
  }
}
