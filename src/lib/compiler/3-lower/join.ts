import type { JoinNode, JoinPolicy } from '$lib/domain';
import { OP } from '$lib/program';
import { present } from '$lib/util';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerJoin(node: JoinNode, { tables, pcOf, linksOf }: Lowering): Instruction {
  const fork = present(node.fork, `the fork of ${node.id}`);
  const row = {
    fork: pcOf(fork),
    needed: neededPaths(node.policy, linksOf(fork).length),
    detach: node.rest === 'detach'
  };
  return { op: OP.join, arg: addRow(tables.joins, row) };
}

function neededPaths(policy: JoinPolicy, paths: number): number {
  if (policy.type === 'all') return paths;
  return policy.type === 'any' ? 1 : Math.min(policy.count, paths);
}
