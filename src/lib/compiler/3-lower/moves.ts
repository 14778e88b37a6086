import type { ProgramMove } from '$lib/program';
import type { Lowering } from './lowering';
import { lowerRequirements } from './requirement';

/** The moves that a rep may make at any time, in the author's order. */
export function lowerMoves(lowering: Lowering): ProgramMove[] {
  return (lowering.resolved.cadence.moves ?? []).map(({ id, name, to, requirements }) => ({
    id,
    name,
    to: lowering.pcOf(to),
    requirements: lowerRequirements(requirements, { source: 'move', node: to }, lowering)
  }));
}
