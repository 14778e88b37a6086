import type { CadenceEdge, CadenceNode, EdgeId, NodeId } from '$lib/domain';

/**
 * The edges that decide where steps go. Layout puts a stand-in for an edge into every row that it
 * runs past, and its time grows faster than their number: of the edges that run past most rows no
 * more are laid out than `most` stand-ins allow, though always the shortest one into each step. The
 * others find their way when they are drawn.
 */
export function decisiveEdges(
  nodes: readonly CadenceNode[],
  edges: readonly CadenceEdge[],
  most: number
): readonly CadenceEdge[] {
  const rows = rowsOf(nodes, edges);
  const past = new Map(edges.map((edge) => [edge.id, rowsPast(edge, rows)]));
  const needed = shortestInto(edges, past);
  const byLength = [...edges].sort((a, b) => (past.get(a.id) ?? 0) - (past.get(b.id) ?? 0));
  let left = most;
  const kept = new Set<EdgeId>(needed);
  for (const { id } of byLength) {
    left -= past.get(id) ?? 0;
    if (left < 0) break;
    kept.add(id);
  }
  return kept.size === edges.length ? edges : edges.filter(({ id }) => kept.has(id));
}

function rowsPast({ from, to }: CadenceEdge, rows: ReadonlyMap<NodeId, number>): number {
  const down = (rows.get(to) ?? 0) - (rows.get(from) ?? 0);
  // A way back has to get out and in again as well.
  return down > 0 ? down - 1 : 1 - down;
}

function shortestInto(
  edges: readonly CadenceEdge[],
  past: ReadonlyMap<EdgeId, number>
): readonly EdgeId[] {
  const best = new Map<NodeId, EdgeId>();
  for (const { id, to } of edges) {
    const before = best.get(to);
    if (before === undefined || (past.get(id) ?? 0) < (past.get(before) ?? 0)) best.set(to, id);
  }
  return [...best.values()];
}

/** Every step's row: the longest way to it from where nothing leads, ways back left out. */
function rowsOf(
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
