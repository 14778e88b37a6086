import type { Result } from '$lib/util';

/** A stored JSON value with its id and the revision that the next write must name. */
export interface StoredDocument {
  readonly id: string;
  readonly rev: string;
  readonly value: unknown;
}

export type WriteFailure =
  /** Somebody else (another tab) has written it since. */
  | { readonly code: 'conflict' }
  /**
   * The device has no room; nothing was written. What was stored stays, unless the browser itself
   * clears a full device (Chromium may: the origin's data goes the moment a write fails).
   */
  | { readonly code: 'full'; readonly message: string }
  | { readonly code: 'unavailable'; readonly message: string };

/**
 * The port to storage. Every adapter passes the acceptance suite in `acceptance.ts`. Reads reject when
 * the storage does not answer; writes tell of it as a failure.
 */
export interface DocumentStore {
  get(id: string): Promise<StoredDocument | null>;
  /** All documents whose id begins with `prefix`, by id. */
  list(prefix: string): Promise<readonly StoredDocument[]>;
  /** Writes `value`; `rev` is null for a new document. */
  put(
    id: string,
    value: unknown,
    rev: string | null
  ): Promise<Result<{ rev: string }, WriteFailure>>;
  /** Removes; the revision names the removal, as a watcher hears of it. */
  remove(id: string, rev: string): Promise<Result<{ rev: string }, WriteFailure>>;
  /** Calls back after every change, whichever tab or worker made it; returns how to stop. */
  watch(listener: (change: { id: string; rev: string }) => void): () => void;
  close(): Promise<void>;
}
