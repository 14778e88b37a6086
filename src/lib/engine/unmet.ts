import type {
  CompareOp,
  ComparePredicate,
  Predicate,
  Program,
  ProgramRequirement
} from '$lib/program';
import { factValue } from './facts';
import { closesStage, openItems, optsOut } from './guards';
import { compare, holds } from './predicate';
import type { Progress, Unmet } from './refusal';
import type { RunState } from './state';
import { stageAt } from './tables';

/**
 * Everything that keeps the token from coming to an instruction now, in the author's order; empty when
 * nothing does. `ticked`: bits of items of the current stage that are ticked along with it.
 */
export function unmetOf(
  program: Program,
  state: RunState,
  pc: number,
  at: number,
  ticked = 0
): readonly Unmet[] {
  if (optsOut(program, pc)) return [];
  const guard = program.guards[program.guard[pc] ?? -1] ?? [];
  return [
    ...unmetRequirements(program, state, guard, at),
    ...(closesStage(program, state, pc) ? unmetItems(program, state, ticked) : [])
  ];
}

export function unmetRequirements(
  program: Program,
  state: RunState,
  requirements: readonly ProgramRequirement[],
  at: number
): readonly Unmet[] {
  return requirements
    .filter(({ when }) => !holds(program, state, when, at))
    .map(({ source, id, text, when, servedBy }) => ({
      source,
      id,
      text,
      progress: progressOf(program, state, when, at),
      servedBy
    }));
}

/** Mandatory items of the current stage that are not ticked. */
export function unmetItems(program: Program, state: RunState, ticked = 0): readonly Unmet[] {
  const open = openItems(program, state, ticked);
  if (open === 0) return [];
  return stageAt(program, state.stagePc)
    .checklist.filter((_, i) => (open & (1 << i)) !== 0)
    .map(({ id, text }) => unmetItem('checklist', id, text));
}

/** Something that is simply not there yet. */
export function unmetItem(
  source: 'checklist' | 'field' | 'criteria',
  id: string,
  text: string
): Unmet {
  return { source, id, text, progress: [], servedBy: [] };
}

/** The comparisons of a condition, each as it would have to be for the condition to hold. */
function progressOf(
  program: Program,
  state: RunState,
  predicate: Predicate,
  at: number,
  wanted = true
): readonly Progress[] {
  switch (predicate.type) {
    case 'not':
      return progressOf(program, state, predicate.of, at, !wanted);
    case 'compare':
      return [progress(program, state, predicate, at, wanted)];
    default: {
      const want = predicate.type === 'nor' ? !wanted : wanted;
      return predicate.of.flatMap((part) => progressOf(program, state, part, at, want));
    }
  }
}

function progress(
  program: Program,
  state: RunState,
  { fact, op, value }: ComparePredicate,
  at: number,
  wanted: boolean
): Progress {
  const have = factValue(program, state, fact, at);
  const met = compare(op, have, value) === wanted;
  if (wanted) return { fact, op, have, need: value, met };
  const need = op === '$exists' ? value !== true : value;
  return { fact, op: OPPOSITE[op], have, need, met };
}

const OPPOSITE: Readonly<Record<CompareOp, CompareOp>> = {
  $eq: '$ne',
  $ne: '$eq',
  $gt: '$lte',
  $gte: '$lt',
  $lt: '$gte',
  $lte: '$gt',
  $in: '$nin',
  $nin: '$in',
  $exists: '$exists'
};
