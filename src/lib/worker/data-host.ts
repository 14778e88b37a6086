import type { DocumentStore } from '$lib/storage';
import type { DataApi } from './data-protocol';

/** The data worker's work as a plain object: it knows neither threads nor messages. */
export function createDataHost(documents: DocumentStore): DataApi {
  return {
    get: (id) => documents.get(id),
    list: (prefix) => documents.list(prefix),
    put: (id, value, rev) => documents.put(id, value, rev),
    remove: (id, rev) => documents.remove(id, rev),
    watch: (listener) => {
      documents.watch(listener);
      return Promise.resolve();
    }
  };
}
