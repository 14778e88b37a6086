import { createDraftStore, localAuthor, type DraftStore } from '$lib/storage';
import { createMemoryDatabase, type MemoryDatabase } from '$lib/storage/memory';
import { createComputeClient } from '$lib/worker/clients';
import { inProcessCompute } from '$lib/worker/in-process';
import { EditorState, type EditorOptions } from '../editor-state.svelte';
import { SAMPLE_ID, sampleFile } from './sample-file';

/** Short waits, so that tests need not sit through those that people get. */
const QUICK: EditorOptions = { saveAfter: 5, checkAfter: 5, retryAfter: 20 };

/** A device with one stored cadence, and tabs that open it. */
export interface Device {
  readonly database: MemoryDatabase;
  /** Milliseconds; moved by hand. */
  clock: number;
  openTab(
    options?: EditorOptions,
    drafts?: DraftStore
  ): Promise<EditorState & { readonly notices: readonly string[] }>;
  close(): void;
}

export async function device(): Promise<Device> {
  const database = createMemoryDatabase();
  const compute = createComputeClient(() =>
    inProcessCompute({ now: () => performance.now(), pause: () => Promise.resolve() })
  );
  let copies = 0;
  const own: Device = {
    database,
    clock: 1_000_000,
    async openTab(options = QUICK, drafts = draftsOf(database)) {
      const entry = await drafts.open(SAMPLE_ID);
      if (entry?.type !== 'draft') throw new Error('the sample is not stored');
      const notices: string[] = [];
      const editor = new EditorState(
        {
          drafts,
          compute,
          now: () => own.clock,
          newCadenceId: () => `01hzzzzzzzzzzzzzzzzzzzzzz${copies++}`
        },
        entry.draft,
        { ...QUICK, ...options, notify: (message) => notices.push(message) }
      );
      return Object.assign(editor, { notices });
    },
    close: () => compute.dispose()
  };
  const stored = await draftsOf(database).save(
    { file: sampleFile(), history: { undo: [], redo: [] }, updatedAt: 0 },
    null
  );
  if (!stored.ok) throw new Error('the sample could not be stored');
  return own;
}

/** The drafts as another program on the device would see them. */
export function draftsOf(database: MemoryDatabase) {
  const documents = database.open();
  return createDraftStore(
    documents,
    localAuthor(documents, () => 0.5)
  );
}
