import type { Cadence, CadenceNode, Layout, NodeId, Position } from '$lib/domain';
import type { Tidied } from '$lib/layout';

/** Nodes that leads pass and that have no place on the canvas yet. */
export function unplaced(cadence: Cadence, layout: Layout): readonly CadenceNode[] {
  return cadence.nodes.filter((node) => !layout.positions[node.id]);
}

/**
 * Places for nodes that have none, out of a layout of the whole cadence: as they lie there to a
 * neighbor whose place is kept. Without any kept place, the layout as it is.
 */
export function placeMissing(
  cadence: Cadence,
  kept: Layout['positions'],
  tidied: Readonly<Record<NodeId, Position>>
): Readonly<Record<NodeId, Position>> {
  const missing = cadence.nodes.filter((node) => !kept[node.id]);
  return Object.fromEntries(
    missing.map((node, index) => {
      const ideal = tidied[node.id] ?? { x: -280, y: index * 80 };
      const anchor = neighbor(cadence, node.id, kept) ?? Object.keys(kept)[0];
      const from = anchor === undefined ? undefined : tidied[anchor];
      const to = anchor === undefined ? undefined : kept[anchor];
      if (!from || !to) return [node.id, ideal];
      return [node.id, { x: ideal.x + to.x - from.x, y: ideal.y + to.y - from.y }];
    })
  );
}

/** A tidied drawing moved so that `anchor` stays where the user last saw it. */
export function keepInPlace(
  tidied: Tidied,
  before: Layout['positions'],
  anchor: NodeId | undefined
): Tidied {
  const from = anchor === undefined ? undefined : tidied.positions[anchor];
  const to = anchor === undefined ? undefined : before[anchor];
  if (!from || !to) return tidied;
  const moved = ({ x, y }: Position) => ({ x: x + to.x - from.x, y: y + to.y - from.y });
  return {
    positions: mapped(tidied.positions, moved),
    routes: mapped(tidied.routes, (corners) => corners.map(moved))
  };
}

function mapped<T>(table: Readonly<Record<string, T>>, change: (value: T) => T) {
  return Object.fromEntries(Object.entries(table).map(([id, value]) => [id, change(value)]));
}

function neighbor({ edges }: Cadence, id: NodeId, kept: Layout['positions']): NodeId | undefined {
  return (
    edges.find((edge) => edge.to === id && kept[edge.from])?.from ??
    edges.find((edge) => edge.from === id && kept[edge.to])?.to
  );
}
