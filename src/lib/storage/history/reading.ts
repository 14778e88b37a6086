/** Parts of an undo log that are read when they are about to be needed. */
import { earlierOf, replaced } from './edit-history';
import type { EditHistory, HistoryEntry, HistoryPart, HistorySide } from './history';

/** Steps at hand below which the next part is read. */
const AT_HAND = 50;
const SIDES: readonly HistorySide[] = ['undo', 'redo'];

/** The part to read next, so that nobody has to wait for it; null when enough steps are at hand. */
export function wantedPart(history: EditHistory): string | null {
  for (const side of SIDES) {
    const parts = earlierOf(history, side);
    const unread = parts.findLastIndex(({ entries }) => !entries);
    const read = parts.slice(unread + 1).reduce((sum, { count }) => sum + count, 0);
    const part = parts[unread];
    if (part && history[side].length + read < AT_HAND) return part.id;
  }
  return null;
}

/** The log with the steps of a part that was read. */
export function withPart(
  history: EditHistory,
  id: string,
  entries: readonly HistoryEntry[]
): EditHistory {
  const fill = (part: HistoryPart): HistoryPart =>
    part.id === id ? { id, count: entries.length, entries } : part;
  return each(history, (parts) => parts.map(fill));
}

/** The log without a part that is lost, and without everything before it, which cannot be reached. */
export function withoutPart(history: EditHistory, id: string): EditHistory {
  return each(history, (parts) => parts.slice(parts.findLastIndex((part) => part.id === id) + 1));
}

/** The log without what was not read: all that can be kept under another name. */
export function onlyRead(history: EditHistory): EditHistory {
  return each(history, (parts) => parts.slice(parts.findLastIndex(({ entries }) => !entries) + 1));
}

function each(
  history: EditHistory,
  change: (parts: readonly HistoryPart[]) => readonly HistoryPart[]
): EditHistory {
  return SIDES.reduce(
    (changed, side) => replaced(changed, side, changed[side], change(earlierOf(changed, side))),
    history
  );
}
