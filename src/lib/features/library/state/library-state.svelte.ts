import type { App } from '$lib/app/context';
import type { CadenceFile, CadenceId } from '$lib/domain';
import type { Draft, DraftEntry, WriteFailure } from '$lib/storage';
import { fail, ok, type Result } from '$lib/util';
import { failureWords } from '../words/failures';
import { nameOf } from '../words/summary';
import { byAttention, idOf, matches, revOf } from './entry';
import { freeName } from './names';
import { renamed } from './renamed';

export type LibraryServices = Pick<App, 'drafts' | 'now' | 'newCadenceId'>;

/** Something that could not be done, for a person to read. */
export interface Trouble {
  readonly title: string;
  readonly text: string;
}

/** How to take something back; resolves when it is done or has failed. */
export type Undo = () => Promise<void>;

const NO_HISTORY: Draft['history'] = { undo: [], redo: [] };

/** The cadences on this device, as cards show them: always what is stored, whoever changed it. */
export class LibraryState {
  readonly #services: LibraryServices;
  #status: 'loading' | 'ready' | 'unreadable' = $state('loading');
  #entries: readonly DraftEntry[] = $state.raw([]);
  #trouble: Trouble | null = $state.raw(null);
  #query = $state('');
  /** The newest look at each cadence; what an older one finds no longer counts. */
  readonly #looks = new Map<CadenceId, number>();
  readonly #shown = $derived(this.#entries.filter((entry) => matches(entry, this.#query)));

  constructor(services: LibraryServices) {
    this.#services = services;
  }

  get status(): 'loading' | 'ready' | 'unreadable' {
    return this.#status;
  }

  get entries(): readonly DraftEntry[] {
    return this.#entries;
  }

  /** Those that the search leaves. */
  get shown(): readonly DraftEntry[] {
    return this.#shown;
  }

  /** What last could not be done; gone when something worked, or when it was dismissed. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
  }

  /** Reads the cadences and follows every change of them until the returned function is called. */
  follow(): () => void {
    const stop = this.#services.drafts.watch(({ cadence }) => void this.#look(cadence), {
      own: true
    });
    void this.reload();
    return stop;
  }

  async reload(): Promise<void> {
    try {
      this.#entries = [...(await this.#services.drafts.list())].sort(byAttention);
      this.#status = 'ready';
    } catch {
      this.#status = 'unreadable';
    }
  }

  dismissTrouble(): void {
    this.#trouble = null;
  }

  find(id: CadenceId): DraftEntry | null {
    return this.#entries.find((entry) => idOf(entry) === id) ?? null;
  }

  /** Keeps `file` as a new cadence under an id of its own and a name that is free. */
  create(file: CadenceFile): Promise<Result<CadenceId, WriteFailure>> {
    const name = freeName(nameOf(file.cadence), this.#names());
    return this.add({
      ...file,
      cadence: { ...file.cadence, id: this.#services.newCadenceId(), name }
    });
  }

  /** Keeps `file` as it is; its id must be new here. */
  async add(file: CadenceFile): Promise<Result<CadenceId, WriteFailure>> {
    const saved = await this.#save({ file, history: NO_HISTORY }, null, 'kept');
    return saved.ok ? ok(file.cadence.id) : saved;
  }

  async rename(draft: Draft, name: string): Promise<void> {
    const wanted = name.trim();
    if (wanted === '' || wanted === draft.file.cadence.name) return;
    await this.#save(renamed(draft, wanted), draft.rev, 'renamed');
  }

  async duplicate({ file }: Draft): Promise<Result<CadenceId, WriteFailure>> {
    return this.create({
      ...file,
      cadence: { ...file.cadence, name: `Copy of ${nameOf(file.cadence)}` }
    });
  }

  /** Deletes at once; null when it failed. A damaged cadence cannot come back. */
  async remove(entry: DraftEntry): Promise<Undo | null> {
    const id = idOf(entry);
    this.#put(id, null);
    const removed = await this.#services.drafts.remove(id, revOf(entry));
    this.#settle(removed, 'deleted');
    if (!removed.ok) {
      await this.#look(id);
      return null;
    }
    if (entry.type === 'damaged') return () => Promise.resolve();
    return async () => {
      await this.#save(entry.draft, null, 'restored', entry.draft.updatedAt);
    };
  }

  /** Puts `file` in the place of the cadence of the same id; null when it failed. */
  async replace(entry: DraftEntry, file: CadenceFile): Promise<Undo | null> {
    const saved = await this.#save({ file, history: NO_HISTORY }, revOf(entry), 'replaced');
    if (!saved.ok) return null;
    return async () => {
      if (entry.type === 'damaged') return;
      await this.#save(entry.draft, saved.value.rev, 'restored', entry.draft.updatedAt);
    };
  }

  #names(): readonly string[] {
    return this.#entries.flatMap((entry) =>
      entry.type === 'draft' ? [entry.draft.file.cadence.name] : []
    );
  }

  async #save(
    content: Pick<Draft, 'file' | 'history'>,
    rev: string | null,
    done: string,
    updatedAt = this.#services.now()
  ): Promise<Result<{ rev: string }, WriteFailure>> {
    const { file, history } = content;
    const saved = await this.#services.drafts.save({ file, history, updatedAt }, rev);
    this.#settle(saved, done);
    const { id } = file.cadence;
    if (saved.ok) {
      this.#put(id, { type: 'draft', draft: { file, history, updatedAt, rev: saved.value.rev } });
    } else if (saved.error.code === 'conflict') {
      await this.#look(id);
    }
    return saved.ok ? saved : fail(saved.error);
  }

  #settle(result: Result<unknown, WriteFailure>, done: string): void {
    this.#trouble = result.ok
      ? null
      : { title: `The cadence was not ${done}`, text: failureWords(result.error) };
  }

  /** Shows what is stored under `id` now. */
  async #look(id: CadenceId): Promise<void> {
    const look = (this.#looks.get(id) ?? 0) + 1;
    this.#looks.set(id, look);
    try {
      const entry = await this.#services.drafts.open(id);
      if (this.#looks.get(id) === look) this.#put(id, entry);
    } catch {
      // The next change, or the next visit, shows it.
    }
  }

  #put(id: CadenceId, entry: DraftEntry | null): void {
    const others = this.#entries.filter((each) => idOf(each) !== id);
    this.#entries = entry === null ? others : [...others, entry].sort(byAttention);
  }
}
