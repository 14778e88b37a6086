import { fail, ok, type Result } from '$lib/util';
import type { DocumentStore, WriteFailure } from '../document-store';
import { earlierOf } from './edit-history';
import type { EditHistory, HistoryEntry, HistoryPart } from './history';
import { parsePart } from './history-part';

/**
 * The parts of undo logs, each a document of its own (`u:<draft>:<part>`): written once, before the
 * draft that speaks of them, and taken away after a draft that no longer does.
 */
export class PartStore {
  readonly #documents: DocumentStore;
  /** What the stored draft speaks of, by the draft's own name. */
  readonly #stored = new Map<string, ReadonlySet<string>>();
  /** Documents that are known to be there and sound. */
  readonly #sound = new Set<string>();
  readonly #removed = new Map<string, ReadonlyMap<string, readonly HistoryEntry[]>>();
  readonly #clearing = new Map<string, Promise<void>>();

  constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  /** Tells what the draft speaks of as it was read. */
  wasRead(draft: string, history: EditHistory): void {
    this.#stored.set(draft, new Set(partsOf(history).map(({ id }) => id)));
  }

  /** Tells that there is no such draft: neither are its parts. */
  wasGone(draft: string): void {
    this.#stored.delete(draft);
  }

  async read(draft: string, id: string): Promise<readonly HistoryEntry[] | null> {
    const document = await this.#documents.get(documentId(draft, id));
    const entries = document && parsePart(document.value, id);
    if (entries) this.#sound.add(documentId(draft, id));
    return entries;
  }

  /** Writes the parts of a log that are not stored yet. */
  async write(draft: string, history: EditHistory): Promise<Result<void, WriteFailure>> {
    await this.#clearing.get(draft);
    const stored = this.#stored.get(draft);
    for (const part of partsOf(history)) {
      const id = documentId(draft, part.id);
      const entries = part.entries ?? this.#removed.get(draft)?.get(part.id);
      // What the stored draft does not speak of, another tab may have taken away.
      const isKept = stored?.has(part.id) === true && this.#sound.has(id);
      if (!entries || isKept) continue;
      const written = await this.#put(id, part.id, entries);
      if (!written.ok) return written;
      this.#sound.add(id);
    }
    return ok(undefined);
  }

  /** The draft with this log was stored: what it no longer speaks of goes, behind the caller's back. */
  wasSaved(draft: string, history: EditHistory): void {
    const now = new Set(partsOf(history).map(({ id }) => id));
    const gone = [...(this.#stored.get(draft) ?? [])].filter((id) => !now.has(id));
    this.#stored.set(draft, now);
    this.#removed.delete(draft);
    if (gone.length > 0) this.#clear(draft, gone);
  }

  /** All parts of a draft, remembered until it is saved again. */
  async keep(draft: string): Promise<void> {
    await this.#clearing.get(draft);
    const kept = new Map<string, readonly HistoryEntry[]>();
    for (const { id, value } of await this.#documents.list(documentId(draft, ''))) {
      const part = id.slice(documentId(draft, '').length);
      const entries = parsePart(value, part);
      if (entries) kept.set(part, entries);
    }
    this.#removed.set(draft, kept);
  }

  /** The draft is gone: so are all parts of its log. */
  async removeAll(draft: string): Promise<void> {
    this.#stored.delete(draft);
    for (const { id, rev } of await this.#documents.list(documentId(draft, ''))) {
      this.#sound.delete(id);
      await this.#documents.remove(id, rev);
    }
  }

  /** What is left lying when this fails takes room and does no harm. */
  #clear(draft: string, parts: readonly string[]): void {
    const ids = parts.map((part) => documentId(draft, part));
    for (const id of ids) this.#sound.delete(id);
    const work = async (): Promise<void> => {
      for (const id of ids) {
        const document = await this.#documents.get(id);
        if (document) await this.#documents.remove(document.id, document.rev);
      }
    };
    const before = this.#clearing.get(draft) ?? Promise.resolve();
    const cleared: Promise<void> = before
      .then(work)
      .catch(() => undefined)
      .then(() => {
        if (this.#clearing.get(draft) === cleared) this.#clearing.delete(draft);
      });
    this.#clearing.set(draft, cleared);
  }

  async #put(
    id: string,
    part: string,
    entries: readonly HistoryEntry[]
  ): Promise<Result<void, WriteFailure>> {
    const written = await this.#documents.put(id, { entries }, null);
    if (written.ok) return ok(undefined);
    if (written.error.code !== 'conflict') return written;
    // It is there, by this tab or another: the same, unless it was damaged since.
    const there = await this.#documents.get(id);
    if (there && parsePart(there.value, part)) return ok(undefined);
    const mended = await this.#documents.put(id, { entries }, there?.rev ?? null);
    return mended.ok ? ok(undefined) : fail(mended.error);
  }
}

function partsOf(history: EditHistory): readonly HistoryPart[] {
  return [...earlierOf(history, 'undo'), ...earlierOf(history, 'redo')];
}

function documentId(draft: string, part: string): string {
  return `u:${draft}:${part}`;
}
