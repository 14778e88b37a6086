import type { StepKey } from '$lib/domain';
import type { Program } from '$lib/program';
import { PHASE, type RunState } from './state';

/** Key of a visit of an instruction. */
export function stepKey(program: Program, pc: number, visit: number): StepKey {
  return `${program.nodes[pc] ?? ''}#${visit}`;
}

/** Steps whose tasks are open, in the order of the tokens. */
export function openSteps(program: Program, state: RunState): readonly StepKey[] {
  return state.tokens
    .filter(({ alive, phase }) => alive && phase === PHASE.task)
    .map(({ pc, visit }) => stepKey(program, pc, visit));
}
