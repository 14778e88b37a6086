/**
 * What passes between the page and the compute worker: types and nothing else. Expected failures
 * travel as values, since a thrown error loses its class on the way.
 */
import type { WorkCalendar } from '$lib/calendar';
import type { Diagnostic, PathAnalysis } from '$lib/compiler';
import type {
  Cadence,
  CadenceControl,
  CadenceDiff,
  CadenceFile,
  Instant,
  Lead,
  LeadEvent,
  Publication,
  VersionId
} from '$lib/domain';
import type {
  Attempt,
  Explanation,
  LeadState,
  MigrationPlan,
  MigrationPreview,
  Verdict
} from '$lib/engine';
import type { FollowApi, FollowOptions, FollowQuestion, FollowReply } from './follow-protocol';
import type {
  InvestigateApi,
  InvestigateOptions,
  InvestigateReply,
  QuestionKind,
  Questions,
  Reports
} from './investigation-protocol';
import type {
  SimulateApi,
  SimulateOptions,
  SimulateReply,
  SimulateRequest
} from './simulation-protocol';

/** What a screen needs to name of what passes here; screens know neither compiler nor simulator. */
export type { Diagnostic, PathAnalysis, QuickFix, Severity } from '$lib/compiler';
export type {
  Attempt,
  Enrollment,
  Explanation,
  ExplainedRefusal,
  LeadState,
  MigrationPlan,
  MigrationPreview,
  Notice,
  OpenTask,
  Verdict
} from '$lib/engine';
export type {
  CadenceResult,
  ComparedMetric,
  ComparisonResult,
  DaySeries,
  ExitCount,
  Histogram,
  Measured,
  OptimizerResult,
  OptimizerSettings,
  PeopleResult,
  ScenarioFault,
  Sensitivity,
  SensitivityResult,
  SimulationResult,
  StepCount,
  TimeSummary,
  WantedLead
} from '$lib/simulation';

export type { BpmnClient, BpmnHome, BpmnNote, BpmnReading } from './bpmn-protocol';
export type {
  FollowOptions,
  FollowQuestion,
  FollowReply,
  FollowedLead,
  Moment
} from './follow-protocol';
export type {
  InvestigateOptions,
  InvestigateReply,
  QuestionKind,
  Questions,
  Reports,
  Subject
} from './investigation-protocol';
export type {
  PartialResult,
  Progress,
  SimulateOptions,
  SimulateReply,
  SimulateRequest
} from './simulation-protocol';

export interface CheckReply {
  /** The id the cadence would be published under. */
  readonly version: VersionId;
  readonly diagnostics: readonly Diagnostic[];
  /** Null while there are errors. */
  readonly analysis: PathAnalysis | null;
}

/** Everything that the state of one lead is folded from. */
export interface LeadRequest {
  /** The lead as it was before its first event. */
  readonly lead: Lead;
  readonly events: readonly LeadEvent[];
  /** The published cadences that its enrollments are pinned to or may come to. */
  readonly cadences: readonly Cadence[];
  readonly publications?: readonly Publication[];
  readonly controls?: readonly CadenceControl[];
  /** Working hours of people, by the name that `reassigned` events carry. */
  readonly people?: Readonly<Record<string, WorkCalendar>>;
  readonly now: Instant;
}

export interface MigrationRequest {
  readonly plan: Pick<MigrationPlan, 'from' | 'to'> & {
    /** Absent: a proposal is made, and given back with the preview. */
    readonly map?: MigrationPlan['map'];
  };
  /** The enrollments looked at: each lead with its events. */
  readonly leads: readonly Pick<LeadRequest, 'lead' | 'events'>[];
  readonly cadences: readonly Cadence[];
  readonly publications?: readonly Publication[];
  readonly now: Instant;
}

/** A preview and the node map it was made with. */
export interface MigrationReply extends MigrationPreview {
  readonly map: MigrationPlan['map'];
}

/** What the compute worker does. */
export interface ComputeApi extends SimulateApi, InvestigateApi, FollowApi {
  check(file: CadenceFile): Promise<CheckReply>;
  /** State of a lead at `now`. Cadences with errors count as versions that are not at hand. */
  fold(request: LeadRequest): Promise<LeadState>;
  /** Why everything of the lead is where it is, and the earliest instant something can happen. */
  explain(request: LeadRequest): Promise<readonly Explanation[]>;
  /** Whether something may be recorded now; asked before the event is written. */
  attempt(request: LeadRequest, attempt: Attempt): Promise<Verdict>;
  diff(before: Cadence, after: Cadence): Promise<CadenceDiff>;
  previewMigration(request: MigrationRequest): Promise<MigrationReply>;
}

/** The page's side: restarts the worker when it dies and settles every waiting promise. */
export interface ComputeClient {
  check(file: CadenceFile): Promise<CheckReply>;
  simulate(
    request: Omit<SimulateRequest, 'run'>,
    options?: SimulateOptions
  ): Promise<SimulateReply>;
  /** Runs many simulations to one end. */
  investigate<K extends QuestionKind>(
    kind: K,
    question: Questions[K],
    options?: InvestigateOptions<Reports[K]>
  ): Promise<InvestigateReply<Reports[K]>>;
  /** Looks for a simulated lead and tells what happened to it. */
  follow(question: FollowQuestion, options?: FollowOptions): Promise<FollowReply>;
  fold: ComputeApi['fold'];
  explain: ComputeApi['explain'];
  attempt: ComputeApi['attempt'];
  diff: ComputeApi['diff'];
  previewMigration: ComputeApi['previewMigration'];
  dispose(): void;
}
