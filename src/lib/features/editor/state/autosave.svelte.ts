import type { CadenceFile, Instant } from '$lib/domain';
import type { Draft, DraftEntry, DraftStore, EditHistory, WriteFailure } from '$lib/storage';
import { fail, ok } from '$lib/util';
import type { SaveStatus } from './save-status';

export interface SavedContent {
  readonly file: CadenceFile;
  readonly history: EditHistory;
}

interface AutosaveOptions {
  /** Milliseconds after the last change. */
  readonly pause: number;
  /** Milliseconds until a failed save is tried again. */
  readonly retry: number;
  /** Somebody else saved first, and nothing done by hand here is unsaved: her draft is taken up. */
  readonly yield?: (theirs: Draft) => void;
}

/**
 * Saves the work a moment after it changed, one write at a time, each on top of the revision
 * before. When somebody else wrote in between it stops and keeps the work in memory until the
 * user has decided.
 */
export class Autosave {
  #status: SaveStatus = $state.raw() as SaveStatus;
  #rev: string | null;
  #changes = 0;
  #lastByHand = 0;
  #saved = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | null = null;
  #disposed = false;
  readonly #drafts: DraftStore;
  readonly #now: () => Instant;
  readonly #content: () => SavedContent;
  readonly #options: AutosaveOptions;

  constructor(
    drafts: DraftStore,
    now: () => Instant,
    content: () => SavedContent,
    stored: { rev: string; updatedAt: Instant },
    options: AutosaveOptions
  ) {
    this.#drafts = drafts;
    this.#now = now;
    this.#content = content;
    this.#rev = stored.rev;
    this.#options = options;
    this.#status = { type: 'saved', at: stored.updatedAt };
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** Whether the work on screen differs from what is stored. */
  get hasUnsaved(): boolean {
    return this.#saved !== this.#changes;
  }

  /** The same, of what somebody did: steps that were given a place by themselves do not count. */
  get hasUnsavedByHand(): boolean {
    return this.#lastByHand > this.#saved;
  }

  /** Tells that the work has changed. */
  touch({ byHand = true }: { readonly byHand?: boolean } = {}): void {
    this.#changes += 1;
    if (byHand) this.#lastByHand = this.#changes;
    if (this.#status.type === 'conflict') return;
    if (this.#status.type === 'saved') this.#status = { type: 'saving' };
    this.#schedule(this.#options.pause);
  }

  /** Saves now what is not saved yet; resolves when it is written or has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    // Others may have waited for the same write, and the first of them has begun the next one.
    while (this.#writing) await this.#writing;
    if (this.#saved === this.#changes || this.#status.type === 'conflict' || this.#disposed) return;
    this.#writing = this.#write().finally(() => (this.#writing = null));
    await this.#writing;
  }

  /** Takes `rev` as what is stored and equal to the work on screen. */
  adopt(stored: { rev: string; updatedAt: Instant }): void {
    clearTimeout(this.#timer);
    this.#rev = stored.rev;
    this.#saved = this.#changes;
    this.#status = { type: 'saved', at: stored.updatedAt };
  }

  /** Tells that the work on screen was stored under another id: leaving loses nothing. */
  keptElsewhere(): void {
    this.#saved = this.#changes;
  }

  /** Lets the work on screen win over what is stored under `rev` (null: nothing is). */
  async overwrite(rev: string | null): Promise<void> {
    this.#rev = rev;
    this.#changes += 1;
    this.#lastByHand = this.#changes;
    this.#status = { type: 'saving' };
    await this.flush();
  }

  /** Stops until the user has decided between her work and `theirs`. */
  conflict(theirs: DraftEntry | null): void {
    clearTimeout(this.#timer);
    this.#status = { type: 'conflict', theirs };
  }

  get rev(): string | null {
    return this.#rev;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#disposed = true;
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #write(): Promise<void> {
    const changes = this.#changes;
    const at = this.#now();
    const { file, history } = this.#content();
    const result = await this.#drafts
      .save({ file, history, updatedAt: at }, this.#rev)
      .catch((error: unknown) => fail(unanswered(error)));
    if (result.ok) {
      this.#rev = result.value.rev;
      this.#saved = changes;
      if (changes === this.#changes) this.#status = { type: 'saved', at };
      else this.#schedule(this.#options.pause);
    } else if (result.error.code === 'conflict') {
      const theirs = await this.#drafts.open(file.cadence.id).then(ok, (e) => fail(unanswered(e)));
      if (theirs.ok) this.#overtaken(theirs.value);
      else this.#failed(theirs.error);
    } else {
      this.#failed(result.error);
    }
  }

  #overtaken(theirs: DraftEntry | null): void {
    const { yield: give } = this.#options;
    if (give && theirs?.type === 'draft' && !this.hasUnsavedByHand) give(theirs.draft);
    else this.conflict(theirs);
  }

  #failed({ code, message }: Exclude<WriteFailure, { code: 'conflict' }>): void {
    this.#status = { type: 'failed', reason: code, message };
    if (!this.#disposed) this.#schedule(this.#options.retry);
  }
}

/** A store that breaks instead of answering is one that cannot be reached. */
function unanswered(error: unknown) {
  return { code: 'unavailable', message: String(error) } as const;
}
