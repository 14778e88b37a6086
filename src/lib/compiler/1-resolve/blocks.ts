import type { CadenceNode, ForkNode, JoinNode, NodeId } from '$lib/domain';
import { landingsOf } from './landings';
import type { ResolvedCadence } from './resolve';
import { depthFirst } from './traverse';

/** A fork, the join that its paths meet at, and the steps between them. */
export interface Block {
  readonly fork: ForkNode;
  readonly join: JoinNode;
  /** Without the fork and the join. */
  readonly inside: ReadonlySet<NodeId>;
}

type Read = Pick<ResolvedCadence, 'cadence' | 'graph' | 'live' | 'entry'>;

/** The forks that one join names, the innermost first. */
export function blocksOf({ live, graph }: Pick<Read, 'live' | 'graph'>): Block[] {
  const joins = live.filter((node) => node.kind === 'join');
  return live
    .filter((node) => node.kind === 'fork')
    .flatMap((fork): Block[] => {
      const [join, ...others] = joins.filter((one) => one.fork === fork.id);
      if (!join || others.length > 0) return [];
      const found = depthFirst(graph.next.get(fork.id) ?? [], {
        get: (id) => (id === join.id ? [] : graph.next.get(id))
      });
      return [{ fork, join, inside: new Set(found.filter((id) => id !== join.id)) }];
    })
    .sort((a, b) => a.inside.size - b.inside.size);
}

/**
 * Steps that leads come to without being on a path of the fork, as the graph has it: what a sound
 * block shares none of, but ends.
 */
export function outsideOf({ fork, join }: Block, resolved: Read): ReadonlySet<NodeId> {
  const { entry, graph } = resolved;
  const starts = [
    ...(entry ? [entry.id] : []),
    ...landingsOf(resolved),
    ...(graph.next.get(join.id) ?? [])
  ];
  return new Set(depthFirst(starts, { get: (id) => (id === fork.id ? [] : graph.next.get(id)) }));
}

/** Whether a token ends here: an exit, or a handoff that ends. */
export function isEnd(node: CadenceNode | undefined): boolean {
  return node?.kind === 'exit' || (node?.kind === 'handoff' && node.then === 'end');
}

/** How many paths must have arrived before the join lets go. */
export function neededPaths({ fork, join }: Pick<Block, 'fork' | 'join'>): number {
  const paths = fork.paths.length;
  if (join.policy.type === 'all') return paths;
  return join.policy.type === 'any' ? 1 : Math.min(join.policy.count, paths);
}
