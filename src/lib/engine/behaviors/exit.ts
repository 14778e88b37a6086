import type { Program } from '$lib/program';
import { NO_PORT, endPath, endRun } from '../ending';
import type { Sink } from '../sink';
import { CAUSE, type RunState, type Token } from '../state';

/** Ends the run; inside a fork, and for a token that goes on alone, only the path. */
export function leaveRun(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  if (token.frame >= 0 || token.detached) return endPath(program, state, token, at, sink);
  endRun(state, token, CAUSE.exit, token.pc, at, sink);
  return NO_PORT;
}
