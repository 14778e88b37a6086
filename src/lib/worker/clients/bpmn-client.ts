import { wrap, type Remote } from 'comlink';
import type { BpmnApi, BpmnClient } from '../bpmn-protocol';
import type { Connection } from './connection';

/** Longer than the largest file that is read takes on a slow machine. */
const LIMIT = 60_000;

/** Reads and writes BPMN in a worker that is started for the file and ends with it. */
export function createBpmnClient(connect: () => Connection): BpmnClient {
  const ask = <T>(call: (api: Remote<BpmnApi>) => Promise<T>): Promise<T> => {
    const connection = connect();
    let limit: ReturnType<typeof setTimeout> | undefined;
    return new Promise<T>((resolve, reject) => {
      connection.onDeath((message) => reject(new Error(message)));
      limit = setTimeout(() => reject(new Error('the worker did not answer in time')), LIMIT);
      call(wrap<BpmnApi>(connection.endpoint)).then(resolve, reject);
    }).finally(() => {
      clearTimeout(limit);
      connection.terminate();
    });
  };
  return {
    read: (text, home) => ask(async (api) => await api.read(text, home)),
    write: (file) => ask((api) => api.write(file))
  };
}
