/** The only module that knows the package: `idb` is the adapter that keeps writes with two tabs open. */
import PouchDB from 'pouchdb';

/** What is kept under a document's id: its value as JSON text, so no key of it can mean anything here. */
export interface PouchContent {
  readonly json: string;
}

export type PouchHandle = PouchDB.Database<PouchContent>;

/** Opens the database `name` of this origin, making it on first use. Failures show on its first use. */
export function openPouch(name: string): PouchHandle {
  return new PouchDB<PouchContent>(name, {
    adapter: 'idb',
    auto_compaction: true,
    revs_limit: 100
  });
}
