import type { ExitResult } from '$lib/domain';
import { OP, type Program, type ProgramRequirement } from '$lib/program';
import { endsStage, mayEnter, openItems } from './guards';
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

/** Exits with this result, in the order of the program. */
export function exitsWith(program: Program, result: ExitResult): readonly number[] {
  const exits: number[] = [];
  for (let pc = 0; pc < program.op.length; pc++)
    if (program.op[pc] === OP.exit && exitAt(program, pc).result === result) exits.push(pc);
  return exits;
}

/**
 * Whether a run may end with this verdict, whoever gives it: no rule for it is broken, and one of the
 * exits that give it lets the run in; without such an exit, the stage lets it go (ENG-54).
 */
export function mayEndWith(
  program: Program,
  state: RunState,
  result: ExitResult,
  at: number
): boolean {
  if (result === 'optedOut') return true;
  if (brokenRules(program, state, result, at).length > 0) return false;
  const exits = exitsWith(program, result);
  return exits.length === 0
    ? !endsStage(result) || openItems(program, state) === 0
    : exits.some((pc) => mayEnter(program, state, pc, at));
}
