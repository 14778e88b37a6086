import {
  portsOf,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type EdgeId,
  type NodeId
} from '$lib/domain';
import { drawnPorts } from '$lib/drawing';

/** One way out of a step, connected or not. */
export interface Way {
  readonly from: NodeId;
  readonly port: string;
  /** What it is called where a step has several ways: `Not interested`, `Otherwise`. */
  readonly name: string;
  /** Null: it leads nowhere yet. */
  readonly edge: EdgeId | null;
  readonly to: NodeId | null;
}

/** The steps of a cadence and what leads where. */
export interface FlowGraph {
  readonly cadence: Cadence;
  readonly nodes: ReadonlyMap<NodeId, CadenceNode>;
  /** In the order in which the ways are drawn. */
  readonly out: ReadonlyMap<NodeId, readonly Way[]>;
  readonly into: ReadonlyMap<NodeId, readonly CadenceEdge[]>;
}

/** The ports that a flow goes on by when nothing special happens, the most usual first. */
const USUAL = ['next', 'done', 'timeout', 'default'];

/** What leads where; taken over from an earlier graph when only what steps say has changed. */
export function flowGraph(cadence: Cadence, before?: FlowGraph): FlowGraph {
  const nodes = new Map(cadence.nodes.map((node) => [node.id, node]));
  if (before && hasSameShape(before.cadence, cadence)) return { ...before, cadence, nodes };
  const byPort = new Map<string, CadenceEdge[]>();
  const into = new Map<NodeId, CadenceEdge[]>();
  for (const edge of cadence.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    push(byPort, portKey(edge.from, edge.port), edge);
    push(into, edge.to, edge);
  }
  const out = new Map<NodeId, readonly Way[]>();
  for (const [from, ports] of drawnPorts(cadence)) {
    const several = ports.length > 1;
    const ways = ports.flatMap(({ id: port, name }) => {
      const way = { from, port, name: several && port === 'done' ? restName(nodes, from) : name };
      const edges = byPort.get(portKey(from, port));
      return (
        edges?.map((edge): Way => ({ ...way, edge: edge.id, to: edge.to })) ?? [
          { ...way, edge: null, to: null }
        ]
      );
    });
    out.set(from, ways);
  }
  return { cadence, nodes, out, into };
}

/** Whether the same steps have the same ways, connected in the same manner. */
function hasSameShape(before: Cadence, now: Cadence): boolean {
  return (
    before.edges === now.edges &&
    before.dispositions === now.dispositions &&
    before.nodes.length === now.nodes.length &&
    now.nodes.every((node, index) => {
      const old = before.nodes[index];
      return old === node || (old?.id === node.id && hasSameWays(old, node, now));
    })
  );
}

function hasSameWays(before: CadenceNode, now: CadenceNode, cadence: Cadence): boolean {
  const old = portsOf(before, cadence);
  const ports = portsOf(now, cadence);
  return (
    before.kind === now.kind &&
    old.length === ports.length &&
    ports.every(({ id, name }, index) => old[index]?.id === id && old[index].name === name)
  );
}

/** The way that a flow usually goes on by; a fork has none, as all its paths are gone at once. */
export function mainWay(graph: FlowGraph, id: NodeId): Way | undefined {
  const ways = graph.out.get(id) ?? [];
  if (graph.nodes.get(id)?.kind === 'fork') return undefined;
  if (ways.length === 1) return ways[0];
  const connected = ways.filter(({ to }) => to !== null);
  for (const port of USUAL) {
    const usual = connected.find((way) => way.port === port);
    if (usual) return usual;
  }
  return undefined;
}

export function waysOf(graph: FlowGraph, id: NodeId): readonly Way[] {
  return graph.out.get(id) ?? [];
}

/** Only the ways that lead somewhere. */
export function waysOn(graph: FlowGraph, id: NodeId): readonly (Way & { readonly to: NodeId })[] {
  return waysOf(graph, id).filter((way): way is Way & { readonly to: NodeId } => way.to !== null);
}

/** `If Interested`, where steps tell ways apart by what happened; else the way's own name. */
export function wayWords(graph: FlowGraph, way: Way): string {
  const kind = graph.nodes.get(way.from)?.kind;
  const decides = kind === 'branch' || kind === 'action';
  const plain = USUAL.includes(way.port) || way.port === 'held';
  return decides && !plain ? `If ${way.name}` : way.name;
}

/** Approvals are done when they are approved; all else goes on by `done` when no other way fits. */
function restName(nodes: FlowGraph['nodes'], id: NodeId): string {
  const node = nodes.get(id);
  return node?.kind === 'action' && node.channel === 'approval' ? 'Approved' : 'Otherwise';
}

function portKey(from: NodeId, port: string): string {
  return `${from} ${port}`;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
