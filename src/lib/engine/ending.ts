import type { Program } from '$lib/program';
import type { Sink } from './sink';
import { CAUSE, STATUS, type Cause, type Frame, type RunState, type Token } from './state';
import { cancel, cancelAll, free, isWithin } from './tokens';
import { NO_PORT, joinAt, portAt, portCount } from './tables';

/**
 * Ends the run: what is still open elsewhere is cancelled first. `token`, the one that came to the end,
 * is not told of as cancelled.
 */
export function endRun(
  state: RunState,
  token: Token | null,
  cause: Cause,
  pc: number,
  at: number,
  sink: Sink
): void {
  if (token) free(token);
  cancelAll(state, at, sink);
  close(state, STATUS.ended, at);
  state.cause = cause;
  state.endPc = pc;
  if (cause === CAUSE.exit) return sink.exited(pc, at);
  if (cause === CAUSE.stopped || cause === CAUSE.optedOut) return sink.stopped(at);
  sink.ended(at);
}

/** The run goes in circles: it is ended where it is. */
export function runAway(state: RunState, pc: number, at: number, sink: Sink): void {
  sink.ranAway(pc, at);
  for (const token of state.tokens) free(token);
  close(state, STATUS.runaway, at);
}

function close(
  state: RunState,
  status: typeof STATUS.ended | typeof STATUS.runaway,
  at: number
): void {
  state.status = status;
  state.endedAt = at;
  if (state.offers.length > 0) state.offers = [];
  state.offersAt = Infinity;
  state.pausedAt = -1;
}

/**
 * A token has come to the end of its path, at a join, an exit or a handoff. Returns the port of the
 * join by which one token goes on when enough paths have arrived; the others are cancelled or go on alone.
 */
export function endPath(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const { pc } = token;
  const row = token.frame;
  const frame = state.frames[row];
  if (!frame) {
    free(token);
    sink.pathEnded(pc, at);
    return NO_PORT;
  }
  const joinPc = program.forks[program.arg[frame.forkPc] ?? 0]?.join ?? -1;
  const { needed, detach } = joinAt(program, joinPc);
  frame.arrived++;
  const enough =
    frame.arrived >= Math.min(needed, portCount(program, frame.forkPc)) ||
    !underWay(state, row, token);
  if (!enough || pc !== joinPc) sink.pathEnded(pc, at);
  if (!enough) {
    free(token);
    return NO_PORT;
  }
  // The join is not left by those that are still on their way to it.
  token.frame = frame.parent;
  token.pc = joinPc;
  token.visit = state.visits[joinPc] ?? 0;
  release(state, row, token, detach, at, sink);
  return portAt(program, joinPc);
}

/** Whether any other token is in the activation of a fork. */
function underWay(state: RunState, row: number, but: Token): boolean {
  for (let each = 0; each < state.rows; each++) {
    const token = state.tokens[each] as Token;
    if (token !== but && token.alive && isWithin(state, token.frame, row)) return true;
  }
  return false;
}

/** What becomes of the paths that are still under way when the join lets go. */
function release(
  state: RunState,
  row: number,
  but: Token,
  detach: boolean,
  at: number,
  sink: Sink
): void {
  for (let each = 0; each < state.rows; each++) {
    const token = state.tokens[each] as Token;
    if (token === but || !token.alive || !isWithin(state, token.frame, row)) continue;
    if (!detach) cancel(state, token, at, sink);
    else {
      token.detached = true;
      if (token.frame === row) token.frame = -1;
    }
  }
  for (let inner = 0; inner < state.frames.length; inner++) {
    const frame = state.frames[inner] as Frame;
    if (!frame.alive || inner === row || !isWithin(state, inner, row)) continue;
    if (!detach) frame.alive = false;
    else if (frame.parent === row) frame.parent = -1;
  }
  const frame = state.frames[row];
  if (frame) frame.alive = false;
}
