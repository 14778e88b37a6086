import type { CadenceEdge, CadenceNode, EdgeId, NodeId } from '$lib/domain';
import { rowsOf } from './rows';

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
