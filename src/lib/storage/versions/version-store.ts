import { readVersion, type CadenceId, type Publication, type PublishedVersion } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import type { DocumentStore, StoredDocument, WriteFailure } from '../document-store';
import type { VersionEntry, VersionStore } from './version';
import {
  namePrefix,
  publicationDocumentId,
  publicationPrefix,
  versionDocumentId,
  versionPrefix
} from './version-id';
import { readNames, writeName } from './version-names';

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
      const note = noteOf(publication.note);
      const written = await documents.put(id, { cadence, version, at, ...note }, null);
      // The id says what counts: whoever was faster has written the same, at most in other words.
      return written.ok || written.error.code === 'conflict' ? ok(undefined) : fail(written.error);
    },

    async publications(cadence) {
      const all = await documents.list(publicationPrefix(cadence));
      return all.flatMap((document) => toPublication(document, cadence));
    },

    name: (cadence, version, name) => writeName(documents, cadence, version, name),
    names: (cadence) => readNames(documents, cadence),

    watch(cadence, listener) {
      const prefixes = [versionPrefix(cadence), publicationPrefix(cadence), namePrefix(cadence)];
      return documents.watch(({ id }) => {
        if (prefixes.some((prefix) => id.startsWith(prefix))) listener();
      });
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
  const { version, at, note } = value as Record<string, unknown>;
  if (typeof version !== 'string' || typeof at !== 'number') return [];
  if (!Number.isSafeInteger(at) || at < 0 || at > LATEST) return [];
  const publication = { cadence, version, at, ...noteOf(note) };
  return publicationDocumentId(publication) === id ? [publication] : [];
}

function noteOf(note: unknown): { readonly note?: string } {
  const text = typeof note === 'string' ? note.trim().slice(0, LONGEST_NOTE) : '';
  return text === '' ? {} : { note: text };
}

/** Characters; more than anybody reads. */
const LONGEST_NOTE = 4000;
/** The last instant of a date. */
const LATEST = 8_640_000_000_000_000;
