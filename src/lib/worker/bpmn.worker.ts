import { expose } from 'comlink';
import { readBpmn, writeBpmn } from '$lib/exchange/bpmn';
import { newUlid } from '$lib/util';
import type { BpmnApi } from './bpmn-protocol';

/** A number from 0 up to 1 that nobody can foresee. */
function random(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

const api: BpmnApi = {
  read: (text, home) => readBpmn(text, { ...home, newId: () => newUlid(Date.now(), random) }),
  write: (file) => writeBpmn(file)
};

expose(api);
