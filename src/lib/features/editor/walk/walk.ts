import type { EdgeId, NodeId, Position } from '$lib/domain';
import type { Direction } from '$lib/layout';
import { mainWay, waysOn, type FlowGraph } from './flow-graph';

/** Along the flow, against it, and across it to either side. */
export type Heading = 'on' | 'back' | 'before' | 'after';

export interface Walk {
  readonly to: NodeId;
  /** The connection that was walked along; null across. */
  readonly edge: EdgeId | null;
}

/** Which connection each step was last come by and left by, so that one finds the way back. */
export interface Trail {
  readonly cameBy: ReadonlyMap<NodeId, EdgeId>;
  readonly leftBy: ReadonlyMap<NodeId, EdgeId>;
}

export interface Ground {
  readonly graph: FlowGraph;
  /** Middle of each step as it is drawn. */
  readonly middles: ReadonlyMap<NodeId, Position>;
  readonly direction: Direction;
  /** Place of a step in the list of all. */
  readonly rank: ReadonlyMap<NodeId, number>;
}

const HEADINGS: Readonly<Record<Direction, Readonly<Record<string, Heading>>>> = {
  down: { ArrowDown: 'on', ArrowUp: 'back', ArrowLeft: 'before', ArrowRight: 'after' },
  right: { ArrowRight: 'on', ArrowLeft: 'back', ArrowUp: 'before', ArrowDown: 'after' }
};

export function headingOf(key: string, direction: Direction): Heading | null {
  return HEADINGS[direction][key] ?? null;
}

/** Where one comes to from a step; null when nothing lies that way. */
export function walk(ground: Ground, trail: Trail, from: NodeId, heading: Heading): Walk | null {
  if (heading === 'on') return walkOn(ground, trail, from);
  if (heading === 'back') return walkBack(ground, trail, from);
  return walkAcross(ground, trail, from, heading);
}

/** By the way that was gone last, else by the usual one, else by the first. */
function walkOn({ graph }: Ground, { leftBy }: Trail, from: NodeId): Walk | null {
  const ways = waysOn(graph, from);
  const last = leftBy.get(from);
  const usual = mainWay(graph, from)?.edge;
  const way =
    ways.find(({ edge }) => edge === last) ?? ways.find(({ edge }) => edge === usual) ?? ways[0];
  return way ? { to: way.to, edge: way.edge } : null;
}

/** Where one came from, else the nearest step before this one, else (a loop) any that leads here. */
function walkBack({ graph, rank }: Ground, { cameBy }: Trail, from: NodeId): Walk | null {
  const edges = graph.into.get(from) ?? [];
  const rankOf = (id: NodeId) => rank.get(id) ?? 0;
  const before = edges
    .filter((edge) => rankOf(edge.from) < rankOf(from))
    .toSorted((a, b) => rankOf(b.from) - rankOf(a.from));
  const edge = edges.find(({ id }) => id === cameBy.get(from)) ?? before[0] ?? edges[0];
  return edge ? { to: edge.from, edge: edge.id } : null;
}

/** To the next of the steps that the same step leads to; else to whatever is drawn nearest there. */
function walkAcross(
  ground: Ground,
  trail: Trail,
  from: NodeId,
  heading: 'before' | 'after'
): Walk | null {
  const sign = heading === 'after' ? 1 : -1;
  const here = ground.middles.get(from);
  if (!here) return null;
  const offset = (id: NodeId) => {
    const there = ground.middles.get(id);
    return there ? offsetBetween(here, there, ground.direction, sign) : null;
  };
  const parent = walkBack(ground, trail, from)?.to;
  const siblings = parent === undefined ? [] : waysOn(ground.graph, parent).map(({ to }) => to);
  const to = nearest(siblings, offset, Infinity) ?? nearest(ground.middles.keys(), offset, 1);
  return to === null ? null : { to, edge: null };
}

interface Offset {
  readonly across: number;
  readonly along: number;
}

function offsetBetween(
  here: Position,
  there: Position,
  direction: Direction,
  sign: 1 | -1
): Offset {
  const [x, y] = [there.x - here.x, there.y - here.y];
  return direction === 'down'
    ? { across: x * sign, along: Math.abs(y) }
    : { across: y * sign, along: Math.abs(x) };
}

/** Of those that lie to that side, not more than `slope` times as far along, the nearest. */
function nearest(
  ids: Iterable<NodeId>,
  offset: (id: NodeId) => Offset | null,
  slope: number
): NodeId | null {
  let best: { id: NodeId; distance: number } | null = null;
  for (const id of ids) {
    const away = offset(id);
    if (!away || away.across <= 0 || away.along > away.across * slope) continue;
    const distance = away.across + 2 * away.along;
    if (!best || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? null;
}
