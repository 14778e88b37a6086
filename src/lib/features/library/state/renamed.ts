import { applyEdit, invertEdit, labelOf, type Edit } from '$lib/domain';
import type { Draft } from '$lib/storage';
import { InvariantError } from '$lib/util';

/** The draft under another name, as one step of its undo log. */
export function renamed(draft: Draft, name: string): Omit<Draft, 'rev' | 'updatedAt'> {
  const edit: Edit = { kind: 'updateCadence', fields: { name } };
  const applied = applyEdit(draft.file, edit);
  if (!applied.ok) throw new InvariantError(`a rename was refused: ${applied.error.message}`);
  const back = { label: labelOf(edit, draft.file), edit: invertEdit(draft.file, edit) };
  return { file: applied.value, history: { undo: [...draft.history.undo, back], redo: [] } };
}
