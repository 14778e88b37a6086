import type { ExitNode } from '$lib/domain';
import { OP } from '$lib/program';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerExit(node: ExitNode, { tables }: Lowering): Instruction {
  const row = { result: node.result, reason: node.reason ?? null };
  return { op: OP.exit, arg: addRow(tables.exits, row) };
}
