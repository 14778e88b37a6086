import type { Program } from '$lib/program';
import { endPath, endRun } from '../ending';
import { optsOut } from '../guards';
import type { Sink } from '../sink';
import { CAUSE, type RunState, type Token } from '../state';
import { NO_PORT } from '../tables';

/** Ends the run; inside a fork, and for a token that goes on alone, only the path, unless the lead opts out. */
export function leaveRun(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const inPath = token.frame >= 0 || token.detached;
  if (inPath && !optsOut(program, token.pc)) return endPath(program, state, token, at, sink);
  endRun(state, token, CAUSE.exit, token.pc, at, sink);
  return NO_PORT;
}
