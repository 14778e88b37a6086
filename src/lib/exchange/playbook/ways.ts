import { describeNode, type Cadence, type CadenceNode, type NodeId } from '$lib/domain';
import { drawnPorts, titleOf } from '$lib/drawing';
import type { PlaybookWay } from './types';

/** The ways that its outcomes do not tell already. */
export function waysOf(node: CadenceNode, cadence: Cadence): readonly PlaybookWay[] {
  const ports = drawnPorts(cadence).get(node.id) ?? [];
  const told = new Set(node.kind === 'action' ? (node.dispositions ?? []) : []);
  return ports.flatMap(({ id, name }) => {
    const edge = cadence.edges.find((each) => each.from === node.id && each.port === id);
    if (!edge || told.has(id)) return [];
    const when = ports.length === 1 ? '' : id === 'done' && told.size > 0 ? 'Otherwise' : name;
    return [{ when, to: nameOfStep(edge.to, cadence) }];
  });
}

/** What a step is called where another leads to it. */
export function nameOfStep(id: NodeId, cadence: Cadence): string {
  const node = cadence.nodes.find((each) => each.id === id);
  if (!node) return id;
  return node.kind === 'wait' ? describeNode(node, cadence) : titleOf(node);
}
