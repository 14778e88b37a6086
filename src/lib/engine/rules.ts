import type { ExitResult } from '$lib/domain';
import { OP, type Program, type ProgramRequirement } from '$lib/program';
import { holds } from './predicate';
import type { RunState } from './state';
import { exitAt } from './tables';

/** What the rules of the cadence ask for before a run may end with this result, and is not so yet. */
export function brokenRules(
  program: Program,
  state: RunState,
  result: ExitResult,
  at: number
): readonly ProgramRequirement[] {
  const broken: ProgramRequirement[] = [];
  for (const { requirement, result: guarded } of program.rules)
    if (requirement && guarded === result && !holds(program, state, requirement.when, at))
      broken.push(requirement);
  return broken;
}

/** The first exit with this result; -1: there is none. */
export function exitWith(program: Program, result: ExitResult): number {
  for (let pc = 0; pc < program.op.length; pc++)
    if (program.op[pc] === OP.exit && exitAt(program, pc).result === result) return pc;
  return -1;
}
