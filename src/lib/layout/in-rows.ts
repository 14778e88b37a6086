import type { Cadence, NodeId, Position } from '$lib/domain';
import type { Direction } from './anchors';
import type { Size } from './layout-service';
import { rowsOf } from './rows';

const GAP = { along: 44, across: 40 } as const;

/**
 * A plain layout that takes next to no time, for cadences that are too large to wait for a better
 * one: row by row, each as long as it needs to be, those of a row side by side around one middle.
 */
export function layInRows(
  cadence: Cadence,
  sizes: ReadonlyMap<NodeId, Size>,
  direction: Direction
): Readonly<Record<NodeId, Position>> {
  const nodes = cadence.nodes.filter(({ kind }) => kind !== 'note');
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = cadence.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const lines: NodeId[][] = [];
  const rows = rowsOf(nodes, edges);
  for (const { id } of nodes) (lines[rows.get(id) ?? 0] ??= []).push(id);
  const down = direction === 'down';
  const extent = (id: NodeId): { along: number; across: number } => {
    const { width = 0, height = 0 } = sizes.get(id) ?? {};
    return down ? { along: height, across: width } : { along: width, across: height };
  };
  const positions: Record<NodeId, Position> = {};
  let along = 0;
  for (const line of lines) {
    const total = line.reduce((sum, id) => sum + extent(id).across + GAP.across, -GAP.across);
    let across = Math.round(-total / 2);
    for (const id of line) {
      positions[id] = down ? { x: across, y: along } : { x: along, y: across };
      across += extent(id).across + GAP.across;
    }
    along += Math.max(...line.map((id) => extent(id).along)) + GAP.along;
  }
  return positions;
}
