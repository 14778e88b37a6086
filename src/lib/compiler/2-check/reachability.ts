import { components } from '../1-resolve/components';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { reaching } from '../1-resolve/traverse';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { removeStep } from './fixes';

/** CMP-12: every step can be reached. Says nothing until there is one entry. */
export function checkReachable({ cadence, entry, live }: ResolvedCadence): Diagnostic[] {
  if (!entry) return [];
  const reached = new Set(live);
  return cadence.nodes
    .filter((node) => node.kind !== 'note' && !reached.has(node))
    .map((node) =>
      diagnose('unreachable-step', [nameOf(node)], { node: node.id, fix: removeStep(node) })
    );
}

/**
 * CMP-13: every step has a way to an exit. One diagnostic for each circle that has none; loose ends
 * are another check's.
 */
export function checkWayOut({ live, graph }: ResolvedCadence): Diagnostic[] {
  const ends = live.filter(({ id }) => graph.links.get(id)?.every((link) => !link.edge) ?? true);
  const loose = live.filter(({ id }) => graph.links.get(id)?.some((link) => !link.edge));
  const out = reaching(
    [...ends, ...loose].map(({ id }) => id),
    graph.next
  );
  const trapped = live.map(({ id }) => id).filter((id) => !out.has(id));
  const order = new Map(live.map((node, index) => [node.id, index]));

  return components(trapped, graph.next)
    .filter((group) => {
      const inside = new Set(group);
      return group.every((id) => graph.next.get(id)?.every((to) => inside.has(to)));
    })
    .map((group) => Math.min(...group.map((id) => order.get(id) ?? 0)))
    .sort((a, b) => a - b)
    .flatMap((index) => live[index] ?? [])
    .map((node) => diagnose('no-way-out', [nameOf(node)], { node: node.id }));
}
