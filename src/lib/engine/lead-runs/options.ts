import type { CadenceId, EnrollmentKey, NodeId, Scalar, Slug, VersionId } from '$lib/domain';
import type { Refusal } from '../refusal';
import type { Sink } from '../sink';
import type { EnrollCause, LeadRun } from './lead-run';
import type { ProgramSource } from './program-source';

export interface LeadRunsOptions {
  /** Key of the lead for sticky splits. */
  readonly leadKey: number;
  readonly fields: Readonly<Record<Slug, Scalar>>;
  readonly source: ProgramSource;
  /** Whether lead data are looked at, at enrollment and at tasks. */
  readonly checksData: boolean;
  /** Asked once a run, before it begins. */
  sinkFor(run: LeadRun): Sink;
  /** The version that an enrollment which begins by itself is pinned to; null: the latest. */
  readonly pinned?: (key: EnrollmentKey) => VersionId | null;
  /** A handoff, a signal or a recycle could not enroll the lead. */
  refused?(key: EnrollmentKey, cause: EnrollCause, refusal: Refusal, at: number): void;
}

export interface EnrollRequest {
  readonly cadence: CadenceId;
  readonly at: number;
  readonly cause: EnrollCause;
  /** Default: the cadence's next. */
  readonly key?: EnrollmentKey;
  /** Default: the latest one published. */
  readonly version?: VersionId;
  readonly startAt?: NodeId;
  /** Written to the lead when it is enrolled, and looked at before. */
  readonly fields?: Readonly<Record<Slug, Scalar>>;
}
