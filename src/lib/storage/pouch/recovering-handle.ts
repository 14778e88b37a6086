import { isAnswer } from './failures';
import { openPouch, type PouchHandle } from './pouch';

/**
 * A database handle that is opened anew when it dies. A failed transaction leaves the adapter's
 * handle dead, and a new one of the same name works at once; so work that gets no answer is tried a
 * second time before its failure is believed.
 */
export class RecoveringHandle {
  readonly #name: string;
  #handle: PouchHandle | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  async run<T>(work: (handle: PouchHandle) => Promise<T>): Promise<T> {
    const first = this.#open();
    try {
      return await work(first);
    } catch (error) {
      if (isAnswer(error)) throw error;
      await this.#drop(first);
    }
    const second = this.#open();
    try {
      return await work(second);
    } catch (error) {
      if (!isAnswer(error)) await this.#drop(second);
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.#handle) await this.#drop(this.#handle);
  }

  #open(): PouchHandle {
    this.#handle ??= openPouch(this.#name);
    return this.#handle;
  }

  async #drop(handle: PouchHandle): Promise<void> {
    if (this.#handle === handle) this.#handle = null;
    // Closing a handle whose database is gone fails; there is nothing left to close then.
    await handle.close().catch(() => undefined);
  }
}
