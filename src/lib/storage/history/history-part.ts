import { sha256Hex } from '$lib/util';
import type { HistoryEntry, HistoryPart } from './history';

/** Half of a hash tells any two parts apart. */
const ID_LENGTH = 32;
const sizes = new WeakMap<HistoryEntry, number>();

/** Characters of a step as it is stored. */
export function sizeOf(entry: HistoryEntry): number {
  const known = sizes.get(entry);
  if (known !== undefined) return known;
  const size = JSON.stringify(entry).length;
  sizes.set(entry, size);
  return size;
}

/** Steps as a part of their own, under the hash of what they say. */
export function partOf(entries: readonly HistoryEntry[]): HistoryPart {
  const id = sha256Hex(JSON.stringify(entries)).slice(0, ID_LENGTH);
  return { id, count: entries.length, entries };
}

function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { label, edit } = value as Record<string, unknown>;
  return typeof label === 'string' && typeof edit === 'object' && edit !== null;
}

/** The steps of a stored part; null when it is not what its id says. */
export function parsePart(value: unknown, id: string): readonly HistoryEntry[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { entries } = value as Record<string, unknown>;
  if (!Array.isArray(entries) || !entries.every(isEntry)) return null;
  const part = partOf(entries as readonly HistoryEntry[]);
  return part.id === id ? (part.entries ?? null) : null;
}

/** What is written of a part beside the newest steps. */
export function reference({ id, count }: HistoryPart): HistoryPart {
  return { id, count };
}

/** Reads what was written of the parts of one side. From the newest that is none on, all are lost. */
export function parseReferences(value: unknown): readonly HistoryPart[] {
  if (!Array.isArray(value)) return [];
  const last = value.findLastIndex((each: unknown) => !isReference(each));
  return (value.slice(last + 1) as readonly HistoryPart[]).map(reference);
}

function isReference(value: unknown): value is HistoryPart {
  if (typeof value !== 'object' || value === null) return false;
  const { id, count } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    /^[0-9a-f]{32}$/.test(id) &&
    Number.isSafeInteger(count) &&
    (count as number) > 0
  );
}
