import type { Program } from '$lib/program';
import { present } from '$lib/util';
import { endPath, endRun } from '../ending';
import type { Sink } from '../sink';
import { CAUSE, type RunState, type Token } from '../state';
import { NO_PORT, portAt } from '../tables';

/** Tells the world where the lead goes, and goes on or ends here. */
export function handOff(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const { pc } = token;
  const spec = present(program.handoffs[program.arg[pc] ?? 0], 'handoff');
  sink.handedOff(pc, spec.to, at);
  if (!spec.ends) return portAt(program, pc);
  if (token.frame >= 0 || token.detached) return endPath(program, state, token, at, sink);
  endRun(state, token, CAUSE.handoff, pc, at, sink);
  return NO_PORT;
}
