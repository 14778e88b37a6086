import type {
  CadenceId,
  Channel,
  EnrollmentKey,
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
  readonly waitsFor: 'task' | 'time' | 'openingHours';
}

/** A task that a person can do now or soon. */
export interface OpenTask {
  readonly step: StepKey;
  readonly node: NodeId;
  readonly channel: Channel;
  readonly automatic: boolean;
  readonly role: Slug | null;
  readonly opens: number;
  readonly due: number;
  readonly dispositions: readonly Slug[];
}

/** An instant at which the run goes on by itself; computed, never stored. */
export interface Timer {
  readonly step: StepKey;
  readonly at: number;
}

export interface EndOfRun {
  readonly at: number;
  /** Null when somebody took the lead out. */
  readonly node: NodeId | null;
  readonly result: ExitResult;
  readonly reason: string | null;
}

export interface Enrollment {
  readonly key: EnrollmentKey;
  readonly cadence: CadenceId;
  readonly version: VersionId;
  /** `frozen`: this app cannot follow its events. `runaway`: the cadence runs in circles. */
  readonly status: 'running' | 'ended' | 'frozen' | 'runaway';
  readonly enrolledAt: number;
  readonly stage: NodeId | null;
  readonly positions: readonly Position[];
  readonly tasks: readonly OpenTask[];
  readonly timers: readonly Timer[];
  readonly touches: number;
  /** Completed touches by channel; channels without one are absent. */
  readonly completed: Readonly<Partial<Record<Channel, number>>>;
  readonly end: EndOfRun | null;
  readonly trace: readonly TraceEntry[];
}

/** All that is known of a lead at an instant: a pure fold of its events. */
export interface LeadState {
  readonly lead: Lead;
  readonly optedOut: boolean;
  readonly enrollments: readonly Enrollment[];
  readonly notices: readonly Notice[];
}
