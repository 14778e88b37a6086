import {
  portsOf,
  type Cadence,
  type CadenceEdge,
  type CadenceFile,
  type CadenceNode,
  type EdgeId,
  type Edit,
  type NodeId,
  type Position
} from '$lib/domain';
import { through } from './add';
import { newEdge } from './connect';
import { roomOn, type SizeOf } from './room';

/**
 * Whether a step may be dropped on a connection to come in between: leads can pass it, the connection
 * is not its own, and one of its ways on is free or can be taken along.
 */
export function mayDropOn(cadence: Cadence, id: NodeId, edgeId: EdgeId): boolean {
  return planOf(cadence, id, edgeId) !== null;
}

/** Whether leads come to this step already: it then leaves its place when it is dropped elsewhere. */
export function isLedTo(cadence: Cadence, id: NodeId): boolean {
  return cadence.edges.some((edge) => edge.to === id);
}

/**
 * Moves a step that is there onto a connection. Where it was part of a way, that way closes behind
 * it: whatever led to it leads on to where it led. Null when it may not be dropped there.
 */
export function dropOnEdge(
  file: CadenceFile,
  id: NodeId,
  edgeId: EdgeId,
  middle: Position,
  sizeOf: SizeOf
): Edit | null {
  const plan = planOf(file.cadence, id, edgeId);
  if (!plan) return null;
  const { node, edge, out, on } = plan;
  const healed = heal(file.cadence, id, on);
  const cadence = applyHealed(file.cadence, id, on, healed);
  const room = roomOn({ ...file, cadence }, edge, sizeOf(node), sizeOf, middle);
  const positions = room && { ...room.moves, [id]: room.position };
  return {
    kind: 'batch',
    edits: [
      ...healed,
      ...(positions ? [{ kind: 'moveNodes', positions } as const] : []),
      ...through(cadence, edge, id, out)
    ]
  };
}

interface Plan {
  readonly node: CadenceNode;
  readonly edge: CadenceEdge;
  /** The port it goes on by. */
  readonly out: string;
  /** What left by that port before. */
  readonly on: CadenceEdge | null;
}

function planOf(cadence: Cadence, id: NodeId, edgeId: EdgeId): Plan | null {
  const node = cadence.nodes.find((each) => each.id === id);
  const edge = cadence.edges.find((each) => each.id === edgeId);
  if (!node || !edge || edge.from === id || edge.to === id) return null;
  if (node.kind === 'entry' || node.kind === 'note') return null;
  const ways = cadence.edges.filter(({ from }) => from === id);
  const ports = portsOf(node, cadence);
  const free = ports.find((port) => !ways.some((way) => way.port === port.id));
  const [first] = ports;
  if (!first) return null;
  if (!isLedTo(cadence, id)) return free ? { node, edge, out: free.id, on: null } : null;
  // In the middle of a way its first port is what takes it along; the others keep what they have.
  const on = ways.find((way) => way.port === first.id) ?? null;
  return { node, edge, out: first.id, on };
}

/** Lets what led to a step lead to what followed it. */
function heal(cadence: Cadence, id: NodeId, on: CadenceEdge | null): readonly Edit[] {
  const ins = cadence.edges.filter(({ to }) => to === id);
  const cut = [...ins, ...(on ? [on] : [])].map((edge): Edit => ({
    kind: 'disconnect',
    id: edge.id
  }));
  return on ? [...cut, ...closed(cadence, ins, on)] : cut;
}

function closed(cadence: Cadence, ins: readonly CadenceEdge[], on: CadenceEdge): readonly Edit[] {
  const edges = [...cadence.edges];
  return ins
    .filter(({ from }) => from !== on.to)
    .map((edge) => {
      const connect = newEdge({ ...cadence, edges }, edge.from, edge.port, on.to);
      edges.push(connect.edge);
      return connect;
    });
}

function applyHealed(
  cadence: Cadence,
  id: NodeId,
  on: CadenceEdge | null,
  healed: readonly Edit[]
): Cadence {
  const kept = cadence.edges.filter((edge) => edge.to !== id && edge !== on);
  const made = healed.flatMap((edit) => (edit.kind === 'connect' ? [edit.edge] : []));
  return { ...cadence, edges: [...kept, ...made] };
}
