import type { NodeId } from '$lib/domain';
import { present } from '$lib/util';
import { blocksOf, isEnd, outsideOf, type Block } from '../1-resolve/blocks';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst } from '../1-resolve/traverse';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';

/** CMP-92, CMP-93, CMP-94, CMP-97: paths begin at their fork, end at its join, and hold no stages. */
export function checkBlocks(resolved: ResolvedCadence): Diagnostic[] {
  if (!resolved.entry) return [];
  return [
    ...lonelyJoins(resolved),
    ...blocksOf(resolved).flatMap((block) => [
      ...crossings(block, resolved),
      ...pathsThatMiss(block, resolved),
      ...stagesIn(block, resolved)
    ])
  ];
}

/** Joins that leads come to, of forks that none comes to. */
function lonelyJoins({ live, graph }: ResolvedCadence): Diagnostic[] {
  const reached = new Set(live);
  return live.flatMap((node) => {
    const fork = node.kind === 'join' && node.fork !== undefined && graph.nodes.get(node.fork);
    if (!fork || fork.kind !== 'fork' || reached.has(fork)) return [];
    return [diagnose('join-from-outside', [nameOf(node), nameOf(fork)], { node: node.id })];
  });
}

/** The first step that is both on a path of the fork and outside; else the join, if it is outside. */
function crossings(block: Block, resolved: ResolvedCadence): Diagnostic[] {
  const { fork, join, inside } = block;
  const outside = outsideOf(block, resolved);
  const shared = resolved.live.find(
    (node) => inside.has(node.id) && outside.has(node.id) && !isEnd(node)
  );
  if (shared) {
    return [diagnose('path-leaves-fork', [nameOf(shared), nameOf(fork)], { node: shared.id })];
  }
  if (!outside.has(join.id)) return [];
  return [diagnose('join-from-outside', [nameOf(join), nameOf(fork)], { node: join.id })];
}

function pathsThatMiss({ fork, join }: Block, { graph }: ResolvedCadence): Diagnostic[] {
  return present(graph.links.get(fork.id), fork.id).flatMap(({ port, edge }) => {
    if (!edge) return [];
    const ahead = depthFirst([edge.to], graph.next);
    // A path that is not finished yet is told where it ends.
    const isLoose = ahead.some((id) => graph.links.get(id)?.some((link) => !link.edge));
    if (ahead.includes(join.id) || isLoose) return [];
    const parts = [port.name || port.id, nameOf(fork), nameOf(join)] as const;
    return [diagnose('path-misses-join', [...parts], { node: fork.id, field: 'paths' })];
  });
}

function stagesIn({ fork, inside }: Block, resolved: ResolvedCadence): Diagnostic[] {
  const isInner = (id: NodeId) =>
    blocksOf(resolved).some(
      (other) => other.fork !== fork && inside.has(other.fork.id) && other.inside.has(id)
    );
  return resolved.live
    .filter((node) => node.kind === 'stage' && inside.has(node.id) && !isInner(node.id))
    .map((node) => diagnose('stage-in-fork', [nameOf(node), nameOf(fork)], { node: node.id }));
}
