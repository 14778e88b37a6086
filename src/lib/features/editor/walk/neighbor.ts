import type { NodeId } from '$lib/domain';
import { waysOn, type FlowGraph } from './flow-graph';

/**
 * Where to go when steps are deleted: to the nearest step that led to them, else to what they led
 * to, else to what stands beside them in the list. Null when nothing is left.
 */
export function neighborOf(
  graph: FlowGraph,
  order: readonly NodeId[],
  gone: ReadonlySet<NodeId>,
  at: NodeId
): NodeId | null {
  const stays = (id: NodeId) => !gone.has(id) && graph.nodes.has(id);
  const before = (graph.into.get(at) ?? []).map(({ from }) => from).find(stays);
  if (before !== undefined) return before;
  const after = waysOn(graph, at)
    .map(({ to }) => to)
    .find(stays);
  if (after !== undefined) return after;
  const index = Math.max(0, order.indexOf(at));
  return (
    order.slice(0, index).toReversed().find(stays) ??
    order.slice(index).find(stays) ??
    [...graph.nodes.keys()].find(stays) ??
    null
  );
}
