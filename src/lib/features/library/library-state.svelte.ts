import {
  applyEdit,
  invertEdit,
  labelOf,
  serializeCadenceFile,
  type CadenceFile,
  type CadenceId,
  type Edit,
  fileNameOf
} from '$lib/domain';
import { proposeCadence, type Answers, type Proposal } from '$lib/advisor';
import type { App } from '$lib/app/context';
import {
  EMPTY_HISTORY,
  record,
  type DamagedDraft,
  type Draft,
  type DraftEntry
} from '$lib/storage';
import { toast } from '$lib/ui';
import { sizesOf } from '$lib/drawing';
import type { LayoutService } from '$lib/layout';
import { GalleryState } from './gallery/gallery-state.svelte';
import { ImportDesk } from './importing/import-desk.svelte';
import type { ChosenFile, ReadBpmn } from './importing/read-files';
import { contentOf, idOf, matches, revOf, titleOf } from './library-entry';
import type { News } from './news';
import { Shelf, type ShelfStatus } from './shelf.svelte';
import { homeOf, startingFile } from './starting-file';
import { failureWords } from './words/failures';
import { nameOf } from './words/summary';

export type LibraryServices = Pick<App, 'drafts' | 'newCadenceId' | 'now' | 'fetchAsset' | 'bpmn'>;

export interface LibraryOptions {
  readonly news?: News;
  /** Gives the steps of a proposed cadence their places; without it they get them when it is opened. */
  readonly layout?: LayoutService;
  /** IANA name of the zone that new cadences are in. */
  readonly tz?: string;
}

/** A file to be saved outside the app. */
export interface Export {
  readonly name: string;
  readonly text: string;
}

/** All cadences of this device, and what can be done with them as wholes. */
export class LibraryState {
  readonly gallery: GalleryState;
  readonly imports = new ImportDesk();
  readonly #services: LibraryServices;
  readonly #news: News;
  readonly #tz: string;
  readonly #layout: LayoutService | undefined;
  readonly #shelf: Shelf;
  #search = $state('');

  readonly #shown: readonly DraftEntry[] = $derived.by(() =>
    this.#shelf.entries.filter((entry) => matches(entry, this.#search.trim()))
  );

  constructor(
    services: LibraryServices,
    { news = toast, tz = 'UTC', layout }: LibraryOptions = {}
  ) {
    this.#services = services;
    this.#news = news;
    this.#tz = tz;
    this.#layout = layout;
    this.#shelf = new Shelf(services.drafts);
    this.gallery = new GalleryState(services.fetchAsset);
  }

  get status(): ShelfStatus {
    return this.#shelf.status;
  }

  /** All of them, newest first. */
  get entries(): readonly DraftEntry[] {
    return this.#shelf.entries;
  }

  /** Those that the search finds. */
  get shown(): readonly DraftEntry[] {
    return this.#shown;
  }

  get search(): string {
    return this.#search;
  }

  set search(words: string) {
    this.#search = words;
  }

  /** Reads the cadences now and after changes elsewhere, until the returned function is called. */
  follow(): () => void {
    return this.#shelf.follow();
  }

  reload(): Promise<void> {
    return this.#shelf.read();
  }

  /** A new cadence with nothing but an entry and an exit; its id, or null when it was not stored. */
  createBlank(): Promise<CadenceId | null> {
    const { newCadenceId, now } = this.#services;
    return this.#add(startingFile(newCadenceId(), now(), this.#tz), 'The cadence was not created.');
  }

  /** A cadence for a team that sells like this; not stored yet. */
  propose(answers: Omit<Answers, 'tz'>): Proposal {
    const { newCadenceId, now } = this.#services;
    const { tz, start } = homeOf(now(), this.#tz);
    return proposeCadence({ ...answers, tz }, { id: newCadenceId(), start });
  }

  /** The file with every step at a place of its own; as it is where it cannot be laid out. */
  async arrange(file: CadenceFile): Promise<CadenceFile> {
    const direction = file.layout.direction ?? 'down';
    const sizes = sizesOf(file.cadence, direction);
    try {
      const tidied = await this.#layout?.tidy(file.cadence, sizes, { direction });
      return tidied ? { ...file, layout: { ...file.layout, ...tidied } } : file;
    } catch {
      return file;
    }
  }

  /** Stores a proposed cadence; its id, or null when it was not stored. */
  createProposed(file: CadenceFile): Promise<CadenceId | null> {
    return this.#add(file, 'The cadence was not created.');
  }

  /** A cadence of one's own from an example of the gallery. */
  createFrom(example: CadenceFile): Promise<CadenceId | null> {
    return this.#add(this.#renewed(example), `“${nameOf(example.cadence)}” was not created.`);
  }

  /** Stores a copy under a new id. */
  async duplicate({ file }: Draft): Promise<void> {
    const name = nameOf(file.cadence);
    const id = await this.#add(this.#renewed(file, `Copy of ${name}`), `“${name}” was not copied.`);
    if (id !== null) this.#news.say(`“Copy of ${name}” was made.`);
  }

  /** Gives it another name, as one step of its undo log; says whether it was stored. */
  async rename(draft: Draft, name: string): Promise<boolean> {
    const edit: Edit = { kind: 'updateCadence', fields: { name } };
    const renamed = applyEdit(draft.file, edit);
    if (!renamed.ok) return false;
    const step = { label: labelOf(edit, draft.file), edit: invertEdit(draft.file, edit) };
    const history = record(draft.history, step);
    const content = { file: renamed.value, history, updatedAt: this.#services.now() };
    const saved = await this.#shelf.save(content, draft.rev);
    if (!saved.ok) {
      this.#news.fail(
        `“${nameOf(draft.file.cadence)}” was not renamed.`,
        failureWords(saved.error)
      );
    }
    return saved.ok;
  }

  /** Deletes it; the news offers to take that back. */
  async remove(draft: Draft): Promise<void> {
    const name = nameOf(draft.file.cadence);
    const removed = await this.#shelf.remove({ type: 'draft', draft });
    if (removed.ok) this.#news.undo(`“${name}” was deleted.`, () => void this.#restore(draft));
    else this.#news.fail(`“${name}” was not deleted.`, failureWords(removed.error));
  }

  /** Deletes what cannot be read. There is no way back. */
  async discard(damaged: DamagedDraft): Promise<void> {
    const entry: DraftEntry = { type: 'damaged', damaged };
    const removed = await this.#shelf.remove(entry);
    if (removed.ok) this.#news.say(`“${titleOf(entry)}” was deleted.`);
    else this.#news.fail(`“${titleOf(entry)}” was not deleted.`, failureWords(removed.error));
  }

  export({ file }: Draft): Export {
    return { name: fileNameOf(nameOf(file.cadence)), text: serializeCadenceFile(file) };
  }

  /** What is stored of a damaged draft, as it is: to be mended by hand and imported again. */
  exportRaw(damaged: DamagedDraft): Export {
    const name = fileNameOf(titleOf({ type: 'damaged', damaged }));
    return { name, text: `${JSON.stringify(damaged.raw, null, 2)}\n` };
  }

  /** Takes cadences in from files. `open` is what the news offers to do with a single one. */
  async import(files: readonly ChosenFile[], open: (id: CadenceId) => void): Promise<void> {
    const taken: CadenceFile[] = [];
    const home = homeOf(this.#services.now(), this.#tz);
    const readBpmn: ReadBpmn = (text, name) => this.#services.bpmn.read(text, { ...home, name });
    await this.imports.take(files, readBpmn, async (file) => {
      const kept = await this.#takeIn(file);
      if (kept) taken.push(kept);
      return kept;
    });
    const [first] = taken;
    // What became of files of other formats is told with more words than news have.
    if (!first || this.imports.taken.length > 0) return;
    const { id } = first.cadence;
    if (taken.length > 1) this.#news.say(`${taken.length} cadences were imported.`);
    else {
      this.#news.offer(`“${nameOf(first.cadence)}” was imported.`, 'Open', () => open(id));
    }
  }

  async #takeIn(file: CadenceFile): Promise<CadenceFile | null> {
    const failed = `“${nameOf(file.cadence)}” was not imported.`;
    const present = await this.#present(file.cadence.id);
    const choice = present ? await this.imports.ask(file, present) : 'replace';
    if (choice === 'cancel') return null;
    const kept = choice === 'both' ? this.#renewed(file) : file;
    // Asked for again: while the question stood open another tab may have changed it.
    const replaced = choice === 'both' ? undefined : await this.#present(kept.cadence.id);
    const id = await this.#add(kept, failed, replaced ? revOf(replaced) : null);
    return id === null ? null : kept;
  }

  async #present(id: CadenceId): Promise<DraftEntry | undefined> {
    await this.#shelf.read();
    return this.#shelf.entries.find((entry) => idOf(entry) === id);
  }

  async #add(
    file: CadenceFile,
    failed: string,
    rev: string | null = null
  ): Promise<CadenceId | null> {
    const content = { file, history: EMPTY_HISTORY, updatedAt: this.#services.now() };
    const saved = await this.#shelf.save(content, rev);
    if (saved.ok) return file.cadence.id;
    this.#news.fail(failed, failureWords(saved.error));
    return null;
  }

  async #restore(draft: Draft): Promise<void> {
    const restored = await this.#shelf.save(contentOf(draft), null);
    if (restored.ok) return;
    this.#news.fail(
      `“${nameOf(draft.file.cadence)}” was not restored.`,
      failureWords(restored.error)
    );
  }

  #renewed(file: CadenceFile, name = file.cadence.name): CadenceFile {
    return { ...file, cadence: { ...file.cadence, id: this.#services.newCadenceId(), name } };
  }
}
