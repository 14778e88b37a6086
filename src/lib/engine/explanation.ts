import type {
  CadenceId,
  EnrollmentKey,
  ExitResult,
  NodeId,
  Scalar,
  Slug,
  StepKey,
  VersionId
} from '$lib/domain';
import type { Refusal } from './refusal';

/** Something a person wants to do to a lead: asked before it is recorded. */
export type Attempt =
  | {
      readonly type: 'complete';
      readonly enrollment: EnrollmentKey;
      readonly step: StepKey;
      readonly disposition?: Slug;
      readonly fields?: Readonly<Record<Slug, Scalar>>;
      readonly checklist?: readonly string[];
    }
  | { readonly type: 'skip'; readonly enrollment: EnrollmentKey; readonly step: StepKey }
  | {
      readonly type: 'approve' | 'refuse';
      readonly enrollment: EnrollmentKey;
      readonly step: StepKey;
    }
  /** By a move of the cadence, or to an exit on offer. */
  | {
      readonly type: 'move';
      readonly enrollment: EnrollmentKey;
      readonly move?: Slug;
      readonly to: NodeId;
      readonly checklist?: readonly string[];
    }
  /** Take the lead out with this result. */
  | { readonly type: 'exit'; readonly enrollment: EnrollmentKey; readonly result: ExitResult }
  | { readonly type: 'enroll'; readonly cadence: CadenceId; readonly version: VersionId };

/** A step that would help, and from when it can be done. */
export interface HelpfulAction {
  readonly node: NodeId;
  readonly name: string;
  /** Earliest instant, when everybody is quick; null: not known. */
  readonly earliest: number | null;
}

export interface ExplainedRefusal extends Refusal {
  /** "Not interested needs 2 follow-up emails and 1 call: emails 1 of 2, calls 0 of 1; earliest Tue 24 Nov 09:00." */
  readonly sentence: string;
  readonly actions: readonly HelpfulAction[];
  /** Earliest instant at which all of it can hold, when everybody is quick; null: not known. */
  readonly earliest: number | null;
}

export type Verdict =
  { readonly allowed: true } | { readonly allowed: false; readonly refusal: ExplainedRefusal };

/** One link of the chain that answers "why?": what it is, and since or until when. */
export interface Reason {
  readonly type:
    | 'arrived'
    | 'waitsUntil'
    | 'closed'
    | 'dayOff'
    | 'assigneeHours'
    | 'contactWindow'
    | 'touchLimit'
    | 'jumpTiming'
    | 'repeat'
    | 'event'
    | 'timeout'
    | 'requirement'
    | 'missingData'
    | 'openTask'
    | 'overdue'
    | 'paused'
    | 'runaway'
    | 'sla';
  readonly at: number | null;
  readonly sentence: string;
}

/** Why one token, task, held exit or move is where it is. */
export interface Explanation {
  readonly enrollment: EnrollmentKey;
  readonly subject: 'token' | 'task' | 'offer' | 'move';
  readonly node: NodeId;
  readonly step: StepKey | null;
  /** Earliest instant at which something can happen; null: only a person or the lead can make it. */
  readonly earliest: number | null;
  readonly reasons: readonly Reason[];
  /** All of it in one sentence. */
  readonly sentence: string;
  /** What keeps it, where it is held or refused. */
  readonly refusal: ExplainedRefusal | null;
}
