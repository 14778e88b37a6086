import { wrap, type Remote } from 'comlink';
import type { ComputeApi } from '../protocol';
import type { Connection } from './connection';

/** A compute worker died while it was asked something. */
export class ComputeDiedError extends Error {
  override readonly name = 'ComputeDiedError';
}

/** The line to one compute worker, until it dies. */
export class Line {
  readonly api: Remote<ComputeApi>;
  readonly #connection: Connection;
  /** Rejects everything that still waits when the far side dies. */
  readonly #waiting = new Set<(error: ComputeDiedError) => void>();
  readonly #whenDead: () => void;
  /** Runs that it leads. */
  led = 0;

  constructor(connection: Connection, whenDead: () => void) {
    this.api = wrap<ComputeApi>(connection.endpoint);
    this.#connection = connection;
    this.#whenDead = whenDead;
    connection.onDeath((message) => this.bury(message));
  }

  /** Calls `reject` when the line dies, until it is told that nobody waits any more. */
  wait(reject: (error: ComputeDiedError) => void): () => void {
    this.#waiting.add(reject);
    return () => this.#waiting.delete(reject);
  }

  bury(message: string): void {
    this.#whenDead();
    this.#connection.terminate();
    for (const reject of [...this.#waiting]) reject(new ComputeDiedError(message));
    this.#waiting.clear();
  }
}
