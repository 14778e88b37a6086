import { wantedPart, type HistoryEntry } from '$lib/storage';
import type { EditedDocument } from './document.svelte';

interface Surroundings {
  /** The steps of a part of the log; null when they are lost. */
  readonly read: (part: string) => Promise<readonly HistoryEntry[] | null>;
  /** Steps are lost: the log begins later than it did. */
  readonly onlost: () => void;
}

/** Reads the earlier parts of the undo log before they are needed. */
export class Past {
  readonly #document: EditedDocument;
  readonly #around: Surroundings;
  #reading: Promise<void> | null = null;

  constructor(document: EditedDocument, around: Surroundings) {
    this.#document = document;
    this.#around = around;
  }

  /** Reads what is wanted; resolves when enough steps are at hand. */
  prepare(): Promise<void> {
    if (this.#reading) return this.#reading;
    if (wantedPart(this.#document.history) === null) return Promise.resolve();
    this.#reading = this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #read(): Promise<void> {
    let part = wantedPart(this.#document.history);
    while (part !== null) {
      const entries = await this.#around.read(part).catch(() => undefined);
      // Storage does not answer: nothing is lost, and asking again may help.
      if (entries === undefined) return;
      // Meanwhile the log may have become another one, which does not know the part.
      const isKnown = wantedPart(this.#document.history) === part;
      if (isKnown) {
        this.#document.fill(part, entries);
        if (!entries) this.#around.onlost();
      }
      part = wantedPart(this.#document.history);
    }
  }
}
