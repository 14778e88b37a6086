import type { Program } from '$lib/program';
import { endPath } from '../ending';
import type { Sink } from '../sink';
import type { RunState, Token } from '../state';
import { joinAt, portAt } from '../tables';

/**
 * A path has arrived: the last one needed goes on. A token that never came through the fork, after a
 * jump into a path, just goes through.
 */
export function join(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const { pc } = token;
  const inside = state.frames[token.frame]?.forkPc === joinAt(program, pc).fork;
  const alone = token.detached && token.frame < 0;
  if (inside || alone) return endPath(program, state, token, at, sink);
  return portAt(program, pc);
}
