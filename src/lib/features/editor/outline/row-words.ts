import { describeNode, type Cadence, type NodeId } from '$lib/domain';
import { sortOf, titleOf } from '$lib/drawing';
import type { Badge } from '../canvas/flow-types';
import { nameOf } from '../walk/words';
import type { FlowGraph } from '../walk/flow-graph';
import type { OutlineRow, StepRow, WayRow } from './rows';

/** Steps that are named where ways meet; of more it is said how many. */
const NAMED = 2;

/** `goes to Closed`, `back to First call`, `leads nowhere yet`. */
export function goesWords(graph: FlowGraph, { to, back }: Pick<WayRow, 'to' | 'back'>): string {
  if (to === null) return 'leads nowhere yet';
  return `${back ? 'back to' : 'goes to'} ${nameOf(graph, to)}`;
}

/** `from First call, Second call and 3 more`; empty where only one step leads here. */
export function meetsWords(graph: FlowGraph, meets: readonly NodeId[]): string {
  if (meets.length === 0) return '';
  const named = meets.slice(0, NAMED).map((id) => nameOf(graph, id));
  const more = meets.length - named.length;
  return more > 0 ? `from ${named.join(', ')} and ${more} more` : `from ${named.join(' and ')}`;
}

/** What a row is called by screen readers: all that is seen of it. */
export function rowWords(
  row: OutlineRow,
  cadence: Cadence,
  graph: FlowGraph,
  badge: Badge | undefined
): string {
  if (row.type === 'group') return row.title;
  if (row.type === 'way') {
    return [row.words, goesWords(graph, row)].filter((part) => part !== '').join(': ');
  }
  return stepRowWords(row, cadence, graph, badge);
}

function stepRowWords(
  row: StepRow,
  cadence: Cadence,
  graph: FlowGraph,
  badge: Badge | undefined
): string {
  const node = graph.nodes.get(row.id);
  if (!node) return '';
  const title = titleOf(node);
  const line = describeNode(node, cadence);
  return [
    row.way?.words ? `${row.way.words}: ${title}` : title,
    node.kind === 'stage' ? 'stage' : '',
    line === title ? sortOf(node) : line,
    meetsWords(graph, row.meets),
    badge?.text.replaceAll('\n', ' ') ?? ''
  ]
    .filter((part) => part !== '')
    .join(', ');
}
