import { Position as FlowSide, type NodeHandle } from '@xyflow/svelte';
import type {
  Cadence,
  CadenceFile,
  CadenceNode,
  EdgeId,
  NodeId,
  Port,
  Position
} from '$lib/domain';
import { drawnPorts, edgeText, faceOf, namedAnchors, sizeOf, titleOf } from '$lib/drawing';
import { targetAnchor, type Anchor, type Direction, type Side } from '$lib/layout';
import type { Badges } from './badges';
import { INCOMING, type EdgeData, type FlowEdge, type FlowNode, type NodeData } from './flow-types';

/** Everything that the canvas shows beside the file itself. */
export interface Overlay {
  readonly badges: Badges;
  readonly nodeCounts: ReadonlyMap<NodeId, number> | null;
  readonly edgeCounts: Readonly<Record<EdgeId, number>> | null;
  readonly selectedNodes: ReadonlySet<NodeId>;
  readonly selectedEdges: ReadonlySet<EdgeId>;
  /** While a connection is being drawn: where it may end. */
  readonly legal: ReadonlySet<NodeId> | null;
  /** A way that is lit. */
  readonly litNodes: ReadonlySet<NodeId>;
  readonly litEdges: ReadonlySet<EdgeId>;
}

const SIDES: Readonly<Record<Side, FlowSide>> = {
  top: FlowSide.Top,
  right: FlowSide.Right,
  bottom: FlowSide.Bottom,
  left: FlowSide.Left
};

/** Steps and connections take the focus, but not from the Tab key: the drawing is one stop for it. */
const FOCUS = { tabindex: -1, role: 'group' } as const;

/** The class of what is on a way that is lit. */
const LIT = 'on-way';

export function flowSide({ side }: Anchor): FlowSide {
  return SIDES[side];
}

/** The nodes as the canvas draws them; one that shows the same as before stays the same object. */
export function toFlowNodes(
  file: CadenceFile,
  overlay: Overlay,
  before: ReadonlyMap<NodeId, FlowNode>
): FlowNode[] {
  const { cadence, layout } = file;
  const direction = layout.direction ?? 'down';
  const ports = drawnPorts(cadence);
  return cadence.nodes.map((node) => {
    const old = before.get(node.id);
    const data = dataOf(node, cadence, ports.get(node.id) ?? [], direction, overlay, old?.data);
    // A node in the user's hand is where she holds it, whatever else changes meanwhile.
    const held = old?.dragging === true;
    const place = layout.positions[node.id];
    const position = held || !place ? (old?.position ?? { x: 0, y: 0 }) : place;
    const selected = overlay.selectedNodes.has(node.id);
    const lit = overlay.litNodes.has(node.id) ? LIT : '';
    const isSame =
      old?.data === data &&
      samePlace(old.position, position) &&
      old.selected === selected &&
      old.class === lit &&
      (old.dragging ?? false) === held;
    return isSame ? old : flowNode(data, position, selected, lit, held);
  });
}

function flowNode(
  data: NodeData,
  position: Position,
  selected: boolean,
  lit: string,
  held: boolean
): FlowNode {
  const { node, size, target, ports } = data;
  return {
    id: node.id,
    type: node.kind,
    position,
    data,
    width: size.width,
    height: size.height,
    // Sizes and handles are known, so nothing needs to be measured before edges can be drawn.
    measured: size,
    handles: [
      ...(target ? [toHandle(INCOMING, 'target', target)] : []),
      ...ports.map((anchor) => toHandle(anchor.port, 'source', anchor))
    ],
    selected,
    class: lit,
    ariaLabel: spoken(data),
    domAttributes: FOCUS,
    ...(held && { dragging: true })
  };
}

/** What a node shows; the same object as before when that has not changed. */
function dataOf(
  node: CadenceNode,
  cadence: Cadence,
  ports: readonly Port[],
  direction: Direction,
  overlay: Overlay,
  before: NodeData | undefined
): NodeData {
  const face = kept(faceOf(node, cadence), before?.face);
  const badge = kept(overlay.badges.nodes.get(node.id) ?? null, before?.badge);
  const count = overlay.nodeCounts?.get(node.id) ?? null;
  const legal = overlay.legal ? overlay.legal.has(node.id) : null;
  const isSame =
    before?.node === node &&
    before.face === face &&
    before.badge === badge &&
    before.count === count &&
    before.legal === legal &&
    before.direction === direction &&
    samePorts(before.ports, ports);
  if (isSame) return before;
  const size = sizeOf(node, cadence, ports, direction);
  return {
    node,
    face,
    size,
    direction,
    target: targetAnchor(node.kind, size, direction),
    ports: namedAnchors(node, ports, size, direction),
    count,
    badge,
    legal
  };
}

/** The old object where the new one says the same, part by part. */
function kept<T extends object | null>(now: T, before: T | undefined): T {
  if (!now || !before) return now;
  const old = before as Readonly<Record<string, unknown>>;
  const same = Object.entries(now).every(([key, value]) => old[key] === value);
  return same ? before : now;
}

function samePlace(a: Position, b: Position): boolean {
  return a === b || (a.x === b.x && a.y === b.y);
}

function samePorts(before: NodeData['ports'], now: readonly Port[]): boolean {
  return (
    before.length === now.length &&
    now.every(({ id, name }, i) => before[i]?.port === id && before[i].name === name)
  );
}

function toHandle(id: string, type: 'source' | 'target', anchor: Anchor): NodeHandle {
  return { id, type, position: flowSide(anchor), x: anchor.x, y: anchor.y, width: 0, height: 0 };
}

function spoken({ node, face, count, badge }: NodeData): string {
  const parts = [face.title, face.line === face.title ? node.kind : face.line];
  if (count !== null) parts.push(`${count} leads`);
  if (badge) parts.push(badge.text.replaceAll('\n', ' '));
  return parts.filter((part) => part !== '').join(', ');
}

/** The edges as the canvas draws them; those that lead nowhere drawable are left out. */
export function toFlowEdges(
  cadence: Cadence,
  overlay: Overlay,
  before: ReadonlyMap<EdgeId, FlowEdge>
): FlowEdge[] {
  const nodes = new Map(cadence.nodes.map((node) => [node.id, node]));
  const drawn = drawnPorts(cadence);
  return cadence.edges.flatMap((edge) => {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (!from || !to) return [];
    const label = edgeText(drawn.get(edge.from) ?? [], edge.port);
    const count = overlay.edgeCounts?.[edge.id] ?? null;
    // Where all leads of a step come by one edge, the step's own count says it all.
    const told = label === '' && count === (overlay.nodeCounts?.get(edge.to) ?? null);
    const old = before.get(edge.id);
    const badge = kept(overlay.badges.edges.get(edge.id) ?? null, old?.data?.badge);
    const lit = overlay.litEdges.has(edge.id);
    const data = kept<EdgeData>({ label, count: told ? null : count, badge, lit }, old?.data);
    const flow: FlowEdge = {
      id: edge.id,
      type: 'way',
      source: edge.from,
      sourceHandle: edge.port,
      target: edge.to,
      targetHandle: INCOMING,
      data,
      selected: overlay.selectedEdges.has(edge.id),
      class: lit ? LIT : '',
      ariaLabel: `Connection from ${titleOf(from)} to ${titleOf(to)}${label && `, ${label}`}`,
      domAttributes: FOCUS
    };
    return [kept(flow, old)];
  });
}
