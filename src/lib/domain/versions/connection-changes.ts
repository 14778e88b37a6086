import type { Cadence, CadenceEdge } from '../cadence';
import { nameOf } from '../kinds/node-base';
import { portsOf } from '../kinds/registry';
import type { ConnectionChange } from './diff';

/** Connections that came, went, or lead elsewhere: those of one port are the same connection. */
export function connectionChanges(before: Cadence, after: Cadence): readonly ConnectionChange[] {
  const old = byPort(before.edges);
  const fresh = byPort(after.edges);
  const changes: ConnectionChange[] = [];
  for (const [place, edge] of fresh) {
    const was = old.get(place);
    if (was && was.to === edge.to) continue;
    const to = quoted(edge.to, after);
    changes.push({
      change: was ? 'rerouted' : 'added',
      edge: edge.id,
      ...(was && { was: was.id }),
      words: was
        ? `${wayOf(edge, after)} leads to ${to} instead of ${quoted(was.to, before)}`
        : `${wayOf(edge, after)} leads to ${to}`
    });
  }
  for (const [place, edge] of old) {
    if (fresh.has(place)) continue;
    const words = `${wayOf(edge, before)} no longer leads to ${quoted(edge.to, before)}`;
    changes.push({ change: 'removed', edge: edge.id, words });
  }
  return changes;
}

/** Of several edges at a port each is told apart by its turn. */
function byPort(edges: readonly CadenceEdge[]): ReadonlyMap<string, CadenceEdge> {
  const found = new Map<string, CadenceEdge>();
  for (const edge of edges) {
    let turn = 0;
    while (found.has(`${edge.from} ${edge.port} ${turn}`)) turn += 1;
    found.set(`${edge.from} ${edge.port} ${turn}`, edge);
  }
  return found;
}

/** `“Call 1” after “Interested”`; a step with one way out says nothing of it. */
function wayOf({ from, port }: CadenceEdge, cadence: Cadence): string {
  const node = cadence.nodes.find(({ id }) => id === from);
  const ports = node ? portsOf(node, cadence) : [];
  const name = ports.find(({ id }) => id === port)?.name || port;
  return ports.length === 1 && ports[0]?.id === port
    ? quoted(from, cadence)
    : `${quoted(from, cadence)} after “${name}”`;
}

function quoted(id: string, { nodes }: Cadence): string {
  return `“${nameOf(id, nodes)}”`;
}
