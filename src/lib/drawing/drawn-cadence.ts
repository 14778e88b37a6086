import type { CadenceEdge, CadenceFile, CadenceNode, NodeId, Port, Position } from '$lib/domain';
import {
  portAnchors,
  targetAnchor,
  type Anchor,
  type Direction,
  type PortAnchor
} from '$lib/layout';
import { bandsOf, type Band } from './bands';
import { unionOf, type Box } from './box';
import { EdgeDrawer, type EdgeLine, type LineEnds } from './edge-lines';
import { faceOf, type Face } from './face';
import { drawnFrames, type DrawnFrame } from './frames';
import { drawnPorts, sizeOf } from './geometry';
import { toneOf, type Tone } from './tones';

export interface DrawnPort extends PortAnchor {
  readonly name: string;
}

export interface DrawnNode {
  readonly node: CadenceNode;
  readonly face: Face;
  readonly tone: Tone;
  readonly box: Box;
  /** Where edges come in and go out, from the box's top left corner. */
  readonly target: Anchor | null;
  readonly ports: readonly DrawnPort[];
}

export interface DrawnEdge extends EdgeLine {
  readonly edge: CadenceEdge;
  /** The name of the way it is; empty where there is only one. */
  readonly text: string;
}

/** All that is seen of a cadence, in canvas units. Later ones lie over earlier ones: bands, frames, edges, nodes, labels. */
export interface DrawnCadence {
  readonly direction: Direction;
  /** Around everything but bands; null when nothing is drawn. */
  readonly box: Box | null;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly frames: readonly DrawnFrame[];
  readonly bands: readonly Band[];
}

/** How far bands reach beyond a picture's boxes. */
const BAND_MARGIN = 40;

/** What is drawn of a file. Steps without a place are left out, with their edges: lay them out first. */
export function drawnCadence({
  cadence,
  layout
}: Pick<CadenceFile, 'cadence' | 'layout'>): DrawnCadence {
  const direction = layout.direction ?? 'down';
  const ports = drawnPorts(cadence);
  const nodes = cadence.nodes.flatMap((node): DrawnNode[] => {
    const at = layout.positions[node.id];
    if (!at) return [];
    const own = ports.get(node.id) ?? [];
    const size = sizeOf(node, cadence, own, direction);
    return [
      {
        node,
        face: faceOf(node, cadence),
        tone: toneOf(node),
        box: { x: at.x, y: at.y, ...size },
        target: targetAnchor(node.kind, size, direction),
        ports: namedAnchors(node, own, size, direction)
      }
    ];
  });
  const drawn = new Map(nodes.map((each) => [each.node.id, each]));
  const boxes = new Map(nodes.map(({ node, box }) => [node.id, box]));
  const ends = cadence.edges.flatMap(
    (edge) => lineEnds(edge, drawn, layout.routes?.[edge.id]) ?? []
  );
  const texts = new Map(ends.map(({ id, text }) => [id, text]));
  const lines = new EdgeDrawer(direction).draw(ends, boxes);
  const frames = drawnFrames(layout.frames ?? [], boxes);
  const stages = nodes.flatMap(({ node }) => (node.kind === 'stage' ? [node] : []));
  const edges = cadence.edges.flatMap((edge): DrawnEdge[] => {
    const line = lines.get(edge.id);
    return line ? [{ edge, text: texts.get(edge.id) ?? '', ...line }] : [];
  });
  return {
    direction,
    box: unionOf([
      ...boxes.values(),
      ...frames.map(({ box }) => box),
      ...edges.flatMap(({ points, label }) => [
        ...points.map((at) => ({ ...at, width: 0, height: 0 })),
        ...(label ? [label] : [])
      ])
    ]),
    nodes,
    edges,
    frames,
    bands: bandsOf(stages, boxes, direction, BAND_MARGIN)
  };
}

/** Where each port sits, and what it is called. */
export function namedAnchors(
  node: CadenceNode,
  ports: readonly Port[],
  size: { readonly width: number; readonly height: number },
  direction: Direction
): readonly DrawnPort[] {
  const names = new Map(ports.map((port) => [port.id, port.name]));
  return portAnchors(node.kind, ports, size, direction).map((anchor) => ({
    ...anchor,
    name: names.get(anchor.port) ?? anchor.port
  }));
}

/** What an edge from this port is labeled: nothing where it is the only way on. */
export function edgeText(
  ports: readonly { readonly id: string; readonly name: string }[],
  port: string
): string {
  if (ports.length < 2 || port === 'done') return '';
  return ports.find(({ id }) => id === port)?.name ?? port;
}

/** The ends of an edge; null when one of them is not drawn, or nothing can lead there. */
export function lineEnds(
  edge: CadenceEdge,
  nodes: ReadonlyMap<NodeId, Pick<DrawnNode, 'box' | 'target' | 'ports'>>,
  laid: readonly Position[] | undefined
): LineEnds | null {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  const port = from?.ports.find((each) => each.port === edge.port);
  if (!from || !port || !to?.target) return null;
  return {
    id: edge.id,
    source: edge.from,
    target: edge.to,
    from: { x: from.box.x + port.x, y: from.box.y + port.y },
    side: port.side,
    to: { x: to.box.x + to.target.x, y: to.box.y + to.target.y },
    text: edgeText(
      from.ports.map(({ port: id, name }) => ({ id, name })),
      edge.port
    ),
    laid
  };
}
