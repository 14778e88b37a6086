import type { Cadence } from './cadence';
import type { CadenceId, Instant, VersionId } from './ids';

/** A cadence as it was published: immutable, addressed by its content. */
export interface PublishedVersion {
  /** `versionOf(cadence)`; whoever reads it recomputes it and takes nothing else for it. */
  readonly version: VersionId;
  readonly cadence: Cadence;
}

/** From `at` on, new enrollments of the cadence take this version. */
export interface Publication {
  readonly cadence: CadenceId;
  readonly version: VersionId;
  readonly at: Instant;
  /** What was changed and why, in the words of whoever published it. */
  readonly note?: string;
}

export const CONTROL_VERBS = [
  /** Nobody new comes in; who is in goes on. */
  'stopEntries',
  'allowEntries',
  /** Everything stands still; on `resume` what remained remains, and nothing comes in a flood. */
  'pause',
  'resume',
  /** Nobody new, for good; who is in goes on to the end. */
  'archive'
] as const;

/** What a manager did to a whole cadence. Pausing one enrollment is an event of its lead. */
export interface CadenceControl {
  readonly cadence: CadenceId;
  readonly verb: (typeof CONTROL_VERBS)[number];
  readonly at: Instant;
}
