import type { CadenceNode, NodeId } from '$lib/domain';
import { blocksOf, isEnd, neededPaths, type Block } from '../1-resolve/blocks';
import type { Link } from '../1-resolve/graph';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst } from '../1-resolve/traverse';
import { leastTimeIn } from './time';

/** Where each step can lead without any time passing. */
export function instantWays(resolved: ResolvedCadence): Map<NodeId, readonly NodeId[]> {
  const { live, graph } = resolved;
  const ways = new Map(
    live.map((node) => {
      const links = graph.links.get(node.id) ?? [];
      const instant = links.filter((link) => !takesTime(node, link, resolved));
      return [node.id, instant.flatMap(({ edge }) => edge?.to ?? [])] as const;
    })
  );
  // Inner forks first, so that what an inner join waits for counts for the outer one.
  for (const block of blocksOf(resolved)) {
    if (joinTakesTime(block, ways, resolved)) ways.set(block.join.id, []);
  }
  return ways;
}

/** A person does it, or it waits: by this port the lead leaves later than it came. */
function takesTime(node: CadenceNode, { port }: Link, resolved: ResolvedCadence): boolean {
  if (leastTimeIn(node, port.id, resolved) > 0) return true;
  if (node.kind === 'action') {
    return node.mode !== 'automatic' && !(node.continueWithoutCompletion && port.id === 'done');
  }
  if (node.kind !== 'wait') return false;
  // What a condition asks for may hold at once, a date may have passed; a signal has to come anew.
  return node.until.type === 'event' && port.id === 'met' && !node.until.condition;
}

/** Whether so many paths take time that the join cannot let go at once. */
function joinTakesTime(
  { fork, join }: Block,
  ways: ReadonlyMap<NodeId, readonly NodeId[]>,
  { graph }: ResolvedCadence
): boolean {
  const arrivesAtOnce = (first: NodeId) =>
    depthFirst([first], { get: (id) => (id === join.id ? [] : ways.get(id)) }).some(
      (id) => id === join.id || isEnd(graph.nodes.get(id))
    );
  const quick = (graph.next.get(fork.id) ?? []).filter(arrivesAtOnce).length;
  return quick < neededPaths({ fork, join });
}
