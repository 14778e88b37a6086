import type { EditHistory, HistoryEntry } from './draft';

/** Steps of undo that are kept with a draft. */
export const HISTORY_LIMIT = 200;

export const EMPTY_HISTORY: EditHistory = { undo: [], redo: [] };

/** A new step: what was undone before can no longer be redone. */
export function record(history: EditHistory, entry: HistoryEntry): EditHistory {
  return { undo: [...history.undo, entry].slice(-HISTORY_LIMIT), redo: [] };
}
