import type { Cadence, CadenceNode, Edit } from '$lib/domain';
import { wayOf } from './connect';

/** Changes a node and takes away the edges that left by ports it no longer has. */
export function withoutWays(cadence: Cadence, node: CadenceNode, gone: readonly string[]): Edit {
  const cut = gone.flatMap((port): Edit[] => {
    const edge = wayOf(cadence, node.id, port);
    return edge ? [{ kind: 'disconnect', id: edge.id }] : [];
  });
  const update: Edit = { kind: 'updateNode', node };
  return cut.length === 0 ? update : { kind: 'batch', edits: [update, ...cut] };
}
