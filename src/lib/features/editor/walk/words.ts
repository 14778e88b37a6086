import type { Cadence, CadenceEdge, NodeId } from '$lib/domain';
import { describeNode } from '$lib/domain';
import { sortOf, titleOf } from '$lib/drawing';
import type { Diagnostic } from '$lib/worker/protocol';
import { waysOf, waysOn, wayWords, type FlowGraph, type Way } from './flow-graph';

/** What a step is called; steps that are gone as well. */
export function nameOf(graph: FlowGraph, id: NodeId | null): string {
  const node = id === null ? undefined : graph.nodes.get(id);
  return node ? titleOf(node) : 'nowhere yet';
}

export interface Arrival {
  readonly cadence: Cadence;
  readonly graph: FlowGraph;
  /** Steps in the order of the list. */
  readonly order: readonly NodeId[];
  readonly problems: readonly Diagnostic[];
}

/** `Introduction email, step 2 of 14, leads to Gap 1`, and what else there is to know of it. */
export function stepWords({ cadence, graph, order, problems }: Arrival, id: NodeId): string {
  const node = graph.nodes.get(id);
  if (!node) return '';
  const number = order.indexOf(id) + 1;
  const title = titleOf(node);
  const line = describeNode(node, cadence);
  return [
    title,
    number > 0 ? `step ${number} of ${order.length}` : sortOf(node),
    line === title ? '' : line,
    leadsWords(graph, id),
    problemWordsOf(problems, id)
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** `leads to Gap 1`; `3 ways: 1 If Interested to Opportunity; …`. */
function leadsWords(graph: FlowGraph, id: NodeId): string {
  const kind = graph.nodes.get(id)?.kind;
  if (kind === 'note') return '';
  const ways = waysOf(graph, id);
  if (ways.length === 0) return 'ends here';
  const [only] = ways;
  if (only && ways.length === 1) {
    return only.to === null ? 'leads nowhere yet' : `leads to ${nameOf(graph, only.to)}`;
  }
  const named = ways.map((way) => `${wayWords(graph, way)} to ${nameOf(graph, way.to)}`);
  return `${ways.length} ways: ${named.join('; ')}`;
}

function problemWordsOf(problems: readonly Diagnostic[], id: NodeId): string {
  const own = problems.filter(({ node, severity }) => node === id && severity !== 'info');
  if (own.length === 0) return '';
  const count = own.length === 1 ? '1 problem' : `${own.length} problems`;
  return `${count}: ${own.map(({ message }) => message).join(' ')}`;
}

/** `Connection from Call 2 to Interested, If Interested`. */
export function edgeWords(graph: FlowGraph, edge: CadenceEdge): string {
  const ways = waysOf(graph, edge.from);
  const way = ways.find((each) => each.edge === edge.id);
  const named = way && ways.length > 1 ? `, ${wayWords(graph, way)}` : '';
  return `Connection from ${nameOf(graph, edge.from)} to ${nameOf(graph, edge.to)}${named}`;
}

/** The ways on from a step that has several, numbered as the keys choose them. */
export function choicesOf(
  graph: FlowGraph,
  id: NodeId
): readonly (Way & { readonly to: NodeId })[] {
  return waysOf(graph, id).length > 1 ? waysOn(graph, id) : [];
}
