import type { StageNode } from '$lib/domain';
import { OP } from '$lib/program';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerStage(node: StageNode, { tables }: Lowering): Instruction {
  const row = { probability: node.probability ?? null };
  return { op: OP.stage, arg: addRow(tables.stages, row) };
}
