import { addDelay } from '$lib/calendar';
import type { Program, TaskSpec } from '$lib/program';
import { hasData } from '../lead-data';
import type { Sink } from '../sink';
import { PHASE, type RunState, type Token } from '../state';
import { NO_PORT, portAt, taskAt } from '../tables';
import { schedule } from '../task-times';
import { allocate, free } from '../tokens';
import { recordSkip } from '../touches';

/** Opens the task now or when its time comes; without the lead's data it is skipped, held, or opens all the same. */
export function beginTask(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const spec = taskAt(program, token.pc);
  if (!hasData(state, spec)) {
    const policy = state.checksData ? spec.missingData : 'skip';
    if (policy === 'skip') return skip(program, state, token, at, sink);
    if (policy === 'hold') return block(program, token, spec, at, sink);
  }
  token.phase = PHASE.task;
  schedule(program, state, token, spec, Math.max(at, token.notBefore));
  sink.opened(token.pc, token.visit, token.opens, token.due);
  if (!spec.continueWithoutCompletion || token.loose) return NO_PORT;
  leaveBehind(state, token);
  return portAt(program, token.pc);
}

function skip(program: Program, state: RunState, token: Token, at: number, sink: Sink): number {
  recordSkip(program, state, token, at);
  sink.skipped(token.pc, token.visit, at, 'missingData');
  if (!token.loose) return portAt(program, token.pc);
  free(token);
  return NO_PORT;
}

/** Rests until the data are there, or the task expires. */
function block(program: Program, token: Token, spec: TaskSpec, at: number, sink: Sink): number {
  if (token.phase === PHASE.blocked) return NO_PORT;
  token.phase = PHASE.blocked;
  if (spec.expireAfter && token.expiry === Infinity)
    token.expiry = addDelay(program.calendar, Math.max(at, token.notBefore), spec.expireAfter);
  token.until = token.expiry;
  sink.held(token.pc, token.visit, at);
  return NO_PORT;
}

/** The task stays open beside the token that goes on. */
function leaveBehind(state: RunState, token: Token): void {
  const loose = allocate(state, -1);
  Object.assign(loose, token, { frame: -1, loose: true });
  token.notBefore = 0;
}
