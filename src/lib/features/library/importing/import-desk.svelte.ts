import type { CadenceFile } from '$lib/domain';
import type { DraftEntry } from '$lib/storage';
import { readFiles, type ChosenFile, type RefusedFile } from './read-files';

export type ClashChoice = 'replace' | 'both' | 'cancel';

/** A file whose cadence is already here. */
export interface Clash {
  readonly file: CadenceFile;
  readonly present: DraftEntry;
  readonly choose: (choice: ClashChoice) => void;
}

/** Takes files in one after another, asking where a person must decide. */
export class ImportDesk {
  #busy = $state(false);
  #refused: readonly RefusedFile[] = $state.raw([]);
  #clash: Clash | null = $state.raw(null);

  get busy(): boolean {
    return this.#busy;
  }

  /** Files that were not taken, until the person has seen why. */
  get refused(): readonly RefusedFile[] {
    return this.#refused;
  }

  /** The question that waits for an answer. */
  get clash(): Clash | null {
    return this.#clash;
  }

  seen(): void {
    this.#refused = [];
  }

  /** Reads the files and hands on each good one; what is refused is kept to be shown. */
  async take(
    files: readonly ChosenFile[],
    each: (file: CadenceFile) => Promise<void>
  ): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const { good, refused } = await readFiles(files);
      for (const file of good) await each(file);
      this.#refused = refused;
    } finally {
      this.#busy = false;
    }
  }

  ask(file: CadenceFile, present: DraftEntry): Promise<ClashChoice> {
    return new Promise((resolve) => {
      const choose = (choice: ClashChoice) => {
        this.#clash = null;
        resolve(choice);
      };
      this.#clash = { file, present, choose };
    });
  }
}
