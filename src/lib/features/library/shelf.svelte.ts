import type { CadenceId } from '$lib/domain';
import type { Draft, DraftEntry, DraftStore, WriteFailure } from '$lib/storage';
import { fail, type Result } from '$lib/util';
import { idOf, newestFirst, revOf } from './library-entry';

export type ShelfStatus = 'loading' | 'ready' | 'unreadable';

/**
 * The cadences of this device as they stand in storage, kept in step with other tabs. Only what
 * storage has done shows: a failed write changes nothing here.
 */
export class Shelf {
  readonly #drafts: DraftStore;
  #entries: readonly DraftEntry[] = $state.raw([]);
  #status: ShelfStatus = $state('loading');
  #reading: Promise<void> | null = null;
  #again = false;

  constructor(drafts: DraftStore) {
    this.#drafts = drafts;
  }

  get status(): ShelfStatus {
    return this.#status;
  }

  /** Newest first. */
  get entries(): readonly DraftEntry[] {
    return this.#entries;
  }

  /** Reads storage; asked while it reads, it reads once more. */
  read(): Promise<void> {
    if (this.#reading) this.#again = true;
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /**
   * Reads now and after every change, until the returned function is called. Of this tab's own too:
   * an editor that was just left may still be saving.
   */
  follow(): () => void {
    void this.read();
    return this.#drafts.watch(() => void this.read(), { own: true });
  }

  async save(
    draft: Omit<Draft, 'rev'>,
    rev: string | null
  ): Promise<Result<{ rev: string }, WriteFailure>> {
    const saved = await answered(this.#drafts.save(draft, rev));
    if (!saved.ok) {
      this.#refused(saved.error);
      return saved;
    }
    const entry: DraftEntry = { type: 'draft', draft: { ...draft, rev: saved.value.rev } };
    this.#change(newestFirst([entry, ...this.#others(idOf(entry))]));
    return saved;
  }

  async remove(entry: DraftEntry): Promise<Result<void, WriteFailure>> {
    const id = idOf(entry);
    const removed = await answered(this.#drafts.remove(id, revOf(entry)));
    if (removed.ok) this.#change(this.#others(id));
    else this.#refused(removed.error);
    return removed;
  }

  /**
   * Shows what somebody else wrote. When there is no room, what was read stays on screen: a browser
   * may clear a full device, and then these are the only copies left to export.
   */
  #refused({ code }: WriteFailure): void {
    if (code === 'conflict') void this.read();
  }

  #others(id: CadenceId): readonly DraftEntry[] {
    return this.#entries.filter((other) => idOf(other) !== id);
  }

  #change(entries: readonly DraftEntry[]): void {
    this.#entries = entries;
    // A list that is being read may be older than this.
    if (this.#reading) this.#again = true;
  }

  async #readAll(): Promise<void> {
    do {
      this.#again = false;
      try {
        const entries = newestFirst(await this.#drafts.list());
        if (!this.#stale()) this.#entries = entries;
        this.#status = 'ready';
      } catch {
        // What was read before is still stored, so it stays on screen.
        if (this.#status !== 'ready') this.#status = 'unreadable';
      }
    } while (this.#stale());
  }

  #stale(): boolean {
    return this.#again;
  }
}

/** A store that breaks instead of answering is one that cannot be reached. */
function answered<T>(write: Promise<Result<T, WriteFailure>>): Promise<Result<T, WriteFailure>> {
  return write.catch((error: unknown) => fail({ code: 'unavailable', message: String(error) }));
}
