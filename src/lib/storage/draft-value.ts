import { parseCadenceValue, type CadenceId, type Fault } from '$lib/domain';
import type { StoredDocument } from './document-store';
import type { Draft, DraftEntry } from './draft';
import { historyValue, parseHistory } from './history/history-value';

/** The shape below; a newer one belongs to a newer build. The first had no earlier parts of the log. */
const VERSION = 2;

interface DraftValue extends Omit<Draft, 'rev'> {
  readonly v: typeof VERSION;
}

export function toValue(draft: Omit<Draft, 'rev'>): DraftValue {
  const { file, history, updatedAt } = draft;
  return { v: VERSION, file, history: historyValue(history), updatedAt };
}

function shapeFault(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { path: '', message: 'Not a stored cadence.' };
  }
  const { v } = value as Record<string, unknown>;
  if (v === VERSION || v === 1) return null;
  return typeof v === 'number' && v > VERSION
    ? { path: 'v', message: 'Stored by a newer version of the app. Reload to update.' }
    : { path: 'v', message: 'Not a stored cadence.' };
}

/** Reads a stored draft. What no longer parses comes back as it is, with everything wrong with it. */
export function toEntry(document: StoredDocument, cadence: CadenceId): DraftEntry {
  const { value, rev } = document;
  const damaged = (raw: unknown, faults: readonly Fault[]): DraftEntry => ({
    type: 'damaged',
    damaged: { cadence, raw, faults, rev }
  });
  const fault = shapeFault(value);
  if (fault) return damaged(value, [fault]);
  const stored = value as Record<string, unknown>;
  const parsed = parseCadenceValue(stored['file']);
  if (!parsed.ok) return damaged(stored['file'], parsed.error);
  const file = parsed.value;
  if (file.cadence.id !== cadence) {
    return damaged(file, [{ path: 'cadence.id', message: `Stored under another id, ${cadence}.` }]);
  }
  const updatedAt = Number.isSafeInteger(stored['updatedAt']) ? (stored['updatedAt'] as number) : 0;
  return {
    type: 'draft',
    draft: { file, history: parseHistory(stored['history'], file), updatedAt, rev }
  };
}
