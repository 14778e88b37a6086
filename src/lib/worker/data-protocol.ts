/** What passes between the page and the data worker: types and nothing else. */
import type { DocumentStore } from '$lib/storage';

/** A document was written or removed, by whichever tab or worker. */
export interface DocumentChange {
  readonly id: string;
  readonly rev: string;
}

/** What the data worker does: the document port, with a watch that lasts as long as the worker. */
export interface DataApi extends Pick<DocumentStore, 'get' | 'list' | 'put' | 'remove'> {
  watch(listener: (change: DocumentChange) => void): Promise<void>;
}
