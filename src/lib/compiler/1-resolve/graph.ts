import {
  portsOf,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type NodeId,
  type Port
} from '$lib/domain';

/** A port and the edge that leaves by it, if one does. */
export interface Link {
  readonly port: Port;
  readonly edge: CadenceEdge | null;
}

/** The cadence as a graph: every node with its ports in order. */
export interface Graph {
  readonly nodes: ReadonlyMap<NodeId, CadenceNode>;
  readonly links: ReadonlyMap<NodeId, readonly Link[]>;
  /** Edges no lead can take: from no such port, from a port already taken, to what is no step. */
  readonly strays: readonly CadenceEdge[];
  /** Where each node leads, in the order of its ports, twice when two ports lead there. */
  readonly next: ReadonlyMap<NodeId, readonly NodeId[]>;
}

export function buildGraph(cadence: Cadence): Graph {
  const nodes = new Map(cadence.nodes.map((node) => [node.id, node]));
  const ports = new Map(cadence.nodes.map((node) => [node.id, portsOf(node, cadence)]));
  const strays: CadenceEdge[] = [];
  const taken = new Map<NodeId, Map<string, CadenceEdge>>();

  for (const edge of cadence.edges) {
    const byPort = taken.get(edge.from) ?? new Map<string, CadenceEdge>();
    taken.set(edge.from, byPort);
    const isPort = ports.get(edge.from)?.some((port) => port.id === edge.port);
    if (!isPort || byPort.has(edge.port) || !isEnterable(nodes.get(edge.to))) strays.push(edge);
    else byPort.set(edge.port, edge);
  }

  const links = new Map<NodeId, readonly Link[]>();
  const next = new Map<NodeId, readonly NodeId[]>();
  for (const [id, list] of ports) {
    const own = list.map((port) => ({ port, edge: taken.get(id)?.get(port.id) ?? null }));
    links.set(id, own);
    next.set(
      id,
      own.flatMap((link) => (link.edge ? [link.edge.to] : []))
    );
  }
  return { nodes, links, strays, next };
}

function isEnterable(node: CadenceNode | undefined): boolean {
  return node !== undefined && node.kind !== 'entry' && node.kind !== 'note';
}
