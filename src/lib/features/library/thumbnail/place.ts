import type { CadenceFile, NodeId, Position } from '$lib/domain';

const ROW = 100;
const COLUMN = 290;

/** Every node's place: where it was drawn, and simple rows by distance from the entries for the rest. */
export function placesOf({ cadence, layout }: CadenceFile): ReadonlyMap<NodeId, Position> {
  const placed = new Map<NodeId, Position>();
  for (const { id } of cadence.nodes) {
    const position = layout.positions[id];
    if (position) placed.set(id, position);
  }
  if (placed.size === cadence.nodes.length) return placed;
  const below = [...placed.values()].reduce((low, { y }) => Math.max(low, y + ROW), 0);
  const rows = rowsOf(cadence).map((row) => row.filter((id) => !placed.has(id)));
  for (const [at, row] of rows.filter((row) => row.length > 0).entries()) {
    for (const [column, id] of row.entries()) {
      placed.set(id, { x: (column - (row.length - 1) / 2) * COLUMN, y: below + at * ROW });
    }
  }
  return placed;
}

/** Nodes by the fewest edges from an entry; what no entry leads to comes last. */
function rowsOf({ nodes, edges }: CadenceFile['cadence']): readonly (readonly NodeId[])[] {
  const seen = new Set<NodeId>();
  const rows: NodeId[][] = [];
  let row = nodes.filter((node) => node.kind === 'entry').map((node) => node.id);
  const next = new Map<NodeId, NodeId[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  while (row.length > 0) {
    for (const id of row) seen.add(id);
    rows.push(row);
    row = [...new Set(row.flatMap((id) => next.get(id) ?? []))].filter((id) => !seen.has(id));
  }
  return [...rows, nodes.map((node) => node.id).filter((id) => !seen.has(id))];
}
