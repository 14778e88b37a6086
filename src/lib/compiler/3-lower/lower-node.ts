import type { CadenceNode } from '$lib/domain';
import { InvariantError } from '$lib/util';
import { lowerAction } from './action';
import { lowerBranch } from './branch';
import { lowerEntry } from './entry';
import { lowerExit } from './exit';
import { lowerFork } from './fork';
import { lowerHandoff } from './handoff';
import { lowerJoin } from './join';
import type { Instruction, Lowering } from './lowering';
import { lowerStage } from './stage';
import { lowerWait } from './wait';

/** One step as an instruction, its row in the table of its op. */
export function lowerNode(node: CadenceNode, lowering: Lowering): Instruction {
  switch (node.kind) {
    case 'entry':
      return lowerEntry();
    case 'stage':
      return lowerStage(node, lowering);
    case 'action':
      return lowerAction(node, lowering);
    case 'wait':
      return lowerWait(node, lowering);
    case 'branch':
      return lowerBranch(node, lowering);
    case 'fork':
      return lowerFork(node, lowering);
    case 'join':
      return lowerJoin(node, lowering);
    case 'handoff':
      return lowerHandoff(node, lowering);
    case 'exit':
      return lowerExit(node, lowering);
    case 'note':
      throw new InvariantError(`the note ${node.id} is no step`);
  }
}
