import type { CadenceFile } from '$lib/domain';
import type { DraftEntry } from '$lib/storage';
import type { LibraryState, Undo } from '../state/library-state.svelte';
import { nameOf } from '../words/summary';
import { readCadenceFile, type Refusal } from './read-file';

/** A file whose cadence is here already: the person decides. */
export interface ImportQuestion {
  readonly file: CadenceFile;
  readonly existing: DraftEntry;
}

interface Voice {
  say(message: string): void;
  undo(message: string, action: () => void): void;
}

/** Takes in files, one after the other; what needs a word with the person waits in dialogs. */
export class ImportState {
  readonly #library: LibraryState;
  readonly #voice: Voice;
  #refusals: readonly Refusal[] = $state.raw([]);
  #questions: readonly ImportQuestion[] = $state.raw([]);

  constructor(library: LibraryState, voice: Voice) {
    this.#library = library;
    this.#voice = voice;
  }

  /** Files that were not taken in, with everything wrong with them. */
  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  /** The next decision to take. */
  get question(): ImportQuestion | null {
    return this.#questions[0] ?? null;
  }

  async take(files: readonly File[]): Promise<void> {
    for (const each of files) {
      const read = await readCadenceFile(each);
      if (read.ok) await this.#keep(read.value);
      else this.#refusals = [...this.#refusals, { fileName: each.name, faults: read.error }];
    }
  }

  dismissRefusals(): void {
    this.#refusals = [];
  }

  async replace(): Promise<void> {
    const question = this.#next();
    if (!question) return;
    const undo = await this.#library.replace(question.existing, question.file);
    if (undo) this.#tellReplaced(question, undo);
  }

  async keepBoth(): Promise<void> {
    const question = this.#next();
    if (!question) return;
    const created = await this.#library.create(question.file);
    if (created.ok) this.#tellImported(created.value);
  }

  /** Leaves everything as it is. */
  skip(): void {
    this.#next();
  }

  async #keep(file: CadenceFile): Promise<void> {
    const existing = this.#library.find(file.cadence.id);
    if (existing) {
      this.#questions = [...this.#questions, { file, existing }];
      return;
    }
    const added = await this.#library.add(file);
    if (added.ok) this.#tellImported(added.value);
  }

  #next(): ImportQuestion | null {
    const { question } = this;
    this.#questions = this.#questions.slice(1);
    return question;
  }

  #tellImported(id: string): void {
    const entry = this.#library.find(id);
    if (entry?.type === 'draft') {
      this.#voice.say(`“${nameOf(entry.draft.file.cadence)}” was imported.`);
    }
  }

  #tellReplaced({ existing, file }: ImportQuestion, undo: Undo): void {
    const message = `“${nameOf(file.cadence)}” was replaced.`;
    if (existing.type === 'damaged') this.#voice.say(message);
    else this.#voice.undo(message, () => void undo());
  }
}
