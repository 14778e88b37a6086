import { proxy, transfer, type Remote } from 'comlink';
import type { ComputeApi } from '../protocol';
import type { Line } from './line';
import type { Pool } from './pool';
import { talk, type Talk } from './talk';

/** A run that shows no progress for this long is taken for dead. */
const STALL_LIMIT = 20_000;

/** What a run tells while it goes on. */
interface Events<Progress, Partial> {
  progress(progress: Progress): void;
  partial(partial: Partial): void;
  help(run: string, most: number): void;
}

export interface RunOptions<Reply, Progress, Partial> {
  readonly run: string;
  /** Asks the one that leads. */
  readonly begin: (api: Remote<ComputeApi>, events: Events<Progress, Partial>) => Promise<Reply>;
  /** Asks one that helps to listen to whoever speaks through the port. */
  readonly serve: (api: Remote<ComputeApi>, port: MessagePort) => Promise<void>;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly onPartial: ((partial: Partial) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

interface Crashed {
  readonly type: 'crashed';
  readonly message: string;
}

/** A run on the workers of a pool: one leads, the others are called when it asks for help. */
export async function runOn<Reply, Progress, Partial>(
  pool: Pool,
  options: RunOptions<Reply, Progress, Partial>
): Promise<Reply | Crashed> {
  const { run, begin, serve, onProgress, onPartial, signal } = options;
  const leader = pool.leader();
  const stop = (): void => void leader.api.cancel(run);
  signal?.addEventListener('abort', stop);
  leader.led++;
  try {
    return await talk<Reply>(leader, STALL_LIMIT, (talking) => {
      const heard =
        <T>(listener?: (event: T) => void) =>
        (event: T): void => {
          talking.alive();
          if (!signal?.aborted) listener?.(event);
        };
      const events: Events<Progress, Partial> = {
        progress: heard(onProgress),
        partial: heard(onPartial),
        help: (_, most) => {
          for (const helper of pool.helpers(leader, most))
            lend(helper, leader, { run, serve, talking });
        }
      };
      return begin(leader.api, proxy(events));
    });
  } catch (error) {
    stop();
    return { type: 'crashed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    leader.led--;
    signal?.removeEventListener('abort', stop);
  }
}

interface Lent {
  readonly run: string;
  readonly serve: (api: Remote<ComputeApi>, port: MessagePort) => Promise<void>;
  readonly talking: Talk;
}

/** Puts a helper through to the leader: from then on the two talk to each other, not to this thread. */
function lend(helper: Line, leader: Line, { run, serve, talking }: Lent): void {
  const { port1, port2 } = new MessageChannel();
  talking.join(helper);
  serve(helper.api, transfer(port2, [port2])).catch((error: unknown) => {
    helper.bury(error instanceof Error ? error.message : String(error));
  });
  void leader.api.assist(run, transfer(port1, [port1]));
}
