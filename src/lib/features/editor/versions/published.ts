import type { Cadence, CadenceId, Fault, Instant, Publication, VersionId } from '$lib/domain';
import type { VersionEntry, VersionStore } from '$lib/storage';

/** A version as it became current, once. */
export interface Published {
  readonly id: string;
  /** How many were published before it, plus one. */
  readonly number: number;
  readonly version: VersionId;
  readonly at: Instant;
  readonly note: string;
  /** What people call it; empty: nothing of its own. */
  readonly name: string;
  /** Null when what is stored is not what was published. */
  readonly cadence: Cadence | null;
  readonly faults: readonly Fault[];
  readonly isCurrent: boolean;
}

/** `Version 3`, or what people call it. */
export function titleOf({ name, number }: Pick<Published, 'name' | 'number'>): string {
  return name || `Version ${number}`;
}

const GONE: readonly Fault[] = [{ path: '', message: 'It is not on this device.' }];

/** Every publication of a cadence, the newest first. */
export async function readPublished(
  versions: VersionStore,
  id: CadenceId
): Promise<readonly Published[]> {
  const [publications, entries, names] = await Promise.all([
    versions.publications(id),
    versions.list(id),
    versions.names(id)
  ]);
  const byVersion = new Map(entries.map((entry) => [versionOf(entry), entry]));
  return publications
    .map((publication, index) => ({
      ...contentOf(publication, byVersion.get(publication.version)),
      number: index + 1,
      name: names.get(publication.version) ?? '',
      isCurrent: index === publications.length - 1
    }))
    .reverse();
}

function versionOf(entry: VersionEntry): VersionId {
  return entry.type === 'version' ? entry.published.version : entry.version;
}

function contentOf({ version, at, note = '' }: Publication, entry: VersionEntry | undefined) {
  const cadence = entry?.type === 'version' ? entry.published.cadence : null;
  const faults = entry?.type === 'damaged' ? entry.faults : cadence ? [] : GONE;
  return { id: `${at} ${version}`, version, at, note, cadence, faults };
}
