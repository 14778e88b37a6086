import type { CadenceId } from '$lib/domain';
import type { DraftEntry } from '$lib/storage';
import { nameOf } from '../words/summary';

export function idOf(entry: DraftEntry): CadenceId {
  return entry.type === 'draft' ? entry.draft.file.cadence.id : entry.damaged.cadence;
}

export function revOf(entry: DraftEntry): string {
  return entry.type === 'draft' ? entry.draft.rev : entry.damaged.rev;
}

/** Damaged ones first, since they ask for attention; then the ones changed last. */
export function byAttention(a: DraftEntry, b: DraftEntry): number {
  if (a.type !== b.type) return a.type === 'damaged' ? -1 : 1;
  if (a.type === 'draft' && b.type === 'draft') {
    const later = b.draft.updatedAt - a.draft.updatedAt;
    if (later !== 0) return later;
  }
  return idOf(a) < idOf(b) ? -1 : 1;
}

/** Whether every word of `query` occurs in the cadence's name or description. */
export function matches(entry: DraftEntry, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text =
    entry.type === 'draft'
      ? `${nameOf(entry.draft.file.cadence)} ${entry.draft.file.cadence.description ?? ''}`
      : `${entry.damaged.cadence} damaged`;
  const searched = text.toLowerCase();
  return words.every((word) => searched.includes(word));
}
