import { addDelay } from '$lib/calendar';
import {
  ATTEMPTS,
  OP,
  type Program,
  type ProgramDelay,
  type ProgramDisposition
} from '$lib/program';
import { resultOfFinish } from './end-cause';
import { endRun } from './ending';
import { mayEnter } from './guards';
import { HANDLED, handle } from './handlers';
import { offer } from './offers';
import { exitsWith, mayEndWith } from './rules';
import type { Sink } from './sink';
import { CAUSE, PHASE, STATUS, type RunState, type Token } from './state';
import { portAt, targetOf, taskAt } from './tables';
import { free } from './tokens';
import { blockChannel } from './touches';
import { leave } from './walk';

/** What comes of a disposition: the step's own port, a handler, or its action (ENG-27). */
export function decide(
  program: Program,
  state: RunState,
  token: Token,
  disposition: number,
  spec: ProgramDisposition,
  until: number | undefined,
  at: number,
  sink: Sink
): void {
  const own = token.loose ? 0 : (taskAt(program, token.pc).portOf[disposition] ?? 0);
  if (spec.optOut) return optOut(program, state, token, own, disposition, at, sink);
  if (own > 0) return byPort(program, state, token, own, disposition, at, sink);
  if (program.handlers.length > 0) {
    const occasion = { type: 'disposition', index: disposition, token } as const;
    const handled = handle(program, state, occasion, at, sink);
    if (handled === HANDLED.gone) return;
    if (handled === HANDLED.offered) return notDecided(program, state, token, at, sink);
    if (handled === HANDLED.paused) return goOn(program, state, token, disposition, at, sink);
  }
  switch (spec.action) {
    case 'advance':
      return goOn(program, state, token, disposition, at, sink);
    case 'retry':
      return tryAgain(program, state, token, later(program, spec.after, at), at, sink);
    case 'pause':
      return tryAgain(program, state, token, until ?? later(program, spec.after, at), at, sink);
    case 'finish':
      return finish(program, state, token, disposition, spec, at, sink);
    case 'block':
      blockChannel(program, state, token.pc);
      return leaveTask(program, state, token, 0, at, sink);
  }
}

function later(program: Program, after: ProgramDelay | null, at: number): number {
  return after ? addDelay(program.calendar, at, after) : at;
}

/** Whatever the cadence says, an opted-out lead is left alone: at the exit it or a handler leads to, or here. */
function optOut(
  program: Program,
  state: RunState,
  token: Token,
  own: number,
  disposition: number,
  at: number,
  sink: Sink
): void {
  const port = portAt(program, token.pc, own);
  const to = targetOf(program, port);
  const isExit = own > 0 && program.op[to] === OP.exit && token.frame < 0 && !token.detached;
  if (isExit && mayEnter(program, state, to, at))
    return leaveTask(program, state, token, own, at, sink);
  const occasion = { type: 'disposition', index: disposition, token } as const;
  if (own === 0 && program.handlers.length > 0) handle(program, state, occasion, at, sink);
  if (state.status === STATUS.ended) return;
  state.endDisposition = disposition;
  endRun(state, token, CAUSE.optedOut, -1, at, sink);
}

/** Leaves by the disposition's own port, unless that leads straight to what is not allowed yet. */
function byPort(
  program: Program,
  state: RunState,
  token: Token,
  own: number,
  disposition: number,
  at: number,
  sink: Sink
): void {
  const to = targetOf(program, portAt(program, token.pc, own));
  if (mayEnter(program, state, to, at)) return leaveTask(program, state, token, own, at, sink);
  if (program.op[to] === OP.exit) offer(state, to, token.pc, disposition, at, sink);
  notDecided(program, state, token, at, sink);
}

/** As if nothing had been decided: by `held` where the step has it, else by `done`. */
function notDecided(program: Program, state: RunState, token: Token, at: number, sink: Sink): void {
  const { heldPort } = taskAt(program, token.pc);
  leaveTask(program, state, token, Math.max(heldPort, 0), at, sink);
}

/** The step is repeated where it says so, else it is over. */
export function goOn(
  program: Program,
  state: RunState,
  token: Token,
  disposition: number,
  at: number,
  sink: Sink
): void {
  const { repeat } = taskAt(program, token.pc);
  if (!repeat || token.attempt >= repeat.times || repeat.until.includes(disposition))
    return leaveTask(program, state, token, 0, at, sink);
  openAgain(state, token, later(program, repeat.gap, at), at, sink);
}

/** The same step once more, as often as it may be tried at all. */
function tryAgain(
  program: Program,
  state: RunState,
  token: Token,
  from: number,
  at: number,
  sink: Sink
): void {
  const { repeat } = taskAt(program, token.pc);
  if (token.attempt >= (repeat?.times ?? ATTEMPTS))
    return leaveTask(program, state, token, 0, at, sink);
  openAgain(state, token, from, at, sink);
}

/** A new visit of the step, which opens at `from` at the earliest. */
function openAgain(state: RunState, token: Token, from: number, at: number, sink: Sink): void {
  const visit = (state.visits[token.pc] ?? 0) + 1;
  state.visits[token.pc] = visit;
  token.visit = visit;
  token.attempt++;
  token.phase = PHASE.none;
  token.since = at;
  token.notBefore = from;
  token.until = Infinity;
  token.expiry = Infinity;
  token.slaAt = Infinity;
  sink.again(token.pc, visit, at);
}

/** Ends the run, unless the cadence asks more of that verdict: then it goes on, and the exit is on offer. */
function finish(
  program: Program,
  state: RunState,
  token: Token,
  disposition: number,
  spec: ProgramDisposition,
  at: number,
  sink: Sink
): void {
  const result = resultOfFinish(spec);
  if (!mayEndWith(program, state, result, at)) {
    const [exit] = exitsWith(program, result);
    if (exit !== undefined) offer(state, exit, token.pc, disposition, at, sink);
    return notDecided(program, state, token, at, sink);
  }
  state.endDisposition = disposition;
  endRun(state, token, CAUSE.finish, -1, at, sink);
}

/** The task is over. What was left open behind a token leads nowhere. */
export function leaveTask(
  program: Program,
  state: RunState,
  token: Token,
  port: number,
  at: number,
  sink: Sink
): void {
  token.notBefore = 0;
  if (token.loose) return free(token);
  leave(program, state, token, portAt(program, token.pc, port), at, sink);
}
