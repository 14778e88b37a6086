import type { ELK } from 'elkjs/lib/elk-api.js';
import { fromElk, toElk } from './elk-graph';
import type { LayoutService } from './layout-service';

/**
 * Layout by ELK in a worker that is started on first use, stopped when a call is cancelled (ELK
 * cannot be asked to stop) and started again by the next one. Calls run one after the other.
 */
export function createElkLayout(makeWorker: () => Worker): LayoutService {
  let elk: ELK | null = null;
  let giveUp: ((reason: Error) => void) | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  function stop(): void {
    elk?.terminateWorker();
    elk = null;
  }

  async function start(): Promise<ELK> {
    const { default: Elk } = await import('elkjs/lib/elk-api.js');
    return new Elk({
      workerFactory: () => {
        const worker = makeWorker();
        worker.addEventListener('error', (event) => {
          stop();
          giveUp?.(new Error(`the layout worker failed: ${event.message}`));
        });
        return worker;
      }
    });
  }

  async function run(graph: ReturnType<typeof toElk>, signal: AbortSignal | undefined) {
    if (signal?.aborted) throw aborted();
    elk ??= await start();
    const running = elk;
    return await new Promise<typeof graph>((resolve, reject) => {
      const abort = () => {
        stop();
        reject(aborted());
      };
      if (signal?.aborted) return abort();
      giveUp = reject;
      signal?.addEventListener('abort', abort, { once: true });
      running
        .layout(graph)
        .then(resolve, reject)
        .finally(() => {
          giveUp = null;
          signal?.removeEventListener('abort', abort);
        });
    });
  }

  return {
    async tidy(cadence, sizes, { direction, positions, signal }) {
      const graph = toElk(cadence, sizes, direction, positions);
      if (graph.children?.length === 0) return { positions: {}, routes: {} };
      const turn = tail.then(() => run(graph, signal));
      tail = turn.catch(() => undefined);
      return fromElk(await turn);
    },
    dispose() {
      stop();
      giveUp?.(aborted());
    }
  };
}

function aborted(): Error {
  return new DOMException('the layout was cancelled', 'AbortError');
}
