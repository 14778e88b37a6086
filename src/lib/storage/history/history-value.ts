import { applyEdit, type CadenceFile, type Edit } from '$lib/domain';
import { earlierOf, replaced, EMPTY_HISTORY } from './edit-history';
import type { EditHistory, HistoryEntry, HistorySide } from './history';
import { parseReferences, reference } from './history-part';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The file after an entry; null when it is none, or does not fit the file. */
function step(file: CadenceFile, entry: unknown): CadenceFile | null {
  if (!isObject(entry) || typeof entry['label'] !== 'string' || !isObject(entry['edit']))
    return null;
  try {
    // Stored edits are of any shape until one has been applied; an unknown kind throws.
    const applied = applyEdit(file, entry['edit'] as unknown as Edit);
    return applied.ok ? applied.value : null;
  } catch {
    return null;
  }
}

/** The newest entries that can really be taken, one after the other, from the file as it is. */
function usable(entries: readonly unknown[], file: CadenceFile): readonly HistoryEntry[] {
  let current: CadenceFile | null = file;
  let first = entries.length;
  while (first > 0) {
    current = step(current, entries[first - 1]);
    if (!current) break;
    first--;
  }
  return entries.slice(first) as readonly HistoryEntry[];
}

/** Reads a stored undo log. A log that does not fit is cut where it stops fitting; the file matters more. */
export function parseHistory(value: unknown, file: CadenceFile): EditHistory {
  if (!isObject(value)) return EMPTY_HISTORY;
  const sides: readonly HistorySide[] = ['undo', 'redo'];
  return sides.reduce((history, side) => {
    const stored = Array.isArray(value[side]) ? value[side] : [];
    const recent = usable(stored, file);
    const earlier = isObject(value['earlier']) ? parseReferences(value['earlier'][side]) : [];
    const isWhole = Array.isArray(value[side]) && recent.length === stored.length;
    return replaced(history, side, recent, isWhole ? earlier : []);
  }, EMPTY_HISTORY);
}

/** The log as it is written with a draft: its parts stand elsewhere. */
export function historyValue(history: EditHistory): EditHistory {
  const sides: readonly HistorySide[] = ['undo', 'redo'];
  return sides.reduce(
    (value, side) => replaced(value, side, history[side], earlierOf(history, side).map(reference)),
    EMPTY_HISTORY
  );
}
