import type { CadenceNode } from '$lib/domain';
import type { ProgramRequirement } from '$lib/program';
import { addRow, type Lowering } from './lowering';
import { lowerRequirements } from './requirement';
import { rulesOn } from './rules';

/** Row of `guards` with all that must hold before a token comes to the step; -1: nothing. */
export function lowerGuard(node: CadenceNode, lowering: Lowering): number {
  const requirements = requirementsOf(node, lowering);
  return requirements.length === 0 ? -1 : addRow(lowering.tables.guards, requirements);
}

function requirementsOf(node: CadenceNode, lowering: Lowering): ProgramRequirement[] {
  const place = { source: 'step', node: node.id } as const;
  switch (node.kind) {
    case 'stage':
    case 'action':
      return lowerRequirements(node.requirements, place, lowering);
    case 'exit':
      return [
        ...lowerRequirements(node.requirements, place, lowering),
        ...rulesOn(node.result, lowering)
      ];
    default:
      return [];
  }
}
