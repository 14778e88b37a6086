import type { Cadence, CadenceNode, NodeId } from '$lib/domain';
import { faceOf, titleOf } from '$lib/drawing';

/** Ids of XML may not begin with a digit, and are shared by everything in the document. */
export function stepId(id: NodeId): string {
  return `step-${id}`;
}

/** What an element is called: a wait for a time by its length, as on the canvas. */
export function labelOf(node: CadenceNode, cadence: Cadence): string {
  const byLength = node.kind === 'wait' && node.until.type !== 'event';
  return byLength ? faceOf(node, cadence).pill : titleOf(node);
}
