import { proxy, wrap, type Remote } from 'comlink';
import type {
  ComputeApi,
  ComputeClient,
  Progress,
  SimulateReply,
  SimulateRequest,
  Verdict
} from '../protocol';
import type { Connection } from './connection';

/** An answer that takes longer than this is taken for dead. */
const ANSWER_LIMIT = 10_000;
/** A run that shows no progress for this long is taken for dead. */
const STALL_LIMIT = 20_000;

/** The compute worker died while it was asked something. */
class ComputeDiedError extends Error {
  override readonly name = 'ComputeDiedError';
}

interface Line {
  readonly api: Remote<ComputeApi>;
  readonly connection: Connection;
  /** Rejects everything that still waits when the far side dies. */
  readonly waiting: Set<(error: ComputeDiedError) => void>;
}

/**
 * A client over lines made by `connect`, the first of them at the first call. When a line dies, every
 * waiting promise is settled and the next call opens a new one.
 */
export function createComputeClient(connect: () => Connection): ComputeClient {
  let line: Line | null = null;
  let runs = 0;

  function open(): Line {
    if (line) return line;
    const connection = connect();
    const opened: Line = {
      api: wrap<ComputeApi>(connection.endpoint),
      connection,
      waiting: new Set()
    };
    connection.onDeath((message) => {
      bury(opened, message);
    });
    line = opened;
    return opened;
  }

  function bury(dead: Line, message: string): void {
    if (line === dead) line = null;
    dead.connection.terminate();
    for (const reject of dead.waiting) reject(new ComputeDiedError(message));
    dead.waiting.clear();
  }

  /** Asks, and gives up on the line when it dies or `limit` passes without a call of `alive`. */
  function ask<T>(limit: number, call: (api: Remote<ComputeApi>, alive: () => void) => Promise<T>) {
    const asked = open();
    return new Promise<T>((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout>;
      const alive = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          bury(asked, 'the worker did not answer in time');
        }, limit);
      };
      const settle = (): void => {
        clearTimeout(timer);
        asked.waiting.delete(reject);
      };
      asked.waiting.add(reject);
      alive();
      call(asked.api, alive).then(resolve, reject).finally(settle);
    });
  }

  async function simulate(
    request: Omit<SimulateRequest, 'run'>,
    { onProgress, signal }: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {}
  ): Promise<SimulateReply> {
    if (signal?.aborted) return { type: 'cancelled' };
    const run = `run-${++runs}`;
    const cancel = (): void => void line?.api.cancel(run);
    signal?.addEventListener('abort', cancel);
    try {
      return await ask<SimulateReply>(STALL_LIMIT, (api, alive) =>
        api.simulate(
          { ...request, run },
          proxy((progress: Progress) => {
            alive();
            if (!signal?.aborted) onProgress?.(progress);
          })
        )
      );
    } catch (error) {
      return { type: 'crashed', message: error instanceof Error ? error.message : String(error) };
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** A question changes nothing, so one that died with its worker is simply asked again, once. */
  async function question<T>(call: (api: Remote<ComputeApi>) => Promise<T>): Promise<T> {
    try {
      return await ask(ANSWER_LIMIT, call);
    } catch (error) {
      if (error instanceof ComputeDiedError) return ask(ANSWER_LIMIT, call);
      throw error;
    }
  }

  return {
    check: (file) => question((api) => api.check(file)),
    simulate,
    fold: (request) => question((api) => api.fold(request)),
    explain: (request) => question((api) => api.explain(request)),
    // Awaited: the line's type knows one promise for each kind of verdict.
    attempt: (request, attempt) =>
      question<Verdict>(async (api) => await api.attempt(request, attempt)),
    diff: (before, after) => question((api) => api.diff(before, after)),
    previewMigration: (request) => question((api) => api.previewMigration(request)),
    dispose() {
      if (line) bury(line, 'the client was disposed');
    }
  };
}
