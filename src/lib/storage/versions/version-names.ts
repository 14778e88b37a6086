/** What people call versions: the one thing about them that changes. */
import type { CadenceId, VersionId } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import type { DocumentStore, WriteFailure } from '../document-store';
import { nameDocumentId, namePrefix } from './version-id';

/** More characters than a name needs. */
const LONGEST = 200;
/** How often a write is tried again that somebody else overtook. */
const TRIES = 5;

export async function writeName(
  documents: DocumentStore,
  cadence: CadenceId,
  version: VersionId,
  name: string
): Promise<Result<void, WriteFailure>> {
  const id = nameDocumentId(cadence, version);
  const text = name.trim().slice(0, LONGEST);
  for (let tries = 0; tries < TRIES; tries++) {
    const there = await documents.get(id);
    if (!there && text === '') return ok(undefined);
    const written =
      there && text === ''
        ? await documents.remove(id, there.rev)
        : await documents.put(id, { name: text }, there?.rev ?? null);
    if (written.ok) return ok(undefined);
    if (written.error.code !== 'conflict') return written;
  }
  return fail({ code: 'conflict' });
}

export async function readNames(
  documents: DocumentStore,
  cadence: CadenceId
): Promise<ReadonlyMap<VersionId, string>> {
  const all = await documents.list(namePrefix(cadence));
  return new Map(
    all.flatMap(({ id, value }) => {
      const name = nameOf(value);
      return name === '' ? [] : [[id.slice(namePrefix(cadence).length), name] as const];
    })
  );
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { name } = value as Record<string, unknown>;
  return typeof name === 'string' ? name.trim().slice(0, LONGEST) : '';
}
