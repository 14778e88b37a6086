import { addDelay, nextWeekday, readLocal, roll, subtractDelay } from '$lib/calendar';
import type { Program, WaitSpec } from '$lib/program';
import { fieldOf } from '../facts';
import { leaveLate } from '../late';
import type { Sink } from '../sink';
import { PHASE, type RunState, type Token } from '../state';
import { NO_PORT, portAt, waitAt } from '../tables';
import { awaitEvent } from './event';

type DateWait = Extract<WaitSpec, { type: 'date' }>;

/** Rests until its time has come, measured from the actual arrival: nothing is caught up. */
export function beginWait(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const spec = waitAt(program, token.pc);
  switch (spec.type) {
    case 'duration':
      return rest(token, Math.max(at, addDelay(program.calendar, token.since, spec.delay)), sink);
    case 'weekday':
      return rest(token, nextWeekday(program.calendar, at, spec.days, spec.minute), sink);
    case 'date':
      return awaitDate(program, state, token, spec, at, sink);
    case 'event':
      return awaitEvent(program, state, token, spec, at, sink);
  }
}

function rest(token: Token, until: number, sink: Sink): number {
  token.phase = PHASE.wait;
  token.due = until;
  token.until = until;
  sink.waiting(token.pc, token.visit, until);
  return NO_PORT;
}

/** A date that has passed is waited for no longer; one that is missing holds the token up. */
function awaitDate(
  program: Program,
  state: RunState,
  token: Token,
  spec: DateWait,
  at: number,
  sink: Sink
): number {
  const until = dateOf(program, state, spec);
  if (until === null) {
    if (!state.checksData) return leaveLate(state, token, portAt(program, token.pc), at, sink);
    if (token.phase !== PHASE.blocked) sink.held(token.pc, token.visit, at);
    token.phase = PHASE.blocked;
    token.until = Infinity;
    return NO_PORT;
  }
  if (until > at) return rest(token, until, sink);
  return leaveLate(state, token, portAt(program, token.pc), at, sink);
}

/** The instant that a wait for a date is for; null when the lead's field holds no date. */
function dateOf(program: Program, state: RunState, { field, sign, by }: DateWait): number | null {
  const { calendar } = program;
  const value = fieldOf(state, field);
  const date = typeof value === 'string' ? readLocal(calendar, value) : null;
  if (date === null) return null;
  if (sign === 0 || !by) return roll(calendar, date);
  const moved = sign < 0 ? subtractDelay(calendar, date, by) : addDelay(calendar, date, by);
  return roll(calendar, moved);
}

/** Whether the date that a resting token waits for has changed. */
export function dateChanged(program: Program, state: RunState, token: Token): boolean {
  const spec = waitAt(program, token.pc);
  return spec.type === 'date' && dateOf(program, state, spec) !== token.due;
}

/** Whether the lead's field holds a date that a wait can be for. */
export function dateIsKnown(program: Program, state: RunState, token: Token): boolean {
  const spec = waitAt(program, token.pc);
  return spec.type === 'date' && dateOf(program, state, spec) !== null;
}
