import type { NodeId } from '$lib/domain';
import type { Program } from '$lib/program';
import type { NodeMap } from '../migration';

/**
 * A proposal for a migration: steps that both versions have keep their id; one that is gone goes to the
 * first step behind it that is still there, by the way a lead goes when nothing special happens.
 */
export function defaultMap(from: Program, to: Program): NodeMap {
  const map: Record<NodeId, NodeId | 'exit'> = {};
  from.nodes.forEach((node, pc) => {
    if (!to.nodes.includes(node)) map[node] = following(from, to, pc);
  });
  return map;
}

function following(from: Program, to: Program, start: number): NodeId | 'exit' {
  const seen = new Set<number>();
  for (let pc = start; !seen.has(pc);) {
    seen.add(pc);
    const node = from.nodes[pc];
    if (node !== undefined && to.nodes.includes(node)) return node;
    const first = from.firstPort[pc] ?? 0;
    if (first === from.firstPort[pc + 1]) return 'exit';
    pc = from.target[first] ?? pc;
  }
  return 'exit';
}
