import {
  canConnect,
  freeId,
  portsOf,
  type Cadence,
  type CadenceEdge,
  type ConnectEdit,
  type EdgeId,
  type Edit,
  type NodeId
} from '$lib/domain';

/**
 * Whether a connection may be drawn from this port to that node. A port that is already connected
 * may be: drawing again moves its edge.
 */
export function mayLead(cadence: Cadence, from: NodeId, port: string, to: NodeId): boolean {
  return whyNot(cadence, from, port, to) === null;
}

/** Why no connection may be drawn from this port to that node; null when one may. */
export function whyNot(cadence: Cadence, from: NodeId, port: string, to: NodeId): string | null {
  const answer = canConnect(withoutWay(cadence, from, port), from, port, to);
  return answer === true ? null : answer;
}

/** Nodes that a connection to this one may come from: one of their ports is free, or is its own. */
export function legalSources(
  cadence: Cadence,
  to: NodeId,
  moving: EdgeId | null
): readonly NodeId[] {
  const open = { ...cadence, edges: cadence.edges.filter((edge) => edge.id !== moving) };
  return cadence.nodes
    .filter((node) =>
      portsOf(node, cadence).some((port) => canConnect(open, node.id, port.id, to) === true)
    )
    .map((node) => node.id);
}

export function legalTargets(cadence: Cadence, from: NodeId, port: string): readonly NodeId[] {
  const open = withoutWay(cadence, from, port);
  return cadence.nodes
    .filter((node) => canConnect(open, from, port, node.id) === true)
    .map((node) => node.id);
}

/** Leads a port to a node, taking the port's edge away from where it led before; null if illegal. */
export function connectEdit(cadence: Cadence, from: NodeId, port: string, to: NodeId): Edit | null {
  if (!mayLead(cadence, from, port, to)) return null;
  const before = wayOf(cadence, from, port);
  if (before?.to === to) return null;
  const connect = newEdge(cadence, from, port, to);
  if (!before) return connect;
  return { kind: 'batch', edits: [{ kind: 'disconnect', id: before.id }, connect] };
}

/** What drawing a connection is called, also when it takes an edge from where it led before. */
export function connectLabel(cadence: Cadence, from: NodeId, to: NodeId): string {
  const name = (id: NodeId) => cadence.nodes.find((node) => node.id === id)?.name || 'a step';
  return `Connect ${name(from)} to ${name(to)}`;
}

export function newEdge(cadence: Cadence, from: NodeId, port: string, to: NodeId): ConnectEdit {
  const id = freeId(
    cadence.edges.map((edge) => edge.id),
    `${from}-${port}`
  );
  return { kind: 'connect', edge: { id, from, port, to } };
}

export function wayOf(cadence: Cadence, from: NodeId, port: string): CadenceEdge | undefined {
  return cadence.edges.find((edge) => edge.from === from && edge.port === port);
}

function withoutWay(cadence: Cadence, from: NodeId, port: string): Cadence {
  return wayOf(cadence, from, port)
    ? {
        ...cadence,
        edges: cadence.edges.filter((edge) => edge.from !== from || edge.port !== port)
      }
    : cadence;
}
