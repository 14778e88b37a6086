import { expose } from 'comlink';
import { ComputeHost, type ComputeHostOptions } from './compute-host';
import type { Connection } from './clients/connection';

/** A line whose far side lives in this thread, behind a real message channel: what tests use. */
export function inProcessCompute(options: ComputeHostOptions): Connection & { die(): void } {
  const { port1, port2 } = new MessageChannel();
  const listeners: ((message: string) => void)[] = [];
  expose(new ComputeHost(options), port2);
  port1.start();
  port2.start();
  const terminate = (): void => {
    port1.close();
    port2.close();
  };
  return {
    endpoint: port1,
    onDeath: (listener) => listeners.push(listener),
    terminate,
    die() {
      terminate();
      for (const listener of listeners) listener('it was made to die');
    }
  };
}
