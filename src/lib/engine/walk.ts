import { addDelay } from '$lib/calendar';
import { OP, type Program } from '$lib/program';
import { assert } from '$lib/util';
import { choose } from './behaviors/choose';
import { leaveRun } from './behaviors/exit';
import { fork } from './behaviors/fork';
import { handOff } from './behaviors/handoff';
import { join } from './behaviors/join';
import { split } from './behaviors/split';
import { beginStage } from './behaviors/stage';
import { beginTask } from './behaviors/task';
import { beginWait } from './behaviors/wait';
import { runAway } from './ending';
import { guardChange, mayEnter } from './guards';
import { leaveLate } from './late';
import type { Sink } from './sink';
import { PHASE, STATUS, type RunState, type Token } from './state';
import { NO_PORT, portAt, targetOf, taskAt } from './tables';
import { enter } from './tokens';

/** More steps than this in one run, and the cadence runs in circles (ENG-9). */
export const STEP_BUDGET = 10_000;

/** Lets a token go on, instruction after instruction, until it rests or has gone. */
function walk(program: Program, state: RunState, token: Token, at: number, sink: Sink): void {
  for (;;) {
    if (++state.steps > STEP_BUDGET) return runAway(state, token.pc, at, sink);
    const { pc } = token;
    if (isGuarded(program, state, pc) && !mayEnter(program, state, pc, at))
      return hold(program, state, token, at, sink);
    const port = execute(program, state, token, at, sink);
    if (port === NO_PORT) return;
    leave(program, state, token, port, at, sink);
    if (token.phase !== PHASE.none) return;
  }
}

/** Whether anything may keep a token from coming to an instruction: its own guard, or an open stage. */
function isGuarded(program: Program, state: RunState, pc: number): boolean {
  if ((program.guard[pc] as number) >= 0) return true;
  if (state.stagePc < 0) return false;
  const op = program.op[pc];
  return op === OP.stage || op === OP.exit;
}

/** The token goes by a port to the next instruction, and stands in front of it. */
export function leave(
  program: Program,
  state: RunState,
  token: Token,
  port: number,
  at: number,
  sink: Sink
): void {
  state.leftAt[token.pc] = state.sequence;
  sink.left(port, at);
  enter(state, token, targetOf(program, port), at, sink);
}

/** A wait is over by something that happened: the token leaves it, as late as the world is. */
export function leaveWait(
  program: Program,
  state: RunState,
  token: Token,
  port: number,
  at: number,
  sink: Sink
): void {
  if (leaveLate(state, token, port, at, sink) === NO_PORT) return;
  leave(program, state, token, port, at, sink);
}

/** Every token that stands in front of an instruction goes on. */
export function walkAll(program: Program, state: RunState, at: number, sink: Sink): void {
  const { tokens } = state;
  for (let i = 0; i < state.rows; i++) {
    const token = tokens[i] as Token;
    if (!token.alive || token.phase !== PHASE.none) continue;
    walk(program, state, token, at, sink);
    if (state.status !== STATUS.running) return;
    // A path that was walked may have put tokens into rows that were passed already.
    if (state.rows > 1) i = -1;
  }
}

/** One instruction: the port it leaves by at once, or NO_PORT. */
function execute(program: Program, state: RunState, token: Token, at: number, sink: Sink): number {
  const { pc } = token;
  switch (program.op[pc]) {
    case OP.enter:
      return portAt(program, pc);
    case OP.stage:
      return beginStage(program, state, pc, at);
    case OP.task:
      return beginTask(program, state, token, at, sink);
    case OP.wait:
      return beginWait(program, state, token, at, sink);
    case OP.choose:
      return choose(program, state, token, at, sink);
    case OP.split:
      return split(program, state, pc);
    case OP.exit:
      return leaveRun(program, state, token, at, sink);
    case OP.fork:
      return fork(program, state, token, at, sink);
    case OP.join:
      return join(program, state, token, at, sink);
    case OP.handoff:
      return handOff(program, state, token, at, sink);
    default:
      assert(false, `unknown instruction ${program.op[pc]} at ${pc}`);
  }
}

/** The token rests in front of an instruction until its requirements are met; a task may expire meanwhile. */
function hold(program: Program, state: RunState, token: Token, at: number, sink: Sink): void {
  const { pc } = token;
  if (token.phase !== PHASE.held) {
    token.phase = PHASE.held;
    const expire = program.op[pc] === OP.task ? taskAt(program, pc).expireAfter : null;
    if (expire) token.expiry = addDelay(program.calendar, Math.max(at, token.notBefore), expire);
    sink.held(pc, token.visit, at);
  }
  token.until = Math.min(token.expiry, guardChange(program, state, pc, at));
}
