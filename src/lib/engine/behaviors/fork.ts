import type { Program } from '$lib/program';
import type { Sink } from '../sink';
import type { RunState, Token } from '../state';
import { NO_PORT, portAt, portCount, targetOf } from '../tables';
import { allocate, enter, openFrame } from '../tokens';

/** One token a path; each comes to its first step, then they go on one after the other. */
export function fork(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const { pc, detached, notBefore } = token;
  const frame = openFrame(state, pc, token.frame);
  state.leftAt[pc] = state.sequence;
  const paths = portCount(program, pc);
  for (let path = 0; path < paths; path++) {
    const port = portAt(program, pc, path);
    const each = path === 0 ? token : allocate(state, frame);
    each.frame = frame;
    each.detached = detached;
    each.notBefore = notBefore;
    sink.left(port, at);
    enter(state, each, targetOf(program, port), at, sink);
  }
  return NO_PORT;
}
