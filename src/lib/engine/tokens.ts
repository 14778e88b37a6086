import { createToken } from './create-state';
import { enterLate } from './late';
import type { Sink } from './sink';
import { PHASE, type Frame, type RunState, type Token } from './state';

/** A free row for a token of the fork activation `frame`. */
export function allocate(state: RunState, frame: number): Token {
  const token = freeToken(state);
  token.alive = true;
  token.frame = frame;
  token.detached = false;
  token.loose = false;
  token.notBefore = 0;
  return token;
}

/** The first row that no token is in. */
function freeToken(state: RunState): Token {
  const { tokens } = state;
  for (let row = 0; row < tokens.length; row++) {
    const token = tokens[row] as Token;
    if (token.alive) continue;
    if (row >= state.rows) state.rows = row + 1;
    return token;
  }
  state.rows = tokens.push(createToken());
  return tokens[state.rows - 1] as Token;
}

/** Puts a token on an instruction. */
export function enter(state: RunState, token: Token, pc: number, at: number, sink: Sink): void {
  const visit = (state.visits[pc] as number) + 1;
  state.visits[pc] = visit;
  token.pc = pc;
  token.visit = visit;
  token.phase = PHASE.none;
  token.since = at;
  token.until = Infinity;
  token.expiry = Infinity;
  token.slaAt = Infinity;
  token.attempt = 1;
  token.assignee = null;
  sink.entered(pc, visit, at);
  enterLate(state, token, at, sink);
}

/** Begins a token of its own at an instruction. */
export function place(state: RunState, pc: number, at: number, sink: Sink): Token {
  const token = allocate(state, -1);
  enter(state, token, pc, at, sink);
  return token;
}

/** The token has gone; nothing is told. */
export function free(token: Token): void {
  token.alive = false;
  token.phase = PHASE.none;
  token.until = Infinity;
  token.slaAt = Infinity;
}

/** Takes a token away from where it rests. */
export function cancel(state: RunState, token: Token, at: number, sink: Sink): void {
  state.leftAt[token.pc] = state.sequence;
  const { pc, visit } = token;
  free(token);
  sink.cancelled(pc, visit, at);
}

/** Takes every token away. */
export function cancelAll(state: RunState, at: number, sink: Sink): void {
  for (let row = 0; row < state.rows; row++) {
    const token = state.tokens[row] as Token;
    if (token.alive) cancel(state, token, at, sink);
  }
  for (let row = 0; row < state.frames.length; row++) (state.frames[row] as Frame).alive = false;
}

/** Row of a new activation of the fork at `forkPc`. */
export function openFrame(state: RunState, forkPc: number, parent: number): number {
  const { frames } = state;
  let row = 0;
  while (row < frames.length && (frames[row] as Frame).alive) row++;
  const frame = (frames[row] ??= { alive: true, forkPc, parent, arrived: 0 });
  frame.alive = true;
  frame.forkPc = forkPc;
  frame.parent = parent;
  frame.arrived = 0;
  return row;
}

/** Whether activation `row` is `outer`, or inside it. */
export function isWithin(state: RunState, row: number, outer: number): boolean {
  for (let each = row; each >= 0; each = state.frames[each]?.parent ?? -1)
    if (each === outer) return true;
  return false;
}
