import type { ForkNode } from '$lib/domain';
import { OP } from '$lib/program';
import { present } from '$lib/util';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerFork(node: ForkNode, { resolved, tables, pcOf }: Lowering): Instruction {
  const join = resolved.live.find((other) => other.kind === 'join' && other.fork === node.id);
  const row = { join: pcOf(present(join, `the join of ${node.id}`).id) };
  return { op: OP.fork, arg: addRow(tables.forks, row) };
}
