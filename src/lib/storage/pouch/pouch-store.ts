/** Documents in the browser's own database (see SPEC.md for what every adapter promises). */
import { fail, ok, type Result } from '$lib/util';
import { openChangeFeed, type ChangeFeed } from '../change-feed';
import { isDeviceOnly } from '../device-only';
import type { DocumentStore, StoredDocument, WriteFailure } from '../document-store';
import { isConflict, isMissing, writeFailure } from './failures';
import type { PouchContent, PouchHandle } from './pouch';
import { RecoveringHandle } from './recovering-handle';

export interface PouchStoreOptions {
  /** Name of the database within the origin; stores of the same name share their documents. */
  readonly name: string;
}

type Row = PouchDB.Core.ExistingDocument<PouchContent>;

function toStored(row: Row): StoredDocument {
  return { id: row._id, rev: row._rev, value: JSON.parse(row.json) as unknown };
}

class PouchStore implements DocumentStore {
  readonly #handle: RecoveringHandle;
  readonly #feed: ChangeFeed;

  constructor(options: PouchStoreOptions) {
    this.#handle = new RecoveringHandle(options.name);
    this.#feed = openChangeFeed(`documents:${options.name}`);
  }

  async get(id: string): Promise<StoredDocument | null> {
    const row = await this.#row(id);
    return row && toStored(row);
  }

  async list(prefix: string): Promise<readonly StoredDocument[]> {
    const range = { startkey: prefix, endkey: `${prefix}\uffff`, include_docs: true } as const;
    const { rows } = await this.#handle.run((handle) => handle.allDocs(range));
    return rows.flatMap((row) => ('doc' in row && row.doc ? [toStored(row.doc)] : []));
  }

  put(
    id: string,
    value: unknown,
    rev: string | null
  ): Promise<Result<{ rev: string }, WriteFailure>> {
    const json = JSON.stringify(value);
    const row = rev === null ? { _id: id, json } : { _id: id, _rev: rev, json };
    return this.#write(
      id,
      (handle) => handle.put(row),
      async () => {
        const now = await this.#row(id);
        return now?.json === json ? now._rev : null;
      }
    );
  }

  remove(id: string, rev: string): Promise<Result<{ rev: string }, WriteFailure>> {
    return this.#write(
      id,
      (handle) => handle.remove({ _id: id, _rev: rev }),
      async () => ((await this.#row(id)) === null ? rev : null)
    );
  }

  watch(listener: (change: { id: string; rev: string }) => void): () => void {
    return this.#feed.subscribe(listener);
  }

  async close(): Promise<void> {
    this.#feed.close();
    await this.#handle.close();
  }

  async #row(id: string): Promise<Row | null> {
    try {
      return await this.#handle.run((handle) => handle.get(id));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** `landed` tells the stored revision when a write that got no answer was stored all the same. */
  async #write(
    id: string,
    work: (handle: PouchHandle) => Promise<PouchDB.Core.Response>,
    landed: () => Promise<string | null>
  ): Promise<Result<{ rev: string }, WriteFailure>> {
    let tries = 0;
    try {
      const { rev } = await this.#handle.run((handle) => {
        tries += 1;
        return work(handle);
      });
      return this.#written(id, rev);
    } catch (error) {
      const rev = isConflict(error) && tries > 1 ? await landed().catch(() => null) : null;
      return rev === null ? fail(writeFailure(error)) : this.#written(id, rev);
    }
  }

  #written(id: string, rev: string): Result<{ rev: string }, never> {
    if (!isDeviceOnly(id)) this.#feed.publish({ id, rev });
    return ok({ rev });
  }
}

/** Opens the documents kept under `name` in this browser; they are made on first use. */
export function createPouchStore(options: PouchStoreOptions): DocumentStore {
  return new PouchStore(options);
}
