import { asset } from '$app/paths';
import { newUlid } from '$lib/util';
import { createElkLayout } from '$lib/layout';
import { createDraftStore, createVersionStore, localAuthor, type DraftStore } from '$lib/storage';
import {
  createBpmnClient,
  createComputeClient,
  createDataClient,
  dataWorkerConnection,
  poolSize,
  workerConnection
} from '$lib/worker/clients';
import { createWorker } from '$lib/worker/create-worker';
import type { App } from './context';
import { localPreferences } from './preferences';

/** A number from 0 up to 1 that nobody can foresee. */
function random(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

/** Once something is worth keeping, asks the browser not to clear it when space runs low. */
function persistAfterFirstSave(drafts: DraftStore): DraftStore {
  let asked = false;
  return {
    list: () => drafts.list(),
    open: (cadence) => drafts.open(cadence),
    readPart: (cadence, part) => drafts.readPart(cadence, part),
    remove: (cadence, rev) => drafts.remove(cadence, rev),
    watch: (listener, options) => drafts.watch(listener, options),
    async save(draft, rev) {
      const saved = await drafts.save(draft, rev);
      if (saved.ok && !asked) {
        asked = true;
        // Refused or unknown, the work is kept all the same, as long as there is room.
        void navigator.storage?.persist?.().catch(() => false);
      }
      return saved;
    }
  };
}

/** Puts the real parts together: the workers, the device's storage, clock and chance. */
export function composeApp(): App {
  const documents = createDataClient(dataWorkerConnection(createWorker('data')));
  return {
    drafts: persistAfterFirstSave(createDraftStore(documents, localAuthor(documents, random))),
    versions: createVersionStore(documents),
    preferences: localPreferences(),
    compute: createComputeClient(() => workerConnection(createWorker('compute')), {
      workers: poolSize(navigator.hardwareConcurrency)
    }),
    bpmn: createBpmnClient(() => workerConnection(createWorker('bpmn'))),
    layout: createElkLayout(() => createWorker('elk')),
    now: () => Date.now(),
    newCadenceId: () => newUlid(Date.now(), random),
    async fetchAsset(path) {
      const response = await fetch(asset(`/${path}`));
      if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
      return response.text();
    }
  };
}
