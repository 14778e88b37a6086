import type { StageNode } from '$lib/domain';
import { OP } from '$lib/program';
import { addRow, type Instruction, type Lowering } from './lowering';
import { lowerSla } from './sla';

export function lowerStage(node: StageNode, lowering: Lowering): Instruction {
  const row = {
    probability: node.probability ?? null,
    checklist: node.checklist ?? [],
    sla: lowerSla(node.sla, lowering),
    slaAccumulates: node.slaOnReEntry === 'accumulate'
  };
  return { op: OP.stage, arg: addRow(lowering.tables.stages, row) };
}
