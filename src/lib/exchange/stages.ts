import type { Cadence, NodeId } from '$lib/domain';

/** The one stage that each step belongs to; steps that several stages reach, and those before any, have none. */
export function stageOfSteps({ nodes, edges }: Cadence): ReadonlyMap<NodeId, NodeId> {
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
  const ways = new Map<NodeId, NodeId[]>();
  for (const { from, to } of edges) {
    const out = ways.get(from);
    if (out) out.push(to);
    else ways.set(from, [to]);
  }
  const reachedFrom = new Map<NodeId, Set<NodeId>>();
  for (const { id: stage, kind } of nodes) {
    if (kind !== 'stage') continue;
    const seen = new Set([stage]);
    // A set is walked in the order of its growth.
    for (const id of seen) {
      for (const next of ways.get(id) ?? []) {
        if (kinds.get(next) !== 'stage') seen.add(next);
      }
    }
    for (const id of seen) {
      const from = reachedFrom.get(id);
      if (from) from.add(stage);
      else reachedFrom.set(id, new Set([stage]));
    }
  }
  const result = new Map<NodeId, NodeId>();
  for (const [id, [stage, ...others]] of [...reachedFrom].map(
    ([id, set]) => [id, [...set]] as const
  )) {
    if (stage !== undefined && others.length === 0) result.set(id, stage);
  }
  return result;
}
