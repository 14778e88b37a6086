import type { Cadence, CadenceNode, NodeId } from '$lib/domain';
import { drawnPorts } from '$lib/drawing';

/** Ways that are taken when nothing special happened: they are followed first. */
const MAIN: ReadonlySet<string> = new Set(['next', 'done', 'default', 'met']);

/**
 * The steps in the order in which leads come to them: each after all that lead to it, but for ways back.
 * What no lead reaches comes last, as it stands in the file.
 */
export function stepsInOrder(cadence: Cadence): readonly CadenceNode[] {
  const ports = drawnPorts(cadence);
  const ways = new Map<NodeId, { to: NodeId; rank: number }[]>();
  for (const { from, port, to } of cadence.edges) {
    const at = (ports.get(from) ?? []).findIndex(({ id }) => id === port);
    const way = { to, rank: MAIN.has(port) ? -1 : at };
    const out = ways.get(from);
    if (out) out.push(way);
    else ways.set(from, [way]);
  }
  const nodes = new Map(cadence.nodes.map((node) => [node.id, node]));
  const seen = new Set<NodeId>();
  const entries = cadence.nodes.filter(({ kind }) => kind === 'entry');
  return [...reachedFrom(entries), ...reachedFrom(cadence.nodes)];

  /** Whatever is reached from these and was not before. What is finished last comes first. */
  function reachedFrom(starts: readonly CadenceNode[]): readonly CadenceNode[] {
    const done: CadenceNode[] = [];
    for (const { id } of starts.toReversed()) {
      const open: { id: NodeId; rest: NodeId[] }[] = [];
      const enter = (next: NodeId) => {
        if (seen.has(next) || !nodes.has(next)) return;
        seen.add(next);
        const out = [...(ways.get(next) ?? [])].sort((a, b) => a.rank - b.rank);
        open.push({ id: next, rest: out.map(({ to }) => to) });
      };
      enter(id);
      for (let last = open.at(-1); last; last = open.at(-1)) {
        const next = last.rest.pop();
        if (next !== undefined) enter(next);
        else {
          open.pop();
          const node = nodes.get(last.id);
          if (node) done.push(node);
        }
      }
    }
    return done.toReversed();
  }
}
