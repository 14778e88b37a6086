import type { EnrollmentKey, LeadId, NodeId, StepKey, VersionId } from '$lib/domain';

/** Where each step of the old version's enrollments goes; steps not named keep their id. */
export type NodeMap = Readonly<Record<NodeId, NodeId | 'exit'>>;

export interface MigrationPlan {
  readonly from: VersionId;
  readonly to: VersionId;
  readonly map: NodeMap;
}

/** What a migration would do to one position of one enrollment. */
export interface MigrationRow {
  readonly lead: LeadId;
  readonly enrollment: EnrollmentKey;
  readonly before: StepKey;
  readonly action: 'keep' | 'jump' | 'exit';
  readonly after: NodeId | null;
  /** When the next thing happens there: due for a task, the end of a wait; null: neither. */
  readonly nextBefore: number | null;
  readonly nextAfter: number | null;
  /** The lead would be touched again by a channel it was already touched by at this place. */
  readonly touchedTwice: boolean;
}

export interface MigrationPreview {
  readonly rows: readonly MigrationRow[];
  readonly counts: { readonly keep: number; readonly jump: number; readonly exit: number };
  /** Enrollments of other versions, ended or frozen ones: they stay as they are. */
  readonly untouched: number;
  /** Enrollments that stand on one of `unmapped`: nothing can be done to them. */
  readonly stuck: number;
  /** Steps that enrollments stand on and that neither the map nor the new version knows. */
  readonly unmapped: readonly NodeId[];
}
