import type { EditHistory, HistoryEntry, HistoryPart, HistorySide } from './history';
import { partOf, sizeOf } from './history-part';

/** More steps, or more text, than these are not written with every save. */
const MOST_RECENT = 200;
const MOST_TEXT = 256 * 1024;

export const EMPTY_HISTORY: EditHistory = { undo: [], redo: [] };

/** A new step: what was undone before can no longer be redone. */
export function record(history: EditHistory, entry: HistoryEntry): EditHistory {
  return pushed(replaced(history, 'redo', [], []), 'undo', entry);
}

/** After going back one step: `redo` leads forward again. */
export function stepBack(history: EditHistory, redo: HistoryEntry): EditHistory {
  return pushed(popped(history, 'undo'), 'redo', redo);
}

/** After going forward one step: `undo` leads back again. */
export function stepForward(history: EditHistory, undo: HistoryEntry): EditHistory {
  return pushed(popped(history, 'redo'), 'undo', undo);
}

/** The step that is next on a side; null when there is none, or none that was read. */
export function newest(history: EditHistory, side: HistorySide): HistoryEntry | null {
  return history[side].at(-1) ?? earlierOf(history, side).at(-1)?.entries?.at(-1) ?? null;
}

/** The newest steps of a side that were read, newest first. */
export function newestSteps(
  history: EditHistory,
  side: HistorySide,
  most: number
): readonly HistoryEntry[] {
  const found = history[side].slice(-most).reverse();
  for (const { entries } of earlierOf(history, side).toReversed()) {
    if (!entries || found.length >= most) break;
    found.push(...entries.slice(-(most - found.length)).reverse());
  }
  return found;
}

export function earlierOf(history: EditHistory, side: HistorySide): readonly HistoryPart[] {
  return history.earlier?.[side] ?? [];
}

/** The log without any step of a side. */
export function without(history: EditHistory, side: HistorySide): EditHistory {
  return replaced(history, side, [], []);
}

export function replaced(
  history: EditHistory,
  side: HistorySide,
  recent: readonly HistoryEntry[],
  parts: readonly HistoryPart[]
): EditHistory {
  const at = (each: HistorySide) => (each === side ? recent : history[each]);
  const before = (each: HistorySide) => (each === side ? parts : earlierOf(history, each));
  const [undo, redo] = [at('undo'), at('redo')];
  const earlier = { undo: before('undo'), redo: before('redo') };
  const none = earlier.undo.length + earlier.redo.length === 0;
  return none ? { undo, redo } : { undo, redo, earlier };
}

function pushed(history: EditHistory, side: HistorySide, entry: HistoryEntry): EditHistory {
  let recent: readonly HistoryEntry[] = [...history[side], entry];
  let parts = earlierOf(history, side);
  while (isTooMuch(recent)) {
    const half = Math.ceil(recent.length / 2);
    parts = [...parts, partOf(recent.slice(0, half))];
    recent = recent.slice(half);
  }
  return replaced(history, side, recent, parts);
}

function isTooMuch(recent: readonly HistoryEntry[]): boolean {
  if (recent.length > MOST_RECENT) return true;
  return recent.length > 1 && recent.reduce((sum, entry) => sum + sizeOf(entry), 0) > MOST_TEXT;
}

function popped(history: EditHistory, side: HistorySide): EditHistory {
  const recent = history[side];
  const parts = earlierOf(history, side);
  if (recent.length > 0) return replaced(history, side, recent.slice(0, -1), parts);
  const entries = parts.at(-1)?.entries ?? [];
  return replaced(history, side, entries.slice(0, -1), parts.slice(0, -1));
}
