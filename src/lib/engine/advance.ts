import { addDelay } from '$lib/calendar';
import type { Program } from '$lib/program';
import { InvariantError, assert, unreachable } from '$lib/util';
import { approve, completeTask, refuse, skipTask } from './complete';
import { resetRun } from './create-state';
import { endRun } from './ending';
import { ticksOf } from './guards';
import { handle } from './handlers';
import type { Input } from './input';
import { pause, resume } from './pause';
import { settle } from './settle';
import type { Sink } from './sink';
import { CAUSE, PHASE, STATUS, type RunState, type Token } from './state';
import { taskAt } from './tables';
import { applyLimits, assign, postpone } from './task-times';
import { fireTimer } from './timers';
import { cancelAll, place } from './tokens';
import { bounce } from './touches';

export { nextTimer } from './timers';

/**
 * The one transition function. Applies one input to a run and lets its tokens go on until each rests or
 * has gone. Inputs that do not fit are a host's mistake and throw; hosts of real events ask `refusalOf` first.
 */
export function advance(program: Program, state: RunState, input: Input, sink: Sink): void {
  const { at } = input;
  if (input.type === 'start') begin(program, state, input.pc ?? program.start, at, sink);
  else if (input.type === 'stop') return stop(state, input.optedOut === true, at, sink);
  else if (input.type === 'bounce' && state.status === STATUS.ended)
    return bounce(state, input.pc, input.visit, at, sink);
  else {
    if (state.status !== STATUS.running) misfit(`${input.type} of a run that is not under way`);
    state.sequence++;
    apply(program, state, input, sink);
  }
  if (state.status === STATUS.running) settle(program, state, at, sink);
}

function begin(program: Program, state: RunState, pc: number, at: number, sink: Sink): void {
  assert(state.status !== STATUS.running, 'start of a run that is under way');
  resetRun(state, at);
  state.sequence = 1;
  if (program.verdictWithin) state.limitAt = addDelay(program.calendar, at, program.verdictWithin);
  place(state, pc, at, sink);
}

/** Also before the start: then the run never gets under way. */
function stop(state: RunState, optedOut: boolean, at: number, sink: Sink): void {
  if (state.status === STATUS.idle) resetRun(state, at);
  state.sequence++;
  endRun(state, null, optedOut ? CAUSE.optedOut : CAUSE.stopped, -1, at, sink);
}

function apply(
  program: Program,
  state: RunState,
  input: Exclude<Input, { type: 'start' | 'stop' }>,
  sink: Sink
): void {
  const { at } = input;
  switch (input.type) {
    case 'complete': {
      const token = taskToken(state, input.token);
      assert(taskAt(program, token.pc).channel !== 'approval', 'an approval is given or refused');
      return completeTask(program, state, token, input, at, sink);
    }
    case 'timer':
      return fireTimer(program, state, at, sink);
    case 'skip':
      return skipTask(program, state, taskToken(state, input.token), 'person', at, sink);
    case 'approve':
      return approve(program, state, taskToken(state, input.token), at, sink);
    case 'refuse':
      return refuse(program, state, taskToken(state, input.token), at, sink);
    case 'snooze':
      return postpone(
        program,
        state,
        taskToken(state, input.token),
        Math.max(at, input.until),
        sink
      );
    case 'assign':
      return assign(program, state, taskToken(state, input.token), input.hours, at, sink);
    case 'delay':
      return delay(state, input.token, input.until);
    case 'signal':
      return signal(program, state, input.signal, at, sink);
    case 'bounce':
      return bounce(state, input.pc, input.visit, at, sink);
    case 'facts':
      return applyLimits(program, state, at, sink);
    case 'move':
      return move(program, state, input.to, input.checklist, at, sink);
    case 'pause':
      return pause(state, input.until ?? Infinity, at, sink);
    case 'resume':
      assert(state.pausedAt >= 0, 'resume of a run that is not paused');
      return resume(program, state, at, sink);
    default:
      return unreachable(input);
  }
}

/** The token of an open task. */
function taskToken(state: RunState, row: number): Token {
  const token = state.tokens[row];
  if (token?.alive === true && token.phase === PHASE.task && state.pausedAt < 0) return token;
  return misfit(`input for token ${row} in phase ${token?.phase ?? PHASE.none}`);
}

/** A host's mistake. Said apart, so that no words are made for inputs that fit. */
function misfit(words: string): never {
  throw new InvariantError(words);
}

function delay(state: RunState, row: number, until: number): void {
  const token = state.tokens[row];
  assert(token?.alive === true && token.phase === PHASE.wait, `token ${row} does not wait`);
  token.until = Math.max(token.until, until);
}

function signal(program: Program, state: RunState, name: string, at: number, sink: Sink): void {
  const index = program.signals.indexOf(name);
  if (index < 0) return;
  state.signalAt[index] = at;
  state.signalSequence[index] = state.sequence;
  if (program.handlers.length > 0)
    handle(program, state, { type: 'signal', index, token: null }, at, sink);
}

/** A person moves the run: everything open is taken away. */
function move(
  program: Program,
  state: RunState,
  to: number,
  checklist: readonly string[] | undefined,
  at: number,
  sink: Sink
): void {
  state.stageTicked |= ticksOf(program, state, checklist);
  cancelAll(state, at, sink);
  place(state, to, at, sink);
}
