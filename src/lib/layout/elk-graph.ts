import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import {
  portsOf,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type EdgeId,
  type Layout,
  type NodeId,
  type Position
} from '$lib/domain';
import { present } from '$lib/util';
import { portAnchors, targetAnchor, type Anchor, type Direction, type Side } from './anchors';
import { decisiveEdges } from './decisive-edges';
import type { Size, Tidied } from './layout-service';

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

/** From so many steps on, fewer tries are made to have fewer crossings. */
const LARGE = 400;
const LESS_THOROUGH = { 'elk.layered.thoroughness': '3' } as const;

/** Steps in one row stay in the order of the places they are given. */
const KEEPS_ORDER = { 'elk.layered.crossingMinimization.semiInteractive': 'true' } as const;

/** The cadence as ELK reads it: notes left out, ports fixed where the canvas draws them. */
export function toElk(
  cadence: Cadence,
  sizes: ReadonlyMap<NodeId, Size>,
  direction: Direction,
  places: Layout['positions'] = {}
): ElkNode {
  const placed = inOrder(
    cadence.nodes.filter((node) => node.kind !== 'note'),
    places,
    direction
  );
  const keepsOrder = placed.every(({ id }) => places[id]);
  const nodes = new Map(placed.map((node) => [node.id, node]));
  return {
    id: 'root',
    layoutOptions: {
      ...OPTIONS,
      ...(keepsOrder && KEEPS_ORDER),
      ...(placed.length > LARGE && LESS_THOROUGH),
      'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT'
    },
    children: placed.map((node) =>
      toElkNode(
        node,
        cadence,
        present(sizes.get(node.id), `size of ${node.id}`),
        direction,
        keepsOrder ? places[node.id] : undefined
      )
    ),
    edges: decisiveEdges(
      placed,
      cadence.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)),
      STAND_INS + placed.length
    ).map((edge): ElkExtendedEdge => ({
      id: `edge:${edge.id}`,
      sources: [sourceOf(edge, present(nodes.get(edge.from), edge.from), cadence)],
      targets: [targetOf(present(nodes.get(edge.to), edge.to))]
    }))
  };
}

/** Steps from one side of the drawing to the other, as far as they have places. */
function inOrder(
  nodes: readonly CadenceNode[],
  places: Layout['positions'],
  direction: Direction
): readonly CadenceNode[] {
  const across = direction === 'down' ? 'x' : 'y';
  return [...nodes].sort((a, b) => (places[a.id]?.[across] ?? 0) - (places[b.id]?.[across] ?? 0));
}

/** So many stand-ins for long edges are laid out, and as many again as there are steps. */
const STAND_INS = 200;

/** Places and routes out of ELK's answer, in whole canvas units. */
export function fromElk(graph: ElkNode): Tidied {
  const positions: Record<NodeId, Position> = {};
  for (const { id, x = 0, y = 0 } of graph.children ?? []) {
    positions[id.slice('node:'.length)] = whole({ x, y });
  }
  const routes: Record<EdgeId, readonly Position[]> = {};
  for (const { id, sections = [] } of graph.edges ?? []) {
    const [only] = sections;
    if (!only || sections.length > 1) continue;
    const { startPoint, bendPoints = [], endPoint } = only;
    routes[id.slice('edge:'.length)] = [startPoint, ...bendPoints, endPoint].map(whole);
  }
  return { positions, routes };
}

function whole({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}

/** A port that the node no longer has is drawn from the node itself. */
function sourceOf(edge: CadenceEdge, from: CadenceNode, cadence: Cadence): string {
  const known = portsOf(from, cadence).some((port) => port.id === edge.port);
  return known ? `out:${from.id}:${edge.port}` : `node:${from.id}`;
}

function targetOf(to: CadenceNode): string {
  return to.kind === 'entry' ? `node:${to.id}` : `in:${to.id}`;
}

function toElkNode(
  node: CadenceNode,
  cadence: Cadence,
  size: Size,
  direction: Direction,
  place: Position | undefined
): ElkNode {
  const incoming = targetAnchor(node.kind, size, direction);
  return {
    id: `node:${node.id}`,
    width: size.width,
    height: size.height,
    layoutOptions: {
      'elk.portConstraints': 'FIXED_POS',
      ...(place && { 'elk.position': `(${place.x},${place.y})` })
    },
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
