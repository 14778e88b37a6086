import type { CadenceId, Instant } from '$lib/domain';
import type { Draft, DraftEntry } from '$lib/storage';
import { nameOf } from './words/summary';

export function idOf(entry: DraftEntry): CadenceId {
  return entry.type === 'draft' ? entry.draft.file.cadence.id : entry.damaged.cadence;
}

export function revOf(entry: DraftEntry): string {
  return entry.type === 'draft' ? entry.draft.rev : entry.damaged.rev;
}

/** What it is called on screen; a damaged one by what can still be read of it. */
export function titleOf(entry: DraftEntry): string {
  if (entry.type === 'draft') return nameOf(entry.draft.file.cadence);
  const name = dig(entry.damaged.raw, 'cadence', 'name');
  return (typeof name === 'string' && name.trim()) || 'Unreadable cadence';
}

function dig(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value
  );
}

function changedAt(entry: DraftEntry): Instant {
  // What is damaged asks for attention, so it comes first.
  return entry.type === 'draft' ? entry.draft.updatedAt : Number.POSITIVE_INFINITY;
}

/** Newest first; of equally new ones the one made later. */
export function newestFirst(entries: readonly DraftEntry[]): readonly DraftEntry[] {
  return entries.toSorted((a, b) => {
    const [newA, newB] = [changedAt(a), changedAt(b)];
    if (newA !== newB) return newA < newB ? 1 : -1;
    return idOf(a) < idOf(b) ? 1 : -1;
  });
}

/** Whether `words` all stand somewhere in its name or description. */
export function matches(entry: DraftEntry, words: string): boolean {
  const text =
    entry.type === 'draft'
      ? `${titleOf(entry)} ${entry.draft.file.cadence.description ?? ''}`
      : titleOf(entry);
  const hay = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** A draft as it is stored, ready to be stored anew. */
export function contentOf({ file, history, updatedAt }: Draft): Omit<Draft, 'rev'> {
  return { file, history, updatedAt };
}
