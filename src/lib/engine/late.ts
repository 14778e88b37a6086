import type { Sink } from './sink';
import { PHASE, type RunState, type Token } from './state';
import { NO_PORT } from './tables';

/** A token that has come to a step rests in front of it while the world is late for it (ENG-140). */
export function enterLate(state: RunState, token: Token, at: number, sink: Sink): void {
  if (state.lateness === null) return;
  const until = state.lateness.entersAt(token.pc, token.visit, at);
  if (until > at) rest(token, until, NO_PORT, sink);
}

/** The port by which a wait that is over is left at once; NO_PORT: the token rests first (ENG-141). */
export function leaveLate(
  state: RunState,
  token: Token,
  port: number,
  at: number,
  sink: Sink
): number {
  if (state.lateness === null) return port;
  const until = state.lateness.leavesAt(token.pc, token.visit, at);
  if (until <= at) return port;
  rest(token, until, port, sink);
  return NO_PORT;
}

function rest(token: Token, until: number, leaving: number, sink: Sink): void {
  token.phase = PHASE.late;
  token.leaving = leaving;
  token.due = until;
  token.until = until;
  sink.waiting(token.pc, token.visit, until);
}
