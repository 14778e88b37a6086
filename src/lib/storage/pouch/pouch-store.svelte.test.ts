import { expect, it, vi } from 'vitest';
import { acceptStorage, type StorageHarness } from '../acceptance';
import type { DocumentStore } from '../document-store';
import { acceptHistory } from '../history/acceptance';
import { acceptVersions } from '../versions/acceptance';
import { openPouch } from './pouch';
import { createPouchStore } from './pouch-store';

/** The adapter keeps the documents' contents here; its other stores hold a few bytes of its own. */
const CONTENTS = 'by-sequence';

/**
 * Makes every write of a document throw as a full disk does; the browser then aborts the whole
 * transaction. (Opening a handle writes too, so a disk without a single byte cannot be read either.)
 */
function fillDisk(): () => void {
  const { put } = IDBObjectStore.prototype;
  const quiet = (event: ErrorEvent): void => {
    if (String(event.message).includes('QuotaExceededError')) event.preventDefault();
  };
  window.addEventListener('error', quiet);
  const console = vi.spyOn(globalThis.console, 'error').mockReturnValue(undefined);
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    if (this.name !== CONTENTS) return put.apply(this, args);
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  return () => {
    IDBObjectStore.prototype.put = put;
    console.mockRestore();
    window.removeEventListener('error', quiet);
  };
}

function createHarness(): Promise<StorageHarness> {
  const name = `test-${crypto.randomUUID()}`;
  const opened: DocumentStore[] = [];
  let makeRoom: (() => void) | null = null;
  return Promise.resolve({
    open() {
      const store = createPouchStore({ name });
      opened.push(store);
      return store;
    },
    fill: () => (makeRoom = fillDisk()),
    async dispose() {
      makeRoom?.();
      for (const store of opened) await store.close();
      await openPouch(name).destroy();
    }
  });
}

acceptStorage('pouch', createHarness);
acceptVersions('pouch', createHarness);
acceptHistory('pouch', createHarness);

it('STO-7 a handle that died under the store is opened anew, without a word to the caller', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const store = createPouchStore({ name });
  await store.put('a', 'kept', null);
  // Handles of one name share a connection: closing it here kills the one inside the store.
  await openPouch(name).close();
  expect((await store.get('a'))?.value).toBe('kept');
  await openPouch(name).close();
  expect(await store.put('b', 'new', null)).toMatchObject({ ok: true });
  expect(await store.list('')).toHaveLength(2);
  await store.close();
  await openPouch(name).destroy();
});
