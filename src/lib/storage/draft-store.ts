import { fail, ok, type Result } from '$lib/util';
import type { CadenceId } from '$lib/domain';
import type { DocumentStore, WriteFailure } from './document-store';
import type { Draft, DraftEntry, DraftStore } from './draft';
import { cadenceOfDraft, draftId, DRAFT_PREFIX } from './draft-id';
import { toEntry, toValue } from './draft-value';
import type { HistoryEntry } from './history/history';
import { PartStore } from './history/part-store';
import type { AuthorSource } from './local-author';
import { OwnWrites } from './own-writes';

type Listener = (change: { cadence: CadenceId; rev: string }) => void;

class Drafts implements DraftStore {
  readonly #documents: DocumentStore;
  readonly #author: AuthorSource;
  readonly #parts: PartStore;
  readonly #ofOthers = new Set<Listener>();
  readonly #ofAll = new Set<Listener>();
  readonly #own = new OwnWrites((change) => void this.#tell(this.#ofOthers, change));

  constructor(documents: DocumentStore, author: AuthorSource) {
    this.#documents = documents;
    this.#author = author;
    this.#parts = new PartStore(documents);
    documents.watch((change) => {
      this.#own.hear(change);
      void this.#tell(this.#ofAll, change);
    });
  }

  async list(): Promise<readonly DraftEntry[]> {
    const [author, documents] = await Promise.all([
      this.#author(),
      this.#documents.list(DRAFT_PREFIX)
    ]);
    // An author who could not be stored has not stored anything either.
    if (!author.ok) return [];
    return documents.flatMap((document) => {
      const cadence = cadenceOfDraft(document.id, author.value);
      return cadence === null ? [] : [toEntry(document, cadence)];
    });
  }

  async open(cadence: CadenceId): Promise<DraftEntry | null> {
    const author = await this.#author();
    if (!author.ok) return null;
    const document = await this.#documents.get(draftId(cadence, author.value));
    if (!document) return null;
    const entry = toEntry(document, cadence);
    if (entry.type === 'draft') this.#parts.wasRead(document.id, entry.draft.history);
    return entry;
  }

  async readPart(cadence: CadenceId, part: string): Promise<readonly HistoryEntry[] | null> {
    const author = await this.#author();
    return author.ok ? this.#parts.read(draftId(cadence, author.value), part) : null;
  }

  save(
    draft: Omit<Draft, 'rev'>,
    rev: string | null
  ): Promise<Result<{ rev: string }, WriteFailure>> {
    return this.#write(draft.file.cadence.id, async (id) => {
      if (rev === null) this.#parts.wasGone(id);
      const parts = await this.#parts.write(id, draft.history).catch(unanswered);
      if (!parts.ok) return parts;
      const saved = await this.#documents.put(id, toValue(draft), rev);
      if (saved.ok) this.#parts.wasSaved(id, draft.history);
      return saved;
    });
  }

  async remove(cadence: CadenceId, rev: string): Promise<Result<void, WriteFailure>> {
    const removed = await this.#write(cadence, async (id) => {
      // Without them it can still be saved again, only with a shorter log.
      await this.#parts.keep(id).catch(() => undefined);
      const gone = await this.#documents.remove(id, rev);
      // Parts without a draft take room and do no harm.
      if (gone.ok) await this.#parts.removeAll(id).catch(() => undefined);
      return gone;
    });
    return removed.ok ? ok(undefined) : removed;
  }

  watch(listener: Listener, { own = false }: { readonly own?: boolean } = {}): () => void {
    const listeners = own ? this.#ofAll : this.#ofOthers;
    const each: Listener = (change) => listener(change);
    listeners.add(each);
    return () => listeners.delete(each);
  }

  async #write(
    cadence: CadenceId,
    write: (id: string) => Promise<Result<{ rev: string }, WriteFailure>>
  ): Promise<Result<{ rev: string }, WriteFailure>> {
    const author = await this.#authorOrFailure();
    if (!author.ok) return author;
    const id = draftId(cadence, author.value);
    return this.#own.during(
      id,
      () => write(id),
      (result) => (result.ok ? result.value.rev : null)
    );
  }

  async #authorOrFailure(): ReturnType<AuthorSource> {
    try {
      return await this.#author();
    } catch (error) {
      return unanswered(error);
    }
  }

  async #tell(
    listeners: ReadonlySet<Listener>,
    { id, rev }: { id: string; rev: string }
  ): Promise<void> {
    if (!id.startsWith(DRAFT_PREFIX)) return;
    const author = await this.#authorOrFailure();
    const cadence = author.ok ? cadenceOfDraft(id, author.value) : null;
    if (cadence === null) return;
    for (const listener of [...listeners]) listener({ cadence, rev });
  }
}

function unanswered(error: unknown): Result<never, WriteFailure> {
  return fail({
    code: 'unavailable',
    message: error instanceof Error ? error.message : String(error)
  });
}

/** The cadences of `author` kept in `documents`. */
export function createDraftStore(documents: DocumentStore, author: AuthorSource): DraftStore {
  return new Drafts(documents, author);
}
