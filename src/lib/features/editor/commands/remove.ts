import type { Cadence, Edit } from '$lib/domain';
import type { Selection } from '../state/selection.svelte';

/** Deletes what is selected as one step; edges of deleted nodes go with them. Null: nothing to do. */
export function removeSelected(
  cadence: Cadence,
  selection: Pick<Selection, 'nodes' | 'edges'>
): Edit | null {
  const nodes = cadence.nodes.filter((node) => selection.nodes.has(node.id));
  const edges = cadence.edges.filter(
    (edge) =>
      selection.edges.has(edge.id) &&
      !selection.nodes.has(edge.from) &&
      !selection.nodes.has(edge.to)
  );
  const edits: readonly Edit[] = [
    ...edges.map((edge): Edit => ({ kind: 'disconnect', id: edge.id })),
    ...nodes.map((node): Edit => ({ kind: 'removeNode', id: node.id }))
  ];
  return edits.length === 0 ? null : { kind: 'batch', edits };
}
