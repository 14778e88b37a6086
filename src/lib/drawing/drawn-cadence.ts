import type { CadenceEdge, CadenceFile, CadenceNode } from '$lib/domain';
import { targetAnchor, type Anchor, type Direction } from '$lib/layout';
import { bandsOf, type Band } from './bands';
import { unionOf, type Box } from './box';
import { lineEnds, namedAnchors, type DrawnPort } from './ends';
import { EdgeDrawer, type EdgeLine } from './edge-lines';
import { faceOf, type Face } from './face';
import { drawnFrames, type DrawnFrame } from './frames';
import { drawnPorts, sizeOf } from './geometry';
import { toneOf, type Tone } from './tones';

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
