import {
  portsOf,
  type Cadence,
  type CadenceFile,
  type CadenceNode,
  type EdgeId,
  type Edit,
  type NodeId,
  type Position
} from '$lib/domain';
import type { Size } from '$lib/layout';
import { newEdge, wayOf } from './connect';

const GAP = 44;

/** Adds a node where it was dropped; the place is its middle. */
export function addAt(node: CadenceNode, middle: Position, size: Size): Edit {
  const position = {
    x: Math.round(middle.x - size.width / 2),
    y: Math.round(middle.y - size.height / 2)
  };
  return { kind: 'addNode', node, position };
}

/**
 * Adds a node behind another and leads the first free port there. Null when `after` has none, or
 * nothing can lead to such a node.
 */
export function addAfter(
  file: CadenceFile,
  after: NodeId,
  node: CadenceNode,
  size: (node: CadenceNode) => Size
): Edit | null {
  const { cadence, layout } = file;
  const source = cadence.nodes.find((candidate) => candidate.id === after);
  const place = layout.positions[after];
  if (!source || !place || node.kind === 'entry' || node.kind === 'note') return null;
  const port = freePort(source, cadence);
  if (port === null) return null;
  const position = behind(file, place, size(source), size(node), size);
  return {
    kind: 'batch',
    edits: [{ kind: 'addNode', node, position }, newEdge(cadence, after, port, node.id)]
  };
}

/** Puts a node in the middle of an edge: what led on now leads through it. */
export function insertOnEdge(
  file: CadenceFile,
  edgeId: EdgeId,
  node: CadenceNode,
  middle: Position,
  size: Size
): Edit | null {
  const { cadence } = file;
  const edge = cadence.edges.find((candidate) => candidate.id === edgeId);
  const out = portsOf(node, cadence)[0];
  if (!edge || !out || node.kind === 'entry' || node.kind === 'note') return null;
  const into = newEdge(cadence, edge.from, edge.port, node.id);
  const on = newEdge(
    { ...cadence, edges: [...cadence.edges, into.edge] },
    node.id,
    out.id,
    edge.to
  );
  return {
    kind: 'batch',
    edits: [addAt(node, middle, size), { kind: 'disconnect', id: edge.id }, into, on]
  };
}

function freePort(source: CadenceNode, cadence: Cadence): string | null {
  const port = portsOf(source, cadence).find(({ id }) => !wayOf(cadence, source.id, id));
  return port?.id ?? null;
}

/** Below (or to the right of) the source, moved aside until it covers nothing. */
function behind(
  { cadence, layout }: CadenceFile,
  place: Position,
  from: Size,
  own: Size,
  sizeOf: (node: CadenceNode) => Size
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
