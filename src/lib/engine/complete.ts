import type { Program } from '$lib/program';
import { decide, goOn, leaveTask } from './decide';
import { ticksOf } from './guards';
import { withdrawOffers } from './offers';
import type { Sink, SkipReason } from './sink';
import { NO_DISPOSITION, type RunState, type Token } from './state';
import { taskAt } from './tables';
import { applyLimits } from './task-times';
import { recordSkip, recordTouch } from './touches';

export interface Completion {
  readonly disposition: number;
  readonly checklist?: readonly string[];
  readonly until?: number;
}

/** Records the touch and lets its disposition decide: the step's own port, a handler, or its action. */
export function completeTask(
  program: Program,
  state: RunState,
  token: Token,
  { disposition, checklist, until }: Completion,
  at: number,
  sink: Sink
): void {
  if (checklist) state.stageTicked |= ticksOf(program, state, checklist);
  recordTouch(program, state, taskAt(program, token.pc), token, disposition, at);
  sink.completed(token.pc, token.visit, disposition, at);
  const spec = disposition < 0 ? undefined : program.dispositions[disposition];
  if (!spec) goOn(program, state, token, NO_DISPOSITION, at, sink);
  else {
    if (spec.answered) withdrawOffers(state, disposition);
    decide(program, state, token, disposition, spec, until, at, sink);
  }
  if (program.touchLimits.length > 0) applyLimits(program, state, at, sink);
}

/** A skipped step leaves by `done` and counts for nothing: what it might have found out stays unknown. */
export function skipTask(
  program: Program,
  state: RunState,
  token: Token,
  why: SkipReason,
  at: number,
  sink: Sink
): void {
  recordSkip(program, state, token, at);
  sink.skipped(token.pc, token.visit, at, why);
  leaveTask(program, state, token, 0, at, sink);
}

/** An approval was given: a touch like any other, which leaves by `done`. */
export function approve(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): void {
  recordTouch(program, state, taskAt(program, token.pc), token, NO_DISPOSITION, at);
  sink.completed(token.pc, token.visit, NO_DISPOSITION, at);
  leaveTask(program, state, token, 0, at, sink);
}

export function refuse(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): void {
  state.stepDone[token.pc] = 0;
  state.stepDisposition[token.pc] = NO_DISPOSITION;
  sink.refused(token.pc, token.visit, at);
  leaveTask(program, state, token, Math.max(taskAt(program, token.pc).refusedPort, 0), at, sink);
}
