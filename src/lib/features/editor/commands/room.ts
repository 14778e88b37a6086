import type { CadenceEdge, CadenceFile, CadenceNode, NodeId, Position } from '$lib/domain';
import type { Size } from '$lib/layout';

export type SizeOf = (node: CadenceNode) => Size;

/** Between a step and the next. */
const AIR = 44;

export interface Room {
  /** Top left corner of the step that comes in between. */
  readonly position: Position;
  /** Where steps go that lie in the way. */
  readonly moves: Readonly<Record<NodeId, Position>>;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly middle: number;
}

/**
 * Room for a step of that size on an edge: where it was dropped, or halfway. Where there is too
 * little, the steps that follow move on along the cadence's direction. Null when an end has no place.
 */
export function roomOn(
  file: CadenceFile,
  edge: CadenceEdge,
  own: Size,
  sizeOf: SizeOf,
  at: Position | null
): Room | null {
  const down = (file.layout.direction ?? 'down') === 'down';
  const axes = axesOf(file, sizeOf, down);
  const from = axes(edge.from);
  const to = axes(edge.to);
  if (!from || !to) return null;
  const length = down ? own.height : own.width;
  const breadth = down ? own.width : own.height;
  const back = to.along.start <= from.along.end;
  const lacking = length + 2 * AIR - (to.along.start - from.along.end);
  const shift = back ? 0 : Math.max(0, lacking);
  const end = to.along.start + shift;
  const halfway = back ? (from.along.middle + to.along.middle) / 2 : (from.along.end + end) / 2;
  const wanted = at === null ? halfway : down ? at.y : at.x;
  const along = back
    ? wanted - length / 2
    : clamp(wanted - length / 2, from.along.end + AIR, end - AIR - length);
  const middle = at === null || shift > 0 ? to.across.middle : down ? at.x : at.y;
  const across = middle - breadth / 2;
  const position = down ? { x: across, y: along } : { x: along, y: across };
  return {
    position: { x: Math.round(position.x), y: Math.round(position.y) },
    moves: shift > 0 ? shifted(file, edge.to, to.along.start, Math.round(shift), down) : {}
  };
}

function axesOf({ cadence, layout }: CadenceFile, sizeOf: SizeOf, down: boolean) {
  return (id: NodeId): { along: Span; across: Span } | null => {
    const node = cadence.nodes.find((each) => each.id === id);
    const place = layout.positions[id];
    if (!node || !place) return null;
    const { width, height } = sizeOf(node);
    const x = span(place.x, width);
    const y = span(place.y, height);
    return down ? { along: y, across: x } : { along: x, across: y };
  };
}

function span(start: number, length: number): Span {
  return { start, end: start + length, middle: start + length / 2 };
}

/** All that can be reached from a step and lies no earlier than it, moved on. */
function shifted(
  { cadence, layout }: CadenceFile,
  from: NodeId,
  line: number,
  by: number,
  down: boolean
): Readonly<Record<NodeId, Position>> {
  const ways = new Map<NodeId, NodeId[]>();
  for (const edge of cadence.edges) {
    const known = ways.get(edge.from);
    if (known) known.push(edge.to);
    else ways.set(edge.from, [edge.to]);
  }
  const moves: Record<NodeId, Position> = {};
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const place = layout.positions[id];
    if (!place || moves[id] || (down ? place.y : place.x) < line) continue;
    moves[id] = down ? { x: place.x, y: place.y + by } : { x: place.x + by, y: place.y };
    open.push(...(ways.get(id) ?? []));
  }
  return moves;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
