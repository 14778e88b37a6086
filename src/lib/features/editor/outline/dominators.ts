import type { NodeId } from '$lib/domain';

/** What can be reached from some roots, in an order in which a step comes after all that lead to it (loops aside). */
export interface Reach {
  readonly order: readonly NodeId[];
  /** Place in `order`. */
  readonly rank: ReadonlyMap<NodeId, number>;
  /** The last step that every way to this one passes; null where there is none. */
  readonly gate: ReadonlyMap<NodeId, NodeId | null>;
}

/** Computed over an invisible step in front of all roots; `next` gives where a step leads, in order. */
export function reachOf(roots: readonly NodeId[], next: (id: NodeId) => readonly NodeId[]): Reach {
  const order = topological(roots, next);
  const rank = new Map(order.map((id, index) => [id, index + 1]));
  const before: number[][] = order.map(() => []);
  for (const id of order) {
    for (const to of next(id)) {
      const at = rank.get(to);
      if (at !== undefined) before[at - 1]?.push(rank.get(id) ?? 0);
    }
  }
  for (const root of roots) before[(rank.get(root) ?? 1) - 1]?.push(0);
  // The last first: so each climbs only from one to the next, where thousands lead to one.
  for (const sources of before) sources.sort((a, b) => b - a);
  const gates = gatesOf(before);
  return {
    order,
    rank,
    gate: new Map(order.map((id, index) => [id, order[(gates[index + 1] ?? 0) - 1] ?? null]))
  };
}

/** Whether every way to `id` passes `gate`. */
export function isGateOf({ gate, rank }: Reach, candidate: NodeId, id: NodeId): boolean {
  const goal = rank.get(candidate) ?? 0;
  let at: NodeId | null = id;
  while (at !== null && (rank.get(at) ?? 0) > goal) at = gate.get(at) ?? null;
  return at === candidate;
}

/** Depth first, backwards: a step stands before what it leads to, but for loops. */
function topological(
  roots: readonly NodeId[],
  next: (id: NodeId) => readonly NodeId[]
): readonly NodeId[] {
  const done: NodeId[] = [];
  const seen = new Set<NodeId>();
  for (const root of roots.toReversed()) {
    if (seen.has(root)) continue;
    seen.add(root);
    // What is visited first comes last, so the last ways are gone first.
    const path = [{ id: root, rest: [...next(root)] }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = top.rest.pop();
      if (to === undefined) {
        done.push(top.id);
        path.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        path.push({ id: to, rest: [...next(to)] });
      }
    }
  }
  return done.toReversed();
}

/** Immediate dominators by repeated intersection; steps are numbered from 1, 0 stands before all. */
function gatesOf(before: readonly (readonly number[])[]): readonly number[] {
  const gates: number[] = [0];
  const meet = (a: number, b: number) => {
    while (a !== b) {
      while (a > b) a = gates[a] ?? 0;
      while (b > a) b = gates[b] ?? 0;
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    before.forEach((sources, index) => {
      const known = sources.filter((source) => gates[source] !== undefined);
      const gate = known.reduce(meet);
      if (gates[index + 1] !== gate) {
        gates[index + 1] = gate;
        changed = true;
      }
    });
  }
  return gates;
}
