import type { NodeId } from '$lib/domain';
import type { Next } from './traverse';

interface Visit {
  readonly id: NodeId;
  readonly successors: readonly NodeId[];
  at: number;
}

/**
 * The strongly connected components of the nodes in `among` (Tarjan, without recursion): each a set
 * of nodes that all reach one another, those that others lead to first.
 */
export function components(among: readonly NodeId[], next: Next): NodeId[][] {
  const allowed = new Set(among);
  const index = new Map<NodeId, number>();
  const low = new Map<NodeId, number>();
  const open: NodeId[] = [];
  const isOpen = new Set<NodeId>();
  const found: NodeId[][] = [];
  const visits: Visit[] = [];

  const enter = (id: NodeId) => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    open.push(id);
    isOpen.add(id);
    visits.push({ id, successors: (next.get(id) ?? []).filter((to) => allowed.has(to)), at: 0 });
  };
  const lower = (id: NodeId, to: number) => low.set(id, Math.min(low.get(id) ?? to, to));
  const close = (id: NodeId) => {
    if (low.get(id) !== index.get(id)) return;
    const component = open.splice(open.lastIndexOf(id));
    for (const member of component) isOpen.delete(member);
    found.push(component);
  };

  for (const start of among) {
    if (index.has(start)) continue;
    enter(start);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const to = visit.successors[visit.at++];
      if (to === undefined) {
        visits.pop();
        close(visit.id);
        const parent = visits.at(-1);
        if (parent) lower(parent.id, low.get(visit.id) ?? 0);
      } else if (!index.has(to)) {
        enter(to);
      } else if (isOpen.has(to)) {
        lower(visit.id, index.get(to) ?? 0);
      }
    }
  }
  return found;
}
