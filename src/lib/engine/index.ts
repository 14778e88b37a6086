export { advance } from './advance';
export { createState } from './create-state';
export type {
  Attempt,
  ExplainedRefusal,
  Explanation,
  HelpfulAction,
  Reason,
  Verdict
} from './explanation';
export { attemptLead } from './explain/attempt-lead';
export { explainLead } from './explain/explain-lead';
export { describeNotice, type NoticeContext } from './explain/notice-words';
export { type FoldInput, foldLead } from './fold';
export { hashText, mix } from './hash';
export { holds } from './predicate';
export type { Input } from './input';
export { LeadRuns, type EnrollRequest, type LeadRunsOptions } from './lead-runs';
export type { AsideLead } from './lead-runs/aside-lead';
export { type EnrollCause, LeadRun } from './lead-runs/lead-run';
export { type ProgramSource, programSource } from './lead-runs/program-source';
export type {
  EndCause,
  EndOfRun,
  Enrollment,
  LeadState,
  OfferedExit,
  OpenTask,
  Position,
  SlaClock,
  Timer,
  Upcoming
} from './lead-state';
export { defaultMap } from './migrate/default-map';
export { previewMigration } from './migrate/preview';
export type { MigrationPlan, MigrationPreview, MigrationRow, NodeMap } from './migration';
export type { Notice, NoticeCode } from './notice';
export { ParkedRuns } from './parked-runs';
export type { Progress, Refusal, RefusalCode, Unmet } from './refusal';
export { refusalOf } from './refusals';
export type { Sink, SkipReason } from './sink';
export {
  CAUSE,
  NO_DISPOSITION,
  PHASE,
  STATUS,
  type Lateness,
  type Offer,
  type RunState,
  type Token
} from './state';
export { SILENT } from './silent-sink';
export { stateHash } from './state-hash';
export { contactFrom, firstOpen } from './task-times';
export { nextTimer } from './timers';
export { type TraceEntry, printTrace, traceSink } from './trace';
