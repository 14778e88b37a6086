import { proxy, transfer } from 'comlink';
import type { SimulateOptions, SimulateReply, SimulateRequest } from '../protocol';
import type { RunEvents } from '../simulation-protocol';
import type { Line } from './line';
import type { Pool } from './pool';
import { talk, type Talk } from './talk';

/** A run that shows no progress for this long is taken for dead. */
const STALL_LIMIT = 20_000;

/** One simulation on the workers of a pool: one leads, the others are called when it asks for help. */
export async function runOn(
  pool: Pool,
  request: SimulateRequest,
  { onProgress, onPartial, signal }: SimulateOptions
): Promise<SimulateReply> {
  const leader = pool.leader();
  const stop = (): void => void leader.api.cancel(request.run);
  signal?.addEventListener('abort', stop);
  leader.led++;
  try {
    return await talk<SimulateReply>(leader, STALL_LIMIT, (talking) => {
      const heard =
        <T>(listener?: (event: T) => void) =>
        (event: T): void => {
          talking.alive();
          if (!signal?.aborted) listener?.(event);
        };
      const events: RunEvents = {
        progress: heard(onProgress),
        partial: heard(onPartial),
        help: (_, most) => {
          for (const helper of pool.helpers(leader, most)) lend(helper, leader, request, talking);
        }
      };
      return leader.api.simulate(request, proxy(events));
    });
  } catch (error) {
    stop();
    return { type: 'crashed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    leader.led--;
    signal?.removeEventListener('abort', stop);
  }
}

/** Puts a helper through to the leader: from then on the two talk to each other, not to this thread. */
function lend(helper: Line, leader: Line, request: SimulateRequest, talking: Talk): void {
  const { port1, port2 } = new MessageChannel();
  talking.join(helper);
  helper.api.serve(request, transfer(port2, [port2])).catch((error: unknown) => {
    helper.bury(error instanceof Error ? error.message : String(error));
  });
  void leader.api.assist(request.run, transfer(port1, [port1]));
}
