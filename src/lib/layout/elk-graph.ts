import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import {
  portsOf,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type NodeId,
  type Position
} from '$lib/domain';
import { present } from '$lib/util';
import { portAnchors, targetAnchor, type Anchor, type Direction, type Side } from './anchors';
import type { Size } from './layout-service';

const SIDES: Readonly<Record<Side, string>> = {
  top: 'NORTH',
  right: 'EAST',
  bottom: 'SOUTH',
  left: 'WEST'
};

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  // Several times as fast as network simplex where edges are long, and as straight.
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.spacing.nodeNode': '56',
  'elk.spacing.edgeNode': '28',
  'elk.spacing.edgeEdge': '20',
  'elk.spacing.componentComponent': '72',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '22'
} as const;

/** The cadence as ELK reads it: notes left out, ports fixed where the canvas draws them. */
export function toElk(
  cadence: Cadence,
  sizes: ReadonlyMap<NodeId, Size>,
  direction: Direction
): ElkNode {
  const placed = cadence.nodes.filter((node) => node.kind !== 'note');
  const nodes = new Map(placed.map((node) => [node.id, node]));
  return {
    id: 'root',
    layoutOptions: { ...OPTIONS, 'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT' },
    children: placed.map((node) =>
      toElkNode(node, cadence, present(sizes.get(node.id), `size of ${node.id}`), direction)
    ),
    edges: decisive(cadence.edges)
      .filter((edge) => nodes.has(edge.from) && nodes.has(edge.to))
      .map((edge): ElkExtendedEdge => ({
        id: `edge:${edge.id}`,
        sources: [sourceOf(edge, present(nodes.get(edge.from), edge.from), cadence)],
        targets: [targetOf(present(nodes.get(edge.to), edge.to))]
      }))
  };
}

/** From here on a cadence is large, and only this many of the edges into one step are laid out. */
const LARGE = 400;
const MOST_INCOMING = 12;

/**
 * The edges that decide where steps go. In a large cadence, where many steps lead to one end, each
 * such edge runs past hundreds of layers; that costs seconds and in the end ELK's stack, and the
 * last few place the end just as well.
 */
function decisive(edges: readonly CadenceEdge[]): readonly CadenceEdge[] {
  if (edges.length <= LARGE) return edges;
  const seen = new Map<NodeId, number>();
  return edges
    .toReversed()
    .filter(({ to }) => {
      const count = (seen.get(to) ?? 0) + 1;
      seen.set(to, count);
      return count <= MOST_INCOMING;
    })
    .reverse();
}

/** Positions out of ELK's answer, in whole canvas units. */
export function fromElk(graph: ElkNode): Readonly<Record<NodeId, Position>> {
  return Object.fromEntries(
    (graph.children ?? []).map((child) => [
      child.id.slice('node:'.length),
      { x: Math.round(child.x ?? 0), y: Math.round(child.y ?? 0) }
    ])
  );
}

/** A port that the node no longer has is drawn from the node itself. */
function sourceOf(edge: CadenceEdge, from: CadenceNode, cadence: Cadence): string {
  const known = portsOf(from, cadence).some((port) => port.id === edge.port);
  return known ? `out:${from.id}:${edge.port}` : `node:${from.id}`;
}

function targetOf(to: CadenceNode): string {
  return to.kind === 'entry' ? `node:${to.id}` : `in:${to.id}`;
}

function toElkNode(node: CadenceNode, cadence: Cadence, size: Size, direction: Direction): ElkNode {
  const incoming = targetAnchor(node.kind, size, direction);
  return {
    id: `node:${node.id}`,
    width: size.width,
    height: size.height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      ...(incoming ? [toElkPort(`in:${node.id}`, incoming)] : []),
      ...portAnchors(node.kind, portsOf(node, cadence), size, direction).map((anchor) =>
        toElkPort(`out:${node.id}:${anchor.port}`, anchor)
      )
    ]
  };
}

function toElkPort(id: string, { side, x, y }: Anchor): ElkPort {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': SIDES[side] } };
}
