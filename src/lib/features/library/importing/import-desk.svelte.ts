import type { CadenceFile } from '$lib/domain';
import type { DraftEntry } from '$lib/storage';
import {
  readFiles,
  type ChosenFile,
  type ReadBpmn,
  type RefusedFile,
  type TakenFile
} from './read-files';

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
  #taken: readonly TakenFile[] = $state.raw([]);
  #clash: Clash | null = $state.raw(null);

  get busy(): boolean {
    return this.#busy;
  }

  /** Files that were not taken, until the person has seen why. */
  get refused(): readonly RefusedFile[] {
    return this.#refused;
  }

  /** Files of other formats with the cadences they have become, until the person has seen what became of them. */
  get taken(): readonly TakenFile[] {
    return this.#taken;
  }

  /** The question that waits for an answer. */
  get clash(): Clash | null {
    return this.#clash;
  }

  seenRefused(): void {
    this.#refused = [];
  }

  seenTaken(): void {
    this.#taken = [];
  }

  /** Reads the files and hands on each good one; what is refused is kept to be shown. */
  async take(
    files: readonly ChosenFile[],
    readBpmn: ReadBpmn,
    each: (file: CadenceFile) => Promise<CadenceFile | null>
  ): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const { good, taken, refused } = await readFiles(files, readBpmn);
      const kept = new Map<CadenceFile, CadenceFile | null>();
      for (const file of good) kept.set(file, await each(file));
      this.#refused = refused;
      this.#taken = taken
        .map((file) => ({ ...file, cadences: file.cadences.flatMap((one) => kept.get(one) ?? []) }))
        .filter(({ cadences }) => cadences.length > 0);
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
