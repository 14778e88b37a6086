import type { Program, SlaSpec } from '$lib/program';
import { assert } from '$lib/util';
import { eventPort } from './behaviors/event';
import { skipTask } from './complete';
import { endRun } from './ending';
import { mayEnter } from './guards';
import { resume } from './pause';
import { dueThreshold, nextThreshold } from './sla';
import type { Sink } from './sink';
import { CAUSE, PHASE, STATUS, type RunState, type Token } from './state';
import { portAt, stageAt, taskAt } from './tables';
import { cancelAll, place } from './tokens';
import { leave, leaveWait } from './walk';

/** The instant of the run's next timer; Infinity when only a person or the lead can move it. */
export function nextTimer(state: RunState): number {
  if (state.status !== STATUS.running) return Infinity;
  if (state.pausedAt >= 0) return state.pausedUntil;
  let next = state.limitAt;
  if (state.stageSlaAt < next) next = state.stageSlaAt;
  if (state.offersAt < next) next = state.offersAt;
  const { tokens } = state;
  for (let i = 0; i < state.rows; i++) {
    const token = tokens[i] as Token;
    if (!token.alive) continue;
    if (token.until < next) next = token.until;
    if (token.slaAt < next) next = token.slaAt;
  }
  return next;
}

/**
 * Fires the timer that is due. Of several at one instant: tokens in their order, the time limits of tasks,
 * of the stage, and the time for a verdict last.
 */
export function fireTimer(program: Program, state: RunState, at: number, sink: Sink): void {
  const due = nextTimer(state);
  assert(at >= due, 'a timer fires no earlier than its instant');
  if (state.pausedAt >= 0) return resume(program, state, at, sink);
  const { tokens } = state;
  for (let row = 0; row < state.rows; row++) {
    const token = tokens[row] as Token;
    if (token.alive && token.until === due) return fireToken(program, state, token, at, sink);
  }
  // Offers are looked at after every input: there is nothing else to do.
  if (state.offersAt === due) return;
  for (let row = 0; row < state.rows; row++) {
    const token = tokens[row] as Token;
    if (token.alive && token.slaAt === due) return reachTask(program, state, token, at, sink);
  }
  if (state.stageSlaAt === due) return reachStage(program, state, at, sink);
  endRun(state, null, CAUSE.limit, -1, at, sink);
}

function fireToken(program: Program, state: RunState, token: Token, at: number, sink: Sink): void {
  switch (token.phase) {
    case PHASE.wait:
      return leave(program, state, token, portAt(program, token.pc), at, sink);
    case PHASE.closed:
      token.phase = PHASE.none;
      return;
    case PHASE.event: {
      const port = eventPort(program, state, token, at);
      if (port >= 0) leaveWait(program, state, token, port, at, sink);
      return;
    }
    case PHASE.late:
      if (token.leaving >= 0) return leave(program, state, token, token.leaving, at, sink);
      token.phase = PHASE.none;
      token.until = Infinity;
      return;
    case PHASE.task:
    case PHASE.held:
    case PHASE.blocked: {
      const expired = at >= token.expiry;
      // Requirements that time alone can meet are looked at after every input.
      if (token.phase === PHASE.held && !expired) return;
      return skipTask(program, state, token, expired ? 'expired' : 'overdue', at, sink);
    }
    default:
      assert(false, `a timer in phase ${token.phase}`);
  }
}

function reachTask(program: Program, state: RunState, token: Token, at: number, sink: Sink): void {
  const { sla } = taskAt(program, token.pc);
  const index = dueThreshold(program, sla, token.slaFrom, token.slaReached);
  token.slaReached |= 1 << index;
  token.slaAt = nextThreshold(program, sla, token.slaFrom, token.slaReached);
  sink.slaReached(token.pc, token.visit, index, at);
  moveOn(program, state, sla[index], at, sink);
}

function reachStage(program: Program, state: RunState, at: number, sink: Sink): void {
  const { stagePc, stageSlaFrom } = state;
  const { sla } = stageAt(program, stagePc);
  const index = dueThreshold(program, sla, stageSlaFrom, state.stageSlaReached);
  state.stageSlaReached |= 1 << index;
  state.stageSlaAt = nextThreshold(program, sla, stageSlaFrom, state.stageSlaReached);
  sink.slaReached(stagePc, state.visits[stagePc] ?? 0, index, at);
  moveOn(program, state, sla[index], at, sink);
}

/** A threshold that moves the run takes every token away, if the step it moves to lets it in. */
function moveOn(
  program: Program,
  state: RunState,
  spec: SlaSpec | undefined,
  at: number,
  sink: Sink
): void {
  if (spec?.action !== 'move' || spec.to < 0 || !mayEnter(program, state, spec.to, at)) return;
  cancelAll(state, at, sink);
  place(state, spec.to, at, sink);
}
