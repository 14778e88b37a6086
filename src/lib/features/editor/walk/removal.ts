import type { Edit, NodeId } from '$lib/domain';
import { removeSelected } from '../commands/remove';
import type { EditorState } from '../editor-state.svelte';
import { neighborOf } from './neighbor';
import type { Reading } from './reading.svelte';

/** Deleting what is selected, and where the keys are then; null when nothing is selected. */
export function removalOf(
  { cadence, selection }: Pick<EditorState, 'cadence' | 'selection'>,
  { graph, outline }: Reading,
  at: NodeId | null
): { readonly edit: Edit; readonly next: NodeId | null } | null {
  const edit = removeSelected(cadence, selection);
  if (!edit) return null;
  const [firstNode] = selection.nodes;
  const [firstEdge] = selection.edges;
  if (firstNode === undefined) {
    return { edit, next: cadence.edges.find(({ id }) => id === firstEdge)?.from ?? null };
  }
  const start = at ?? firstNode;
  const isGone = selection.nodes.has(start);
  return { edit, next: isGone ? neighborOf(graph, outline.order, selection.nodes, start) : start };
}
