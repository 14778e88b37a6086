import type { ForkNode, JoinNode } from '$lib/domain';
import { blocksOf } from '../1-resolve/blocks';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { withFix } from './fixes';

/** CMP-90, CMP-91, CMP-95, CMP-96: every fork has paths and one join, every join one fork and paths enough. */
export function checkForks(resolved: ResolvedCadence): Diagnostic[] {
  const forks = resolved.live.filter((node) => node.kind === 'fork');
  const joins = resolved.live.filter((node) => node.kind === 'join');
  const named = new Set(joins.map(({ fork }) => fork));
  const lonely = forks.filter(({ id }) => !named.has(id));
  const loose = joins.filter(({ fork }) => fork === undefined);
  const [onlyFork, onlyJoin] = [theOnly(lonely), theOnly(loose)];
  const fix = onlyFork && onlyJoin ? pair(onlyFork, onlyJoin) : null;
  return [
    ...forks.flatMap((node) => checkFork(node, named.has(node.id), fix)),
    ...joins.flatMap((node) => checkPair(node, joins, resolved, fix)),
    ...blocksOf(resolved).flatMap(({ fork, join }) => checkPolicy(join, fork))
  ];
}

function checkFork(node: ForkNode, isNamed: boolean, fix: QuickFix | null): Diagnostic[] {
  return [
    ...(isNamed
      ? []
      : [diagnose('unpaired-fork', [nameOf(node)], withFix({ node: node.id }, fix))]),
    ...(node.paths.length === 0
      ? [diagnose('fork-without-paths', [nameOf(node)], { node: node.id, field: 'paths' })]
      : [])
  ];
}

function checkPair(
  node: JoinNode,
  joins: readonly JoinNode[],
  { graph, live }: ResolvedCadence,
  fix: QuickFix | null
): Diagnostic[] {
  const place = { node: node.id, field: 'fork' };
  if (node.fork === undefined) {
    return [diagnose('unpaired-join', [nameOf(node), 'names no fork'], withFix(place, fix))];
  }
  const fork = graph.nodes.get(node.fork);
  // A step that is gone is told by the check of references.
  if (!fork) return [];
  if (fork.kind !== 'fork') {
    return [
      diagnose('unpaired-join', [nameOf(node), `names ${nameOf(fork)}, which is no fork`], place)
    ];
  }
  if (!live.includes(fork)) {
    const why = `names ${nameOf(fork)}, to which no lead comes`;
    return [diagnose('unpaired-join', [nameOf(node), why], place)];
  }
  const first = joins.find((other) => other.fork === node.fork);
  if (first === node || !first) return [];
  const why = `names ${nameOf(fork)}, whose paths already meet at ${nameOf(first)}`;
  return [diagnose('unpaired-join', [nameOf(node), why], place)];
}

function checkPolicy(join: JoinNode, fork: ForkNode): Diagnostic[] {
  const { policy } = join;
  const paths = fork.paths.length;
  if (policy.type !== 'atLeast' || policy.count <= paths || paths === 0) return [];
  const edit = { kind: 'updateNode', node: { ...join, policy: { type: 'all' } } } as const;
  return [
    diagnose('join-never-enough', [nameOf(join), policy.count, paths], {
      node: join.id,
      field: 'policy',
      fix: { label: 'Wait for all paths', edit }
    })
  ];
}

function pair(fork: ForkNode, join: JoinNode): QuickFix {
  return {
    label: `Let ${nameOf(join)} bring the paths of ${nameOf(fork)} together`,
    edit: { kind: 'updateNode', node: { ...join, fork: fork.id } }
  };
}

function theOnly<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null;
}
