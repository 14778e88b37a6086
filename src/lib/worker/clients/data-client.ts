import type { DocumentStore, StoredDocument, WriteFailure } from '$lib/storage';
import { fail, type Result } from '$lib/util';
import { proxy, wrap, type Remote } from 'comlink';
import type { DataApi, DocumentChange } from '../data-protocol';
import { workerConnection, type Connection } from './connection';

class DataClient implements DocumentStore {
  readonly #connection: Connection;
  readonly #api: Remote<DataApi>;
  readonly #listeners = new Set<(change: DocumentChange) => void>();
  /** How to give up on each call that is still under way. */
  readonly #waiting = new Set<(reason: Error) => void>();
  #broken: string | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#api = wrap<DataApi>(connection.endpoint);
    connection.onDeath((reason) => this.#giveUp(reason));
    const tell = (change: DocumentChange): void => {
      for (const listener of [...this.#listeners]) listener(change);
    };
    // Nothing waits for this one: when it fails, so does every other call.
    this.#call(() => this.#api.watch(proxy(tell))).catch(() => undefined);
  }

  get(id: string): Promise<StoredDocument | null> {
    return this.#call(() => this.#api.get(id));
  }

  list(prefix: string): Promise<readonly StoredDocument[]> {
    return this.#call(() => this.#api.list(prefix));
  }

  put(
    id: string,
    value: unknown,
    rev: string | null
  ): Promise<Result<{ rev: string }, WriteFailure>> {
    return this.#writing(() => this.#api.put(id, value, rev));
  }

  remove(id: string, rev: string): Promise<Result<{ rev: string }, WriteFailure>> {
    return this.#writing(() => this.#api.remove(id, rev));
  }

  watch(listener: (change: DocumentChange) => void): () => void {
    const each = (change: DocumentChange): void => listener(change);
    this.#listeners.add(each);
    return () => this.#listeners.delete(each);
  }

  close(): Promise<void> {
    this.#listeners.clear();
    this.#giveUp('The storage was closed.');
    this.#connection.terminate();
    return Promise.resolve();
  }

  #call<T>(call: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== null) {
        reject(new Error(this.#broken));
        return;
      }
      this.#waiting.add(reject);
      const settle = (): void => void this.#waiting.delete(reject);
      call().then(resolve, reject).finally(settle);
    });
  }

  async #writing<T>(
    write: () => Promise<Result<T, WriteFailure>>
  ): Promise<Result<T, WriteFailure>> {
    try {
      return await this.#call(write);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return fail({ code: 'unavailable', message });
    }
  }

  #giveUp(reason: string): void {
    this.#broken ??= reason;
    for (const reject of this.#waiting) reject(new Error(this.#broken));
    this.#waiting.clear();
  }
}

/** The documents that the data host at the other end of the connection keeps. */
export function createDataClient(connection: Connection): DocumentStore {
  return new DataClient(connection);
}

/**
 * The line to a data worker. Once the worker has answered it lives as long as the page: an error in it
 * afterwards is the database's own, and the call it belongs to hears of it.
 */
export function dataWorkerConnection(worker: Worker): Connection {
  const line = workerConnection(worker);
  let answered = false;
  worker.addEventListener('message', () => (answered = true), { once: true });
  return {
    ...line,
    onDeath(listener) {
      line.onDeath((message) => {
        if (!answered) listener(message);
      });
    }
  };
}
