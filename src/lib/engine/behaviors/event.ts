import { addDelay } from '$lib/calendar';
import type { Program, WaitSpec } from '$lib/program';
import { leaveLate } from '../late';
import { nextChange } from '../next-change';
import { holds } from '../predicate';
import type { Sink } from '../sink';
import { PHASE, type RunState, type Token } from '../state';
import { NO_PORT, portAt, waitAt } from '../tables';

type EventWait = Extract<WaitSpec, { type: 'event' }>;

const MET = 0;
const TIMEOUT = 1;

/** Goes on at once when it is already so; else rests until it is, at most until the timeout. */
export function awaitEvent(
  program: Program,
  state: RunState,
  token: Token,
  spec: EventWait,
  at: number,
  sink: Sink
): number {
  if (isMet(program, state, token, spec, at))
    return leaveLate(state, token, portAt(program, token.pc, MET), at, sink);
  token.phase = PHASE.event;
  token.due = Math.max(at, addDelay(program.calendar, token.since, spec.timeout));
  lookLater(program, state, token, spec, at);
  sink.waiting(token.pc, token.visit, token.due);
  return NO_PORT;
}

/** The port by which a resting token leaves now; -1: none yet. */
export function eventPort(program: Program, state: RunState, token: Token, at: number): number {
  const spec = waitAt(program, token.pc);
  if (spec.type !== 'event') return NO_PORT;
  if (isMet(program, state, token, spec, at)) return portAt(program, token.pc, MET);
  if (at >= token.due && token.until <= at) return portAt(program, token.pc, TIMEOUT);
  lookLater(program, state, token, spec, at);
  return NO_PORT;
}

/** A signal counts that was seen since a token last left this wait; on the first visit, ever. */
function isMet(
  program: Program,
  state: RunState,
  token: Token,
  { signals, condition }: EventWait,
  at: number
): boolean {
  const left = state.leftAt[token.pc] ?? 0;
  for (const signal of signals) if ((state.signalSequence[signal] ?? 0) > left) return true;
  return condition !== null && holds(program, state, condition, at);
}

function lookLater(
  program: Program,
  state: RunState,
  token: Token,
  { condition }: EventWait,
  at: number
): void {
  const change = condition ? nextChange(program, state, condition, at) : Infinity;
  token.until = Math.min(token.due, change);
}
