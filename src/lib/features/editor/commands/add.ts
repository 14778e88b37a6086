import {
  portsOf,
  type Cadence,
  type CadenceEdge,
  type CadenceFile,
  type CadenceNode,
  type EdgeId,
  type Edit,
  type NodeId,
  type Position
} from '$lib/domain';
import type { Size } from '$lib/layout';
import { newEdge, wayOf } from './connect';
import { roomOn, type SizeOf } from './room';

const GAP = 44;

/** Adds a node where it was dropped; the place is its middle. */
export function addAt(node: CadenceNode, middle: Position, size: Size): Edit {
  return { kind: 'addNode', node, position: around(middle, size) };
}

/**
 * Adds a node and leads a way of another step there: at a place, or behind that step. A way that led
 * somewhere goes on there from the new step. Null when nothing can lead to such a node.
 */
export function addFrom(
  file: CadenceFile,
  from: NodeId,
  port: string,
  node: CadenceNode,
  sizeOf: SizeOf,
  at: Position | null = null
): Edit | null {
  const { cadence, layout } = file;
  const source = cadence.nodes.find((candidate) => candidate.id === from);
  const place = layout.positions[from];
  if (!source || !place || !canFollow(node)) return null;
  const before = wayOf(cadence, from, port);
  if (before) return insertOnEdge(file, before.id, node, sizeOf, at);
  const position = at
    ? around(at, sizeOf(node))
    : behind(file, place, sizeOf(source), sizeOf(node), sizeOf);
  return {
    kind: 'batch',
    edits: [{ kind: 'addNode', node, position }, newEdge(cadence, from, port, node.id)]
  };
}

/**
 * Adds a node behind another and leads the first free port there; where none is free, on the way
 * that its first port leads. Null when `after` has none, or nothing can lead to such a node.
 */
export function addAfter(
  file: CadenceFile,
  after: NodeId,
  node: CadenceNode,
  sizeOf: SizeOf
): Edit | null {
  const source = file.cadence.nodes.find((candidate) => candidate.id === after);
  const port = source && wayOn(source, file.cadence);
  return port == null ? null : addFrom(file, after, port, node, sizeOf);
}

/** Adds a node that leads to another; its middle is at the place. Null when it can lead nowhere. */
export function addBefore(
  file: CadenceFile,
  to: NodeId,
  node: CadenceNode,
  at: Position,
  size: Size
): Edit | null {
  const out = portsOf(node, file.cadence)[0];
  if (!out) return null;
  return {
    kind: 'batch',
    edits: [addAt(node, at, size), newEdge(file.cadence, node.id, out.id, to)]
  };
}

/**
 * Puts a node on an edge, where it was dropped or halfway: what led on now leads through it, and
 * what follows makes room. Null when leads cannot pass such a node.
 */
export function insertOnEdge(
  file: CadenceFile,
  edgeId: EdgeId,
  node: CadenceNode,
  sizeOf: SizeOf,
  at: Position | null = null
): Edit | null {
  const edge = file.cadence.edges.find((candidate) => candidate.id === edgeId);
  const out = portsOf(node, file.cadence)[0];
  if (!edge || !out || !canFollow(node)) return null;
  const room = roomOn(file, edge, sizeOf(node), sizeOf, at);
  const added: Edit = room
    ? { kind: 'addNode', node, position: room.position }
    : addAt(node, at ?? { x: 0, y: 0 }, sizeOf(node));
  const moves: readonly Edit[] =
    room && Object.keys(room.moves).length > 0
      ? [{ kind: 'moveNodes', positions: room.moves }]
      : [];
  return {
    kind: 'batch',
    edits: [added, ...moves, ...through(file.cadence, edge, node.id, out.id)]
  };
}

/** What led on leads through a step from now on. */
export function through(
  cadence: Cadence,
  edge: CadenceEdge,
  node: NodeId,
  out: string
): readonly Edit[] {
  const into = newEdge(cadence, edge.from, edge.port, node);
  const on = newEdge({ ...cadence, edges: [...cadence.edges, into.edge] }, node, out, edge.to);
  return [{ kind: 'disconnect', id: edge.id }, into, on];
}

/** The way that something added behind a step leaves by: its first free one, else its first. */
export function wayOn(source: CadenceNode, cadence: Cadence): string | null {
  const ports = portsOf(source, cadence);
  const free = ports.find(({ id }) => !wayOf(cadence, source.id, id));
  return (free ?? ports[0])?.id ?? null;
}

function canFollow({ kind }: CadenceNode): boolean {
  return kind !== 'entry' && kind !== 'note';
}

function around(middle: Position, { width, height }: Size): Position {
  return { x: Math.round(middle.x - width / 2), y: Math.round(middle.y - height / 2) };
}

/** Below (or to the right of) the source, moved aside until it covers nothing. */
function behind(
  { cadence, layout }: CadenceFile,
  place: Position,
  from: Size,
  own: Size,
  sizeOf: SizeOf
): Position {
  const down = (layout.direction ?? 'down') === 'down';
  const position = down
    ? { x: Math.round(place.x + (from.width - own.width) / 2), y: place.y + from.height + GAP }
    : { x: place.x + from.width + GAP, y: Math.round(place.y + (from.height - own.height) / 2) };
  const taken = cadence.nodes.flatMap((node) => {
    const at = layout.positions[node.id];
    return at ? [{ ...at, ...sizeOf(node) }] : [];
  });
  const covers = (box: Position & Size) =>
    position.x < box.x + box.width + GAP / 2 &&
    position.x + own.width + GAP / 2 > box.x &&
    position.y < box.y + box.height &&
    position.y + own.height > box.y;
  for (let hit = taken.find(covers); hit; hit = taken.find(covers)) {
    if (down) position.x = hit.x + hit.width + GAP;
    else position.y = hit.y + hit.height + GAP;
  }
  return position;
}
