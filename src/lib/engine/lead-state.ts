import type {
  CadenceId,
  Channel,
  ChecklistItem,
  EnrollmentKey,
  EventId,
  ExitResult,
  Lead,
  NodeId,
  Slug,
  StepKey,
  VersionId
} from '$lib/domain';
import type { Notice } from './notice';
import type { TraceEntry } from './trace';

/** Where a run rests. */
export interface Position {
  readonly step: StepKey;
  readonly node: NodeId;
  readonly since: number;
  readonly waitsFor: 'task' | 'time' | 'openingHours' | 'event' | 'requirements' | 'data';
}

/** A task that a person can do now or soon. */
export interface OpenTask {
  readonly step: StepKey;
  readonly node: NodeId;
  readonly channel: Channel;
  readonly automatic: boolean;
  readonly role: Slug | null;
  /** The person it was given to; null: anybody of the role. */
  readonly assignee: string | null;
  readonly opens: number;
  readonly due: number;
  readonly dispositions: readonly Slug[];
  readonly checklist: readonly ChecklistItem[];
  readonly requiredFields: readonly Slug[];
  /** Lead fields to fill in before its texts can be used. */
  readonly missing: readonly Slug[];
  readonly variant: Slug | null;
  /** Which attempt this is, and how many there are at most (1: it is not repeated). */
  readonly attempt: number;
  readonly attempts: number;
}

/** An instant at which the run goes on by itself; computed, never stored. */
export interface Timer {
  readonly step: StepKey;
  readonly at: number;
}

/** An exit that was asked for, and is open as soon as its requirements are met. */
export interface OfferedExit {
  readonly node: NodeId;
  readonly result: ExitResult;
  readonly asked: number;
  /** Since when it may be taken; null: not yet. */
  readonly openSince: number | null;
}

/** A time limit of a stage or task that is running or was reached. */
export interface SlaClock {
  readonly node: NodeId;
  readonly step: StepKey;
  readonly threshold: Slug;
  readonly action: 'warn' | 'escalate' | 'move';
  readonly role: Slug | null;
  readonly at: number;
  readonly reached: boolean;
}

/** What made a run end, what counts most first. */
export type EndCause =
  | 'optedOut'
  | 'badLead'
  | 'removed'
  | 'goal'
  | 'reply'
  | 'bounce'
  | 'business'
  | 'limit'
  | 'noMoreSteps'
  | 'handedOver';

export interface EndOfRun {
  readonly at: number;
  /** The exit or handoff; null when it ended elsewhere. */
  readonly node: NodeId | null;
  readonly result: ExitResult;
  readonly reason: string | null;
  readonly cause: EndCause;
  /** Every cause of that instant, the one that counts first. */
  readonly causes: readonly { readonly cause: EndCause; readonly event: EventId | null }[];
  /** The exit asks for somebody else who might want to buy. */
  readonly askReferral: boolean;
}

export interface Enrollment {
  readonly key: EnrollmentKey;
  readonly cadence: CadenceId;
  readonly version: VersionId;
  /** `frozen`: this app cannot follow its events. `runaway`: the cadence runs in circles. */
  readonly status: 'running' | 'paused' | 'ended' | 'frozen' | 'runaway';
  /** Began by a handoff, a signal or a recycle, and nothing was recorded in it yet. */
  readonly virtual: boolean;
  readonly enrolledAt: number;
  readonly stage: NodeId | null;
  readonly positions: readonly Position[];
  readonly tasks: readonly OpenTask[];
  readonly timers: readonly Timer[];
  readonly offers: readonly OfferedExit[];
  readonly sla: readonly SlaClock[];
  readonly paused: { readonly since: number; readonly until: number | null } | null;
  readonly touches: number;
  /** Completed touches by channel; channels without one are absent. */
  readonly completed: Readonly<Partial<Record<Channel, number>>>;
  readonly end: EndOfRun | null;
  readonly trace: readonly TraceEntry[];
}

/** The lead comes back at an instant, by an exit that says so. */
export interface Upcoming {
  readonly cadence: CadenceId;
  readonly at: number;
  readonly from: EnrollmentKey;
}

/** All that is known of a lead at an instant: a pure fold of its events. */
export interface LeadState {
  /** With the fields as they are now. */
  readonly lead: Lead;
  readonly optedOut: boolean;
  readonly enrollments: readonly Enrollment[];
  readonly upcoming: readonly Upcoming[];
  readonly notices: readonly Notice[];
}
