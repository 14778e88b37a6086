import { readVersion, type CadenceId, type Publication, type PublishedVersion } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import type { DocumentStore, StoredDocument, WriteFailure } from '../document-store';
import type { VersionEntry, VersionStore } from './version';
import {
  publicationDocumentId,
  publicationPrefix,
  versionDocumentId,
  versionPrefix
} from './version-id';

/** The published versions kept in `documents`. */
export function createVersionStore(documents: DocumentStore): VersionStore {
  return {
    async put(published) {
      const read = readVersion(published);
      if (!read.ok) return fail({ code: 'notAVersion', faults: read.error });
      return keep(documents, read.value);
    },

    async get(cadence, version) {
      const document = await documents.get(versionDocumentId(cadence, version));
      return document && toEntry(document, cadence);
    },

    async list(cadence) {
      const all = await documents.list(versionPrefix(cadence));
      return all.map((document) => toEntry(document, cadence));
    },

    async announce(publication) {
      const { cadence, version, at } = publication;
      const id = publicationDocumentId(publication);
      const written = await documents.put(id, { cadence, version, at }, null);
      // The id says it all: whoever was faster has written the same.
      return written.ok || written.error.code === 'conflict' ? ok(undefined) : fail(written.error);
    },

    async publications(cadence) {
      const all = await documents.list(publicationPrefix(cadence));
      return all.flatMap((document) => toPublication(document, cadence));
    }
  };
}

/** Stores a version unless its content is there; somebody else may be storing it right now. */
async function keep(
  documents: DocumentStore,
  published: PublishedVersion
): Promise<Result<void, WriteFailure>> {
  const { cadence, version } = published;
  const id = versionDocumentId(cadence.id, version);
  const isThere = (document: StoredDocument | null) =>
    document !== null && toEntry(document, cadence.id).type === 'version';
  const there = await documents.get(id);
  if (isThere(there)) return ok(undefined);
  const written = await documents.put(id, published, there?.rev ?? null);
  if (written.ok) return ok(undefined);
  const isLate = written.error.code === 'conflict' && isThere(await documents.get(id));
  return isLate ? ok(undefined) : fail(written.error);
}

function toEntry({ id, value }: StoredDocument, cadence: CadenceId): VersionEntry {
  const version = id.slice(versionPrefix(cadence).length);
  const damaged = (message: string): VersionEntry => ({
    type: 'damaged',
    cadence,
    version,
    raw: value,
    faults: [{ path: 'version', message }]
  });
  const read = readVersion(value);
  if (!read.ok) return { type: 'damaged', cadence, version, raw: value, faults: read.error };
  const published = read.value;
  return published.version === version && published.cadence.id === cadence
    ? { type: 'version', published }
    : damaged('is stored under another id');
}

/** A document whose content is not what its id says is none. */
function toPublication({ id, value }: StoredDocument, cadence: CadenceId): Publication[] {
  if (typeof value !== 'object' || value === null) return [];
  const { version, at } = value as Record<string, unknown>;
  if (typeof version !== 'string' || typeof at !== 'number') return [];
  if (!Number.isSafeInteger(at) || at < 0 || at > LATEST) return [];
  const publication = { cadence, version, at };
  return publicationDocumentId(publication) === id ? [publication] : [];
}

/** The last instant of a date. */
const LATEST = 8_640_000_000_000_000;
