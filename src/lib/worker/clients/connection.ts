import type { Endpoint } from 'comlink';

/** A line to a worker, or to its in-process twin. */
export interface Connection {
  readonly endpoint: Endpoint;
  /** Calls back, once, when the far side has died. */
  onDeath(listener: (message: string) => void): void;
  terminate(): void;
}

/** The line to a real worker. */
export function workerConnection(worker: Worker): Connection {
  return {
    endpoint: worker,
    onDeath(listener) {
      worker.addEventListener('error', (event) => {
        listener(event.message || 'the worker could not be started');
      });
      worker.addEventListener('messageerror', () => {
        listener('the worker sent something unreadable');
      });
    },
    terminate: () => {
      worker.terminate();
    }
  };
}
