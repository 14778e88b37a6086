/** Questions about how groups lead to each other; `nexts` are the groups that a group leads to. */

/** Bits: leads may come that nobody has reached out to; that somebody has. */
export const UNTOUCHED = 1;
const TOUCHED = 2;

interface Linked {
  readonly head: number;
  readonly last: { readonly ways: readonly { readonly to: number }[] };
}

/** Every group before those it leads to, but for loops; the one at `start` first. */
export function inOrder<Chain extends Linked>(start: number, chains: readonly Chain[]): Chain[] {
  const byHead = new Map(chains.map((chain) => [chain.head, chain]));
  const seen = new Set<number>();
  const done: Chain[] = [];
  // By hand instead of by calls: a cadence may be hundreds of steps deep.
  const open: { readonly chain: Chain; next: number }[] = [];
  const visit = (head: number): void => {
    const chain = byHead.get(head);
    if (!chain || seen.has(head)) return;
    seen.add(head);
    open.push({ chain, next: 0 });
  };
  visit(start);
  for (let top = open[open.length - 1]; top; top = open[open.length - 1]) {
    const way = top.chain.last.ways[top.next++];
    if (way) visit(way.to);
    else {
      done.push(top.chain);
      open.pop();
    }
  }
  return done.reverse();
}

/** Whether a lead may come to a group more than once. */
export function comesAgain(group: number, nexts: readonly (readonly number[])[]): boolean {
  const seen = new Set<number>();
  const open = [...(nexts[group] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === group) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(nexts[next] ?? []));
  }
  return false;
}

/** What leads may come to each group: bits of UNTOUCHED and TOUCHED. A task ends its group. */
export function touchesBefore(
  nexts: readonly (readonly number[])[],
  isTask: readonly boolean[]
): number[] {
  const before: number[] = nexts.map((_, group) => (group === 0 ? UNTOUCHED : 0));
  for (let changed = true; changed;) {
    changed = false;
    nexts.forEach((next, group) => {
      const here = before[group] ?? 0;
      const after = here > 0 && isTask[group] ? TOUCHED : here;
      for (const to of next) {
        const both = (before[to] ?? 0) | after;
        if (both === before[to]) continue;
        before[to] = both;
        changed = true;
      }
    });
  }
  return before;
}
