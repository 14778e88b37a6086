import type { Edit } from '$lib/domain';
import type { EditHistory, HistoryEntry } from '$lib/storage';

/** After going back one step: `redo` leads forward again. */
export function stepBack(history: EditHistory, redo: HistoryEntry): EditHistory {
  return { undo: history.undo.slice(0, -1), redo: [...history.redo, redo] };
}

/** After going forward one step: `undo` leads back again. */
export function stepForward(history: EditHistory, undo: HistoryEntry): EditHistory {
  return { undo: [...history.undo, undo], redo: history.redo.slice(0, -1) };
}

/**
 * What an edit must have in common with the one before for both to be one step of undo while the
 * user goes on typing; null for edits that are always a step of their own. Two edits of the same
 * key have inverses that touch the same things, so the older inverse undoes both.
 */
export function groupKey(edit: Edit, changedFields: readonly string[]): string | null {
  switch (edit.kind) {
    case 'updateNode':
      return changedFields.length === 1 ? `node ${edit.node.id} ${changedFields[0]}` : null;
    case 'updateCadence':
      return `cadence ${Object.keys(edit.fields).sort().join(' ')}`;
    case 'moveNodes':
      return edit.direction === undefined && edit.routes === undefined
        ? `move ${Object.keys(edit.positions).sort().join(' ')}`
        : null;
    case 'setScenarios':
      return 'scenarios';
    default:
      return null;
  }
}
