import type { Fault } from '../fault';
import { pathOf, quoted } from './paths';

/** Edges whose ends are not nodes. Reads data of any shape, so that these show beside other faults. */
export function edgeEndFaults(cadence: unknown, path: readonly (string | number)[]): Fault[] {
  const { nodes, edges } = record(cadence);
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return [];
  const ids = new Set(nodes.map((node: unknown) => record(node)['id']));
  const faults: Fault[] = [];
  edges.forEach((edge: unknown, i) => {
    for (const end of ['from', 'to']) {
      const id = record(edge)[end];
      if (typeof id !== 'string' || ids.has(id)) continue;
      const message = `names the node ${quoted(id)}, which does not exist`;
      faults.push({ path: pathOf([...path, 'edges', i, end]), message });
    }
  });
  return faults;
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
