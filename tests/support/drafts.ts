/** The real draft store over memory, for the tests of screens. */
import { createDraftStore, localAuthor, type Draft, type DraftStore } from '$lib/storage';
import { createMemoryDatabase, type MemoryDatabase } from '$lib/storage/memory';
import type { CadenceFile, Instant } from '$lib/domain';

export interface DraftDesk {
  readonly drafts: DraftStore;
  /** What another tab uses. */
  readonly elsewhere: DraftStore;
  readonly database: MemoryDatabase;
  /** Stores a file as a draft; gives it as stored. */
  store(file: CadenceFile, updatedAt?: Instant): Promise<Draft>;
  /** Puts something that is no cadence in the place of a stored one. */
  damage(draft: Draft, file: unknown): Promise<void>;
}

export function openDraftDesk(): DraftDesk {
  const database = createMemoryDatabase();
  const open = () => {
    const documents = database.open();
    return createDraftStore(
      documents,
      localAuthor(documents, () => 0.5)
    );
  };
  const elsewhere = open();
  return {
    drafts: open(),
    elsewhere,
    database,
    async store(file, updatedAt = 0) {
      const content = { file, history: { undo: [], redo: [] }, updatedAt };
      const saved = await elsewhere.save(content, null);
      if (!saved.ok) throw new Error(saved.error.code);
      return { ...content, rev: saved.value.rev };
    },
    async damage(draft, file) {
      const documents = database.open();
      const all = await documents.list(`d:${draft.file.cadence.id}`);
      for (const { id, value, rev } of all) {
        await documents.put(id, { ...(value as object), file }, rev);
      }
    }
  };
}
