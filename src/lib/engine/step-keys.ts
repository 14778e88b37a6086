import type { StepKey } from '$lib/domain';
import type { Program } from '$lib/program';
import { PHASE, type RunState } from './state';

/** Key of a visit of an instruction. */
export function stepKey(program: Program, pc: number, visit: number): StepKey {
  return `${program.nodes[pc] ?? ''}#${visit}`;
}

/** Instruction and visit that a key names; null: no step of the program. */
export function parseStepKey(
  program: Program,
  step: StepKey
): { readonly pc: number; readonly visit: number } | null {
  const mark = step.lastIndexOf('#');
  const pc = program.nodes.indexOf(step.slice(0, mark));
  const visit = Number(step.slice(mark + 1));
  return mark > 0 && pc >= 0 && Number.isInteger(visit) && visit > 0 ? { pc, visit } : null;
}

/** Row of the token that rests at a visit of a step; -1: none. */
export function tokenAt(state: RunState, pc: number, visit: number): number {
  return state.tokens.findIndex((token) => token.alive && token.pc === pc && token.visit === visit);
}

/** Steps whose tasks are open, in the order of the tokens. */
export function openSteps(program: Program, state: RunState): readonly StepKey[] {
  return state.tokens
    .filter(({ alive, phase }) => alive && phase === PHASE.task)
    .map(({ pc, visit }) => stepKey(program, pc, visit));
}
