import type { Change } from './change-feed';

/** More revisions than can be on their way through the change feed at once. */
const REMEMBERED = 64;

/**
 * Tells changes made through one store object from all others. Word of a write may arrive before
 * or after its reply, so while a write is under way the changes of that document wait for it.
 */
export class OwnWrites {
  readonly #pending = new Map<string, number>();
  readonly #held = new Map<string, Change[]>();
  readonly #revs: string[] = [];
  readonly #foreign: (change: Change) => void;

  constructor(foreign: (change: Change) => void) {
    this.#foreign = foreign;
  }

  /** Runs a write of `id`; `revOf` names the revision it made, if any. */
  async during<T>(id: string, write: () => Promise<T>, revOf: (result: T) => string | null) {
    this.#pending.set(id, (this.#pending.get(id) ?? 0) + 1);
    try {
      const result = await write();
      const rev = revOf(result);
      if (rev !== null) this.#remember(`${id} ${rev}`);
      return result;
    } finally {
      this.#settle(id);
    }
  }

  hear(change: Change): void {
    if (this.#pending.has(change.id)) {
      this.#held.set(change.id, [...(this.#held.get(change.id) ?? []), change]);
    } else if (!this.#revs.includes(`${change.id} ${change.rev}`)) {
      this.#foreign(change);
    }
  }

  #remember(write: string): void {
    this.#revs.push(write);
    if (this.#revs.length > REMEMBERED) this.#revs.shift();
  }

  #settle(id: string): void {
    const left = (this.#pending.get(id) ?? 1) - 1;
    if (left > 0) {
      this.#pending.set(id, left);
      return;
    }
    this.#pending.delete(id);
    const held = this.#held.get(id) ?? [];
    this.#held.delete(id);
    for (const change of held) this.hear(change);
  }
}
