import type { NodeId } from '$lib/domain';

/** Where each node leads. */
export type Next = ReadonlyMap<NodeId, readonly NodeId[]>;

/** Every node that can be reached from `starts`, depth first in their order and that of `next`. */
export function depthFirst(starts: readonly NodeId[], next: Pick<Next, 'get'>): NodeId[] {
  const seen = new Set<NodeId>();
  const stack = starts.toReversed();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const successors = next.get(id) ?? [];
    for (let i = successors.length - 1; i >= 0; i--) stack.push(successors[i]!);
  }
  return [...seen];
}

/** The same graph with every edge turned round. */
function reversed(next: Next): Next {
  const back = new Map<NodeId, NodeId[]>();
  for (const id of next.keys()) back.set(id, []);
  for (const [id, successors] of next) for (const to of successors) back.get(to)?.push(id);
  return back;
}

/** Every node from which one of `ends` can be reached, the ends themselves included. */
export function reaching(ends: Iterable<NodeId>, next: Next): Set<NodeId> {
  const back = reversed(next);
  const found = new Set<NodeId>();
  const stack = [...ends];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    stack.push(...(back.get(id) ?? []));
  }
  return found;
}
