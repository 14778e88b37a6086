import { Position as FlowSide, type NodeHandle } from '@xyflow/svelte';
import type { Cadence, CadenceFile, CadenceNode, EdgeId, NodeId, Port } from '$lib/domain';
import { portAnchors, targetAnchor, type Anchor, type Direction, type Side } from '$lib/layout';
import type { Badges } from './badges';
import { INCOMING, type FlowEdge, type FlowNode, type NodeData } from './flow-types';
import { drawnPorts, faceOf, sizeOf } from '$lib/drawing';

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
    // A node in the user's hand is where she holds it, whatever else changes meanwhile.
    const position = old?.dragging
      ? old.position
      : (layout.positions[node.id] ?? old?.position ?? { x: 0, y: 0 });
    const next = toFlowNode(node, cadence, ports.get(node.id) ?? [], direction, overlay);
    const flow: FlowNode = { ...next, position, ...(old?.dragging ? { dragging: true } : {}) };
    return old && JSON.stringify(old) === JSON.stringify(flow) ? old : flow;
  });
}

function toFlowNode(
  node: CadenceNode,
  cadence: Cadence,
  ports: readonly Port[],
  direction: Direction,
  overlay: Overlay
): Omit<FlowNode, 'position'> {
  const size = sizeOf(node, cadence, ports, direction);
  const face = faceOf(node, cadence);
  const names = new Map(ports.map((port) => [port.id, port.name]));
  const anchors = portAnchors(node.kind, ports, size, direction);
  const target = targetAnchor(node.kind, size, direction);
  const badge = overlay.badges.nodes.get(node.id) ?? null;
  const count = overlay.nodeCounts?.get(node.id) ?? null;
  const data: NodeData = {
    node,
    face,
    size,
    target,
    ports: anchors.map((anchor) => ({ ...anchor, name: names.get(anchor.port) ?? anchor.port })),
    count,
    badge,
    legal: overlay.legal ? overlay.legal.has(node.id) : null
  };
  return {
    id: node.id,
    type: node.kind,
    data,
    width: size.width,
    height: size.height,
    // Sizes and handles are known, so nothing needs to be measured before edges can be drawn.
    measured: size,
    handles: [
      ...(target ? [toHandle(INCOMING, 'target', target)] : []),
      ...anchors.map((anchor) => toHandle(anchor.port, 'source', anchor))
    ],
    selected: overlay.selectedNodes.has(node.id),
    class: overlay.litNodes.has(node.id) ? LIT : '',
    ariaLabel: spoken(data)
  };
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
    const ports = drawn.get(edge.from) ?? [];
    const port = ports.find((candidate) => candidate.id === edge.port);
    const label = ports.length > 1 && edge.port !== 'done' ? (port?.name ?? edge.port) : '';
    const count = overlay.edgeCounts?.[edge.id] ?? null;
    // Where all leads of a step come by one edge, the step's own count says it all.
    const told = label === '' && count === (overlay.nodeCounts?.get(edge.to) ?? null);
    const flow: FlowEdge = {
      id: edge.id,
      type: 'way',
      source: edge.from,
      sourceHandle: edge.port,
      target: edge.to,
      targetHandle: INCOMING,
      data: {
        label,
        count: told ? null : count,
        badge: overlay.badges.edges.get(edge.id) ?? null
      },
      selected: overlay.selectedEdges.has(edge.id),
      class: overlay.litEdges.has(edge.id) ? LIT : '',
      ariaLabel: `Connection from ${faceOf(from, cadence).title} to ${faceOf(to, cadence).title}${label && `, ${label}`}`
    };
    const old = before.get(edge.id);
    return [old && JSON.stringify(old) === JSON.stringify(flow) ? old : flow];
  });
}
