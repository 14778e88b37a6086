import type { Cadence, NodeId } from '$lib/domain';
import { flowGraph, type FlowGraph } from '../walk/flow-graph';
import { counted } from './counted';
import type { Outline, OutlineRow } from './rows';
import { topRun, writeFlow } from './write-flow';

/**
 * A cadence as a list: along the flow, ways that are not the usual one moved in, each step once and
 * where all ways to it have met, everything else as a reference. Stages are headings over the steps
 * that follow.
 */
export function outlineOf(cadence: Cadence, graph: FlowGraph = flowGraph(cadence)): Outline {
  const rows: OutlineRow[] = [];
  const placed = new Set<NodeId>();
  const entries = cadence.nodes.filter(({ kind }) => kind === 'entry');
  writeFlow({ graph, placed, rows }, ids(entries), topRun(null));
  for (const { title, roots } of groupsOf(cadence, graph, placed)) {
    const fresh = [...new Set(roots)].filter((id) => !placed.has(id));
    if (fresh.length === 0) continue;
    const key = `group ${title}`;
    rows.push({ type: 'group', key, title, level: 1, indent: 0, parent: null });
    for (const root of fresh) {
      if (!placed.has(root)) writeFlow({ graph, placed, rows }, [root], topRun(key));
    }
  }
  return counted(rows, graph);
}

/** Headings over what entries do not lead to, and what stands first under them. */
function* groupsOf(
  { nodes, handlers = [], moves = [] }: Cadence,
  graph: FlowGraph,
  placed: ReadonlySet<NodeId>
): Generator<{ readonly title: string; readonly roots: readonly NodeId[] }> {
  const jumps = handlers.flatMap(({ effect }) => ('to' in effect ? [effect.to] : []));
  const anywhere = [...jumps, ...moves.map(({ to }) => to)];
  yield { title: 'From anywhere', roots: anywhere.filter((id) => graph.nodes.has(id)) };
  const steps = nodes.filter(({ id, kind }) => kind !== 'note' && !placed.has(id));
  const first = steps.filter(({ id }) => !graph.into.has(id));
  yield { title: 'Not connected', roots: ids([...first, ...steps]) };
  yield { title: 'Notes', roots: ids(nodes.filter(({ kind }) => kind === 'note')) };
}

function ids(nodes: readonly { readonly id: NodeId }[]): readonly NodeId[] {
  return nodes.map(({ id }) => id);
}
