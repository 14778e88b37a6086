import type { ExitResult } from '$lib/domain';
import { OP, type Program, type ProgramRequirement } from '$lib/program';
import { nextChange } from './next-change';
import { holds } from './predicate';
import type { RunState } from './state';
import { exitAt, stageAt } from './tables';

/**
 * Whether the token may come to an instruction now: its requirements hold, and what has to be ticked
 * before the current stage closes is. `ticked` adds to what was ticked before.
 */
export function mayEnter(
  program: Program,
  state: RunState,
  pc: number,
  at: number,
  ticked = 0
): boolean {
  if (optsOut(program, pc)) return true;
  const row = program.guard[pc] ?? -1;
  if (row >= 0 && !allHold(program, state, program.guards[row] ?? [], at)) return false;
  if (state.stagePc < 0 || !closesStage(program, state, pc)) return true;
  return openItems(program, state, ticked) === 0;
}

/** An exit of a lead that wants no more: nothing keeps it, and no fork around it (ENG-58). */
export function optsOut(program: Program, pc: number): boolean {
  return program.op[pc] === OP.exit && exitAt(program, pc).result === 'optedOut';
}

export function allHold(
  program: Program,
  state: RunState,
  requirements: readonly ProgramRequirement[],
  at: number
): boolean {
  for (const { when } of requirements) if (!holds(program, state, when, at)) return false;
  return true;
}

/** Whether the current stage is over with this instruction: another stage, or an exit that is a success. */
export function closesStage(program: Program, state: RunState, pc: number): boolean {
  if (state.stagePc < 0) return false;
  switch (program.op[pc]) {
    case OP.stage:
      return pc !== state.stagePc;
    case OP.exit:
      return endsStage(exitAt(program, pc).result);
    default:
      return false;
  }
}

/** Whether this result is a success: then the stage is over as it should be. */
export function endsStage(result: ExitResult): boolean {
  return result === 'won' || result === 'qualified';
}

/** Bit i: item i of the current stage's checklist is mandatory, and not ticked. */
export function openItems(program: Program, state: RunState, ticked = 0): number {
  if (state.stagePc < 0) return 0;
  const { checklist } = stageAt(program, state.stagePc);
  let bits = 0;
  for (let i = 0; i < checklist.length; i++) if (checklist[i]?.mandatory) bits |= 1 << i;
  return bits & ~(state.stageTicked | ticked);
}

/** Bits of the current stage's items that are among these ids. */
export function ticksOf(
  program: Program,
  state: RunState,
  checklist: readonly string[] | undefined
): number {
  if (!checklist || state.stagePc < 0) return 0;
  const items = stageAt(program, state.stagePc).checklist;
  let bits = 0;
  for (let i = 0; i < items.length; i++) if (checklist.includes(items[i]?.id ?? '')) bits |= 1 << i;
  return bits;
}

/** The next instant at which time alone may open the way to an instruction; Infinity: none. */
export function guardChange(program: Program, state: RunState, pc: number, at: number): number {
  let next = Infinity;
  for (const { when } of program.guards[program.guard[pc] ?? -1] ?? [])
    next = Math.min(next, nextChange(program, state, when, at));
  return next;
}
