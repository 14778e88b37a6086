import { fail, ok, type Result } from '$lib/util';
import { isDeviceOnly } from '../device-only';
import type { DocumentStore, StoredDocument, WriteFailure } from '../document-store';

type Listener = (change: { id: string; rev: string }) => void;

/** What several store objects over the same memory share. */
export interface MemoryDatabase {
  open(): DocumentStore;
  /** While set, every write fails this way and changes nothing. */
  refuseWrites(failure: WriteFailure | null): void;
}

function toStored(id: string, row: { rev: string; json: string }): StoredDocument {
  return { id, rev: row.rev, value: JSON.parse(row.json) as unknown };
}

/** Documents that last as long as the returned object: for tests and for browsers without storage. */
export function createMemoryDatabase(): MemoryDatabase {
  // Values are kept as text, so that no caller can change what is stored by changing what it holds.
  const rows = new Map<string, { rev: string; json: string }>();
  const listeners = new Set<Listener>();
  let refusal: WriteFailure | null = null;
  let written = 0;

  function commit(
    id: string,
    json: string | null,
    rev: string | null
  ): Result<{ rev: string }, WriteFailure> {
    if (refusal) return fail(refusal);
    if ((rows.get(id)?.rev ?? null) !== rev) return fail({ code: 'conflict' });
    written += 1;
    const next = { rev: `${written}` };
    if (json === null) rows.delete(id);
    else rows.set(id, { rev: next.rev, json });
    if (!isDeviceOnly(id)) {
      for (const listener of [...listeners]) listener({ id, rev: next.rev });
    }
    return ok(next);
  }

  function open(): DocumentStore {
    const own = new Set<Listener>();
    return {
      get(id) {
        const row = rows.get(id);
        return Promise.resolve(row ? toStored(id, row) : null);
      },
      list(prefix) {
        const ids = [...rows.keys()].filter((id) => id.startsWith(prefix) && !isDeviceOnly(id));
        ids.sort((a, b) => (a < b ? -1 : 1));
        return Promise.resolve(
          ids.flatMap((id) => {
            const row = rows.get(id);
            return row ? [toStored(id, row)] : [];
          })
        );
      },
      put: (id, value, rev) => Promise.resolve(commit(id, JSON.stringify(value), rev)),
      remove: (id, rev) => Promise.resolve(commit(id, null, rev)),
      watch(listener) {
        const each: Listener = (change) => listener(change);
        listeners.add(each);
        own.add(each);
        return () => listeners.delete(each);
      },
      close() {
        for (const listener of own) listeners.delete(listener);
        return Promise.resolve();
      }
    };
  }

  return { open, refuseWrites: (failure) => void (refusal = failure) };
}
