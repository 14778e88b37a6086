import { describeRequirement, type NodeId, type Requirement } from '$lib/domain';
import type { Predicate, ProgramRequirement } from '$lib/program';
import { lowerCondition } from './condition';
import type { Lowering } from './lowering';
import { servingSteps } from './serving-steps';

type Source = ProgramRequirement['source'];

/** What must hold, as it is written on a step or a move; in words of its own where it has none. */
export function lowerRequirements(
  requirements: readonly Requirement[] | undefined,
  place: { readonly source: Source; readonly node: NodeId },
  lowering: Lowering
): ProgramRequirement[] {
  return (requirements ?? []).map((one) => {
    const text = describeRequirement(one, lowering.resolved.cadence);
    const words = { id: one.id, text, source: place.source };
    return requirement(words, lowerCondition(one.when, lowering), place.node, lowering);
  });
}

/** A requirement with the steps that serve it: others than the one it stands before. */
export function requirement(
  words: Pick<ProgramRequirement, 'id' | 'text' | 'source'>,
  when: Predicate,
  before: NodeId | null,
  { resolved }: Lowering
): ProgramRequirement {
  const servedBy = servingSteps(when, resolved.live).filter((id) => id !== before);
  return { ...words, when, servedBy };
}
