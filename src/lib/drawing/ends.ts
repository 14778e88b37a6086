import type { CadenceEdge, CadenceNode, NodeId, Port, Position } from '$lib/domain';
import { portAnchors, type Anchor, type Direction, type PortAnchor, type Size } from '$lib/layout';
import type { Box } from './box';
import type { LineEnds } from './edge-lines';

export interface DrawnPort extends PortAnchor {
  readonly name: string;
}

/** Where edges can begin and end. */
export interface Connectable {
  readonly box: Box;
  readonly target: Anchor | null;
  readonly ports: readonly DrawnPort[];
}

/** Where each port sits, and what it is called. */
export function namedAnchors(
  node: CadenceNode,
  ports: readonly Port[],
  size: Size,
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

/** The ends of an edge, and what is written on it; null when one of them is not drawn, or nothing can lead there. */
export function lineEnds(
  edge: Pick<CadenceEdge, 'id' | 'from' | 'port' | 'to'>,
  nodes: ReadonlyMap<NodeId, Connectable>,
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
      from.ports.map((each) => ({ id: each.port, name: each.name })),
      edge.port
    ),
    laid
  };
}
