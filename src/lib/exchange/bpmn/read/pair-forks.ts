import type { CadenceEdge, CadenceNode, JoinNode, NodeId } from '$lib/domain';
import type { MadeStep } from './connect';

/** The steps; joins of other tools get the one whose paths they end: the nearest behind them at their own depth. */
export function pairForks(
  steps: readonly MadeStep[],
  edges: readonly CadenceEdge[]
): readonly CadenceNode[] {
  const before = new Map<NodeId, NodeId[]>();
  for (const { from, to } of edges) before.set(to, [...(before.get(to) ?? []), from]);
  const kinds = new Map(steps.map(({ node }) => [node.id, node.kind]));
  return steps.map(({ node, spot }) => {
    if (node.kind !== 'join' || spot?.own) return node;
    const fork = forkBefore(node, before, kinds);
    return fork === null ? node : { ...node, fork };
  });
}

/** Walks back from the join; each other join on the way opens a block, each fork closes one. */
function forkBefore(
  { id }: JoinNode,
  before: ReadonlyMap<NodeId, readonly NodeId[]>,
  kinds: ReadonlyMap<NodeId, CadenceNode['kind']>
): NodeId | null {
  const seen = new Set([id]);
  const open: { at: NodeId; depth: number }[] = [{ at: id, depth: 0 }];
  for (const { at, depth } of open) {
    for (const from of before.get(at) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      const kind = kinds.get(from);
      if (kind === 'fork' && depth === 0) return from;
      open.push({ at: from, depth: depth + (kind === 'join' ? 1 : kind === 'fork' ? -1 : 0) });
    }
  }
  return null;
}
