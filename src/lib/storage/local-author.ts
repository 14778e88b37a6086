import type { Author } from '$lib/domain';
import { ok, type Result } from '$lib/util';
import { deviceOnlyId } from './device-only';
import type { DocumentStore, WriteFailure } from './document-store';

/** Who writes here before anybody has signed in. */
const LOCAL_USER = 'local';
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const REPLICA = /^[0-9a-z]{10}$/;
const ID = deviceOnlyId('replica');

/** Tells who writes on this device, or why that could not be found out. */
export type AuthorSource = () => Promise<Result<Author, WriteFailure>>;

function newReplica(random: () => number): string {
  return Array.from({ length: 10 }, () => DIGITS.charAt(Math.floor(random() * 32))).join('');
}

function replicaOf(value: unknown): string | null {
  const replica =
    typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)['replica']
      : null;
  return typeof replica === 'string' && REPLICA.test(replica) ? replica : null;
}

/** Reads this device's replica, or makes one; of two tabs that make one at once the first one's counts. */
async function loadReplica(
  documents: DocumentStore,
  random: () => number
): Promise<Result<string, WriteFailure>> {
  const stored = await documents.get(ID);
  const known = replicaOf(stored?.value);
  if (known !== null) return ok(known);
  const replica = newReplica(random);
  const written = await documents.put(ID, { replica }, stored?.rev ?? null);
  if (written.ok) return ok(replica);
  const theirs = written.error.code === 'conflict' ? await documents.get(ID) : null;
  const first = replicaOf(theirs?.value);
  return first === null ? written : ok(first);
}

/**
 * The author `local.<replica>`: the replica is 10 characters drawn once from `random` (numbers from 0
 * up to 1) and kept on this device. A failure is not remembered, so the next call tries again.
 */
export function localAuthor(documents: DocumentStore, random: () => number): AuthorSource {
  let loading: Promise<Result<Author, WriteFailure>> | null = null;
  async function load(): Promise<Result<Author, WriteFailure>> {
    try {
      const replica = await loadReplica(documents, random);
      if (replica.ok) return ok(`${LOCAL_USER}.${replica.value}`);
      loading = null;
      return replica;
    } catch (error) {
      loading = null;
      throw error;
    }
  }
  return () => (loading ??= load());
}
