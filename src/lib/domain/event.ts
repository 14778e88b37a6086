import type { Scalar } from './condition';
import type { Sentiment } from './disposition';
import type {
  Author,
  CadenceId,
  EnrollmentKey,
  EventId,
  Hlc,
  Instant,
  NodeId,
  Slug,
  StepKey,
  VersionId
} from './ids';
import type { Channel } from './kinds/action';
import type { ExitResult } from './kinds/exit';

interface EventBase<K extends string> {
  /** `<author>.<t>`. */
  readonly id: EventId;
  readonly t: Hlc;
  readonly author: Author;
  /** The newest events its author had seen: what it builds on. */
  readonly parents: readonly EventId[];
  readonly kind: K;
  /** Major number of the engine that its author ran. */
  readonly engine: number;
  /** First 8 hex digits of the hash of the state its author saw. */
  readonly state?: string;
  /** When a device with a wrong clock was corrected: the time first written. */
  readonly originalT?: Hlc;
  readonly note?: string;
}

interface EnrollmentEvent<K extends string> extends EventBase<K> {
  readonly enrollment: EnrollmentKey;
}

interface StepEvent<K extends string> extends EnrollmentEvent<K> {
  readonly step: StepKey;
}

/** The lead entered a cadence; pins the version. */
export interface EnrolledEvent extends EnrollmentEvent<'enrolled'> {
  readonly cadence: CadenceId;
  readonly version: VersionId;
  readonly source?: string;
  readonly fields?: Readonly<Record<Slug, Scalar>>;
  /** Begin at this step instead of the entry. */
  readonly startAt?: NodeId;
}

/** A touch was made, or a piece of work done. */
export interface CompletedEvent extends StepEvent<'completed'> {
  readonly disposition?: Slug;
  readonly sentiment?: Sentiment;
  readonly fields?: Readonly<Record<Slug, Scalar>>;
  /** Ids of the ticked checklist items. */
  readonly checklist?: readonly string[];
  /** Milliseconds of work. */
  readonly effort?: number;
  readonly variant?: Slug;
  /** For a call back or a pause: until when. */
  readonly until?: Instant;
}

export interface SkippedEvent extends StepEvent<'skipped'> {
  readonly reason: string;
}

export interface SnoozedEvent extends StepEvent<'snoozed'> {
  readonly until: Instant;
}

export interface ReassignedEvent extends StepEvent<'reassigned'> {
  readonly assignee: string;
}

/** Something a customer or another system did: a reply, a bounce, a payment, a return. */
export interface SignalEvent extends EventBase<'signal'> {
  readonly enrollment?: EnrollmentKey;
  readonly step?: StepKey;
  readonly signal: Slug;
  readonly fields?: Readonly<Record<Slug, Scalar>>;
}

/** One field of the lead got a value. */
export interface SetEvent extends EventBase<'set'> {
  readonly field: Slug;
  readonly value: Scalar;
}

export type ApprovedEvent = StepEvent<'approved'>;

export interface RefusedEvent extends StepEvent<'refused'> {
  readonly reason: string;
}

/** A person moved the enrollment to another step. */
export interface MovedEvent extends EnrollmentEvent<'moved'> {
  readonly move?: Slug;
  readonly to: NodeId;
  /** Ids of items of the stage's checklist that are ticked with it. */
  readonly checklist?: readonly string[];
}

export interface PausedEvent extends EnrollmentEvent<'paused'> {
  readonly reason: string;
  readonly until?: Instant;
}

/** Takes back the stops and pauses it names, and no others. */
export interface ResumedEvent extends EnrollmentEvent<'resumed'> {
  readonly stops: readonly EventId[];
}

/** A person took the lead out. */
export interface ExitedEvent extends EnrollmentEvent<'exited'> {
  readonly result: ExitResult;
  readonly reason?: string;
}

export interface MigratedEvent extends EnrollmentEvent<'migrated'> {
  readonly version: VersionId;
  /** Where each waiting position goes: keep, jump to a node, or leave. */
  readonly map: Readonly<Record<NodeId, NodeId | 'exit'>>;
}

/** The author of an event takes it back, and may put another in its place. */
export interface CorrectedEvent extends EventBase<'corrected'> {
  readonly ref: EventId;
  readonly by?: EventId;
}

/** A person decided between competing outcomes of a step. */
export interface ResolvedEvent extends StepEvent<'resolved'> {
  readonly chosen: EventId;
}

/** The lead asked not to be contacted; ends every enrollment. */
export interface OptedOutEvent extends EventBase<'optedOut'> {
  readonly channels?: readonly Channel[];
}

/** The author has read a notice. */
export interface AcknowledgedEvent extends EventBase<'acknowledged'> {
  readonly notice: string;
}

/** A fact from outside: the only thing that is stored about a lead. */
export type LeadEvent =
  | EnrolledEvent
  | CompletedEvent
  | SkippedEvent
  | SnoozedEvent
  | ReassignedEvent
  | SignalEvent
  | SetEvent
  | ApprovedEvent
  | RefusedEvent
  | MovedEvent
  | PausedEvent
  | ResumedEvent
  | ExitedEvent
  | MigratedEvent
  | CorrectedEvent
  | ResolvedEvent
  | OptedOutEvent
  | AcknowledgedEvent;

export type LeadEventKind = LeadEvent['kind'];

export const EVENT_KINDS = [
  'enrolled',
  'completed',
  'skipped',
  'snoozed',
  'reassigned',
  'signal',
  'set',
  'approved',
  'refused',
  'moved',
  'paused',
  'resumed',
  'exited',
  'migrated',
  'corrected',
  'resolved',
  'optedOut',
  'acknowledged'
] as const satisfies readonly LeadEventKind[];
