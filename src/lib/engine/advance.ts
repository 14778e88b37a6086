import { OP, type Program } from '$lib/program';
import { assert, unreachable } from '$lib/util';
import { choose } from './behaviors/choose';
import { split } from './behaviors/split';
import { completeTask, openTask, skipTask } from './behaviors/task';
import { beginWait } from './behaviors/wait';
import type { Input } from './input';
import type { Sink } from './sink';
import { PHASE, STATUS, resetRun, type RunState } from './state';

/** More steps than this in one run, and the cadence runs in circles (ENG-9). */
export const STEP_BUDGET = 10_000;

const NO_PORT = -1;

/**
 * The one transition function. Applies one input to a run and lets the token go on until it rests at
 * a task or a timer, or has left. Inputs that do not fit where the token stands are a host's mistake
 * and throw; hosts of real events ask first (`accepts`).
 */
export function advance(program: Program, state: RunState, input: Input, sink: Sink): void {
  const { at } = input;
  switch (input.type) {
    case 'start':
      assert(state.status !== STATUS.running, 'start of a run that is under way');
      resetRun(state, at);
      return arrive(program, state, input.pc ?? program.start, at, sink);
    case 'complete':
      expectPhase(state, PHASE.task);
      return follow(
        program,
        state,
        completeTask(program, state, input.disposition, at, sink),
        at,
        sink
      );
    case 'skip':
      expectPhase(state, PHASE.task);
      return follow(program, state, skipTask(program, state, at, sink), at, sink);
    case 'timer':
      assert(at >= state.until, 'a timer fires no earlier than its instant');
      if (state.phase === PHASE.closed) return step(program, state, at, sink);
      expectPhase(state, PHASE.wait);
      return follow(program, state, program.firstPort[state.pc] ?? 0, at, sink);
    case 'signal':
      if (!state.signals.includes(input.signal)) state.signals = [...state.signals, input.signal];
      return;
    case 'stop':
      if (state.status === STATUS.idle) resetRun(state, at);
      end(state, STATUS.ended, at);
      return sink.stopped(at);
    default:
      return unreachable(input);
  }
}

/** The instant of the run's next timer; Infinity when it waits for a person or has ended. */
export function nextTimer(state: RunState): number {
  const timed = state.phase === PHASE.wait || state.phase === PHASE.closed;
  return timed ? state.until : Infinity;
}

function expectPhase(state: RunState, phase: number): void {
  assert(
    state.phase === phase,
    `input for phase ${phase} while the run is in phase ${state.phase}`
  );
}

function follow(program: Program, state: RunState, port: number, at: number, sink: Sink): void {
  sink.left(port, at);
  arrive(program, state, program.target[port] ?? 0, at, sink);
}

/** Puts the token on an instruction and lets it go on. */
function arrive(program: Program, state: RunState, pc: number, at: number, sink: Sink): void {
  enter(state, pc, at, sink);
  step(program, state, at, sink);
}

function enter(state: RunState, pc: number, at: number, sink: Sink): void {
  const visit = (state.visits[pc] ?? 0) + 1;
  state.visits[pc] = visit;
  state.pc = pc;
  state.phase = PHASE.none;
  state.since = at;
  sink.entered(pc, visit, at);
}

/** Runs instruction after instruction until the token rests or has left. */
function step(program: Program, state: RunState, at: number, sink: Sink): void {
  for (;;) {
    if (++state.steps > STEP_BUDGET) {
      sink.ranAway(state.pc, at);
      return end(state, STATUS.runaway, at);
    }
    const port = execute(program, state, at, sink);
    if (port === NO_PORT) return;
    sink.left(port, at);
    enter(state, program.target[port] ?? 0, at, sink);
  }
}

/** One instruction: the port it leaves by at once, or NO_PORT. */
function execute(program: Program, state: RunState, at: number, sink: Sink): number {
  const { pc } = state;
  switch (program.op[pc]) {
    case OP.enter:
      return program.firstPort[pc] ?? 0;
    case OP.stage:
      state.stagePc = pc;
      return program.firstPort[pc] ?? 0;
    case OP.task:
      openTask(program, state, sink);
      return NO_PORT;
    case OP.wait:
      beginWait(program, state, sink);
      return NO_PORT;
    case OP.choose:
      return choose(program, state, at, sink);
    case OP.split:
      return split(program, state);
    case OP.exit:
      state.exitPc = pc;
      end(state, STATUS.ended, at);
      sink.exited(pc, at);
      return NO_PORT;
    default:
      assert(false, `unknown instruction ${program.op[pc]} at ${pc}`);
  }
}

function end(
  state: RunState,
  status: typeof STATUS.ended | typeof STATUS.runaway,
  at: number
): void {
  state.status = status;
  state.endedAt = at;
  state.phase = PHASE.none;
}
