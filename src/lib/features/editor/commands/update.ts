import type { Cadence, CadenceNode, Edit } from '$lib/domain';
import { wayOf } from './connect';

/** New values for fields of a node; undefined takes an optional one away. */
export type Patch<N> = { readonly [F in Exclude<keyof N, 'id' | 'kind'>]?: N[F] | undefined };

/** The node with these fields changed. */
export function patched<N extends object>(node: N, patch: Patch<N>): N {
  const entries = Object.entries({ ...node, ...patch });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as N;
}

/** Changes a node and takes away the edges that left by ports it no longer has. */
export function withoutWays(cadence: Cadence, node: CadenceNode, gone: readonly string[]): Edit {
  const cut = gone.flatMap((port): Edit[] => {
    const edge = wayOf(cadence, node.id, port);
    return edge ? [{ kind: 'disconnect', id: edge.id }] : [];
  });
  const update: Edit = { kind: 'updateNode', node };
  return cut.length === 0 ? update : { kind: 'batch', edits: [update, ...cut] };
}
