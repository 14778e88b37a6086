import type { CadenceFile, Edit, NodeId, Position } from '$lib/domain';

type Places = Readonly<Record<NodeId, Position>>;

/** Moves steps; what connects steps that move alike keeps its corners and moves along. */
export function moveSteps({ cadence, layout }: CadenceFile, positions: Places): Edit {
  const routes: Record<string, readonly Position[]> = {};
  for (const { id, from, to } of cadence.edges) {
    const route = layout.routes?.[id];
    const [one, other] = [
      shift(layout.positions, positions, from),
      shift(layout.positions, positions, to)
    ];
    if (!route || !one || !other || one.x !== other.x || one.y !== other.y) continue;
    routes[id] = route.map(({ x, y }) => ({ x: x + one.x, y: y + one.y }));
  }
  return Object.keys(routes).length > 0
    ? { kind: 'moveNodes', positions, routes }
    : { kind: 'moveNodes', positions };
}

function shift(before: Places, after: Places, id: NodeId): Position | null {
  const [from, to] = [before[id], after[id]];
  return from && to ? { x: to.x - from.x, y: to.y - from.y } : null;
}
