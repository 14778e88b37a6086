import type { CadenceEdge, CadenceNode, NodeId } from '$lib/domain';

/** Every step's row: the longest way to it from where nothing leads, ways back left out. */
export function rowsOf(
  nodes: readonly CadenceNode[],
  edges: readonly CadenceEdge[]
): ReadonlyMap<NodeId, number> {
  const onward = new Map<NodeId, NodeId[]>(nodes.map(({ id }) => [id, []]));
  const entered = new Set<NodeId>();
  for (const { from, to } of edges) {
    onward.get(from)?.push(to);
    entered.add(to);
  }
  const order = afterwards(
    [...nodes].sort((a, b) => Number(entered.has(a.id)) - Number(entered.has(b.id))),
    onward
  );
  const rank = new Map(order.map((id, index) => [id, index]));
  const rows = new Map<NodeId, number>();
  for (const id of order) {
    const row = rows.get(id) ?? 0;
    rows.set(id, row);
    for (const to of onward.get(id) ?? []) {
      if ((rank.get(to) ?? 0) > (rank.get(id) ?? 0))
        rows.set(to, Math.max(rows.get(to) ?? 0, row + 1));
    }
  }
  return rows;
}

/** Steps in such an order that only ways back lead to earlier ones. */
function afterwards(
  nodes: readonly CadenceNode[],
  onward: ReadonlyMap<NodeId, readonly NodeId[]>
): readonly NodeId[] {
  const done: NodeId[] = [];
  const seen = new Set<NodeId>();
  for (const { id } of nodes) {
    if (seen.has(id)) continue;
    seen.add(id);
    const path = [{ id, next: 0 }];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const to = onward.get(at.id)?.[at.next++];
      if (to === undefined) {
        done.push(at.id);
        path.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        path.push({ id: to, next: 0 });
      }
    }
  }
  return done.reverse();
}
