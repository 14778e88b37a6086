import { nextWeekday } from '$lib/calendar';
import { OP, type Program } from '$lib/program';
import type { Sink } from './sink';
import { startClock } from './sla';
import { PHASE, type RunState, type Token } from './state';
import { taskAt, waitAt } from './tables';
import { firstOpen, timeout } from './task-times';

/** Freezes the run: no timer fires until it is resumed, or `until`. */
export function pause(state: RunState, until: number, at: number, sink: Sink): void {
  if (state.pausedAt < 0) state.pausedAt = at;
  state.pausedUntil = until;
  sink.paused(at);
}

/** What remained when the run was paused remains: every instant ahead is as much later as it stood still. */
export function resume(program: Program, state: RunState, at: number, sink: Sink): void {
  const since = state.pausedAt;
  state.pausedAt = -1;
  state.pausedUntil = Infinity;
  sink.resumed(at);
  const later = at - since;
  state.limitAt = shift(state.limitAt, since, later);
  if (state.stagePc >= 0) {
    const stood = at - Math.max(since, state.stageSlaFrom);
    state.stageSlaAt = shift(state.stageSlaAt, since, stood);
    state.stageSlaFrom += stood;
  }
  for (const token of state.tokens)
    if (token.alive && !isDated(program, token, at))
      shiftToken(program, state, token, since, at, sink);
}

function shiftToken(
  program: Program,
  state: RunState,
  token: Token,
  pausedAt: number,
  at: number,
  sink: Sink
): void {
  const since = Math.max(pausedAt, token.since);
  const later = at - since;
  token.due = shift(token.due, since, later);
  token.until = shift(token.until, since, later);
  token.expiry = shift(token.expiry, since, later);
  token.notBefore = shift(token.notBefore, since, later);
  if (token.phase === PHASE.wait || token.phase === PHASE.event || token.phase === PHASE.late)
    sink.waiting(token.pc, token.visit, token.due);
  if (token.phase !== PHASE.task) return;
  const spec = taskAt(program, token.pc);
  if (token.opens > since) {
    token.opens = firstOpen(program, state, token, spec, token.opens + later);
    token.due = Math.max(token.due, token.opens);
    token.until = timeout(program, token, spec);
    startClock(program, token, spec);
  } else {
    token.slaFrom += later;
    token.slaAt = shift(token.slaAt, since, later);
  }
  sink.opened(token.pc, token.visit, token.opens, token.due);
}

/** A wait for a date or a weekday is for that day, however long the run stood still. */
function isDated(program: Program, token: Token, at: number): boolean {
  if (program.op[token.pc] !== OP.wait || token.phase !== PHASE.wait) return false;
  const spec = waitAt(program, token.pc);
  if (spec.type === 'weekday' && token.until < at) {
    token.due = nextWeekday(program.calendar, at, spec.days, spec.minute);
    token.until = token.due;
  }
  const isDay = spec.type === 'weekday' || spec.type === 'date';
  if (isDay) token.until = Math.max(token.until, at);
  return isDay;
}

function shift(instant: number, since: number, by: number): number {
  return instant >= since ? instant + by : instant;
}
