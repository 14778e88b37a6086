import type { DocumentStore } from '$lib/storage';
import { expose } from 'comlink';
import { createDataHost } from '../data-host';
import { createDataClient } from './data-client';

/** The data worker's twin in this thread: the same client and host, with real messages between. */
export function createInProcessDataClient(documents: DocumentStore): DocumentStore {
  const { port1, port2 } = new MessageChannel();
  expose(createDataHost(documents), port1);
  return createDataClient({
    endpoint: port2,
    onDeath: () => undefined,
    terminate() {
      port1.close();
      port2.close();
      void documents.close();
    }
  });
}
