import type { NodeId } from '$lib/domain';
import { isEnd } from '../1-resolve/blocks';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst } from '../1-resolve/traverse';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { listed, nameOf } from '../diagnostics/naming';

/** CMP-98: every step between stages lies in one of them; told where the ways of two stages meet. */
export function checkStages({ live, graph }: ResolvedCadence): Diagnostic[] {
  const stages = live.filter((node) => node.kind === 'stage');
  const within = new Map<NodeId, Set<NodeId>>();
  for (const { id } of stages) {
    const isStage = (other: NodeId) => graph.nodes.get(other)?.kind === 'stage';
    const next = { get: (other: NodeId) => (isStage(other) ? [] : graph.next.get(other)) };
    for (const step of depthFirst(graph.next.get(id) ?? [], next)) {
      if (!isStage(step)) within.set(step, (within.get(step) ?? new Set<NodeId>()).add(id));
    }
  }
  const sizeOf = (id: NodeId) => within.get(id)?.size ?? 0;
  const meets = new Set(
    live.flatMap(({ id }) => (graph.next.get(id) ?? []).filter((to) => sizeOf(to) > sizeOf(id)))
  );
  return live
    .filter((node) => meets.has(node.id) && sizeOf(node.id) > 1 && !isEnd(node))
    .map((node) => {
      const names = stages.filter(({ id }) => within.get(node.id)?.has(id)).map(nameOf);
      return diagnose('step-in-two-stages', [nameOf(node), listed(names)], { node: node.id });
    });
}
