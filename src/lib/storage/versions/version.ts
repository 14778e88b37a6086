import type { CadenceId, Fault, Publication, PublishedVersion, VersionId } from '$lib/domain';
import type { Result } from '$lib/util';
import type { WriteFailure } from '../document-store';

/** A stored version, or what is left of one whose content does not bear its id. */
export type VersionEntry =
  | { readonly type: 'version'; readonly published: PublishedVersion }
  | {
      readonly type: 'damaged';
      readonly cadence: CadenceId;
      readonly version: VersionId;
      readonly raw: unknown;
      readonly faults: readonly Fault[];
    };

export type VersionFailure =
  | WriteFailure
  /** What should be stored is no version: its hash or shape is wrong. */
  | { readonly code: 'notAVersion'; readonly faults: readonly Fault[] };

/**
 * The published versions on this device (`v:<cadence>:<version>`), and the log of which became current
 * when (`p:<cadence>:<instant>:<version>`). Nothing in either is ever changed; what people call a
 * version stands beside them (`n:<cadence>:<version>`).
 */
export interface VersionStore {
  /** Keeps a version; one that is there already stays as it is. A damaged one is mended. */
  put(published: PublishedVersion): Promise<Result<void, VersionFailure>>;
  get(cadence: CadenceId, version: VersionId): Promise<VersionEntry | null>;
  /** All versions of a cadence, by id. */
  list(cadence: CadenceId): Promise<readonly VersionEntry[]>;
  /** Writes down that a version became current; the same again changes nothing. */
  announce(publication: Publication): Promise<Result<void, WriteFailure>>;
  /** Every publication of a cadence, earliest first; those of one instant by version. */
  publications(cadence: CadenceId): Promise<readonly Publication[]>;
  /** Calls a version something; an empty name takes its name away. Whoever does so last is right. */
  name(cadence: CadenceId, version: VersionId, name: string): Promise<Result<void, WriteFailure>>;
  /** What the versions of a cadence are called, where somebody has named them. */
  names(cadence: CadenceId): Promise<ReadonlyMap<VersionId, string>>;
  /** Tells of every change to the versions of a cadence, here and elsewhere. */
  watch(cadence: CadenceId, listener: () => void): () => void;
}
