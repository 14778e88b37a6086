export type {
  CadenceResult,
  DaySeries,
  ExitCount,
  Histogram,
  Measured,
  MoneyResult,
  OtherEnd,
  PathReport,
  PeopleResult,
  ScenarioFault,
  SegmentResult,
  SimulationResult,
  StepCount,
  Stopped,
  TimeLimitCount,
  TimeSummary
} from './statistics/result';
export { type Model, type ModelOptions, modelOf } from './model/model';
export { SimulationRun, runShare, type ShareRun } from './run';
export { sharesOf, type Share } from './shares';
export { leadLog } from './log/follow-lead';
export type { LeadLog, LogEntry } from './log/lead-log';
export { LeadFollowing } from './log/lead-following';
export { LeadSearch } from './log/lead-search';
export type { WantedLead } from './log/wanted-lead';
export { Tally } from './statistics/tally';
export { summarize } from './summarize';
export { type RunBudget, type Spent, exceeded } from './run-budget';
export type { Experiment, Job, Progress } from './compare/experiment';
export { ExperimentRun } from './compare/experiment-run';
export { JobBoard } from './compare/job-board';
export { JobRun } from './compare/job-run';
export { MadeVariants } from './compare/made-variants';
export type { Measurement } from './compare/measure';
export type { Variant } from './compare/variant';
export { type Comparison, type NamedVariant, comparisonOf } from './compare/comparison';
export type { ComparedMetric, ComparisonResult } from './compare/comparison-result';
export { figures, unitOf } from './compare/figures';
export { figureAt, withFigure } from './compare/figure-path';
export type { Difference } from './compare/paired';
export type { Estimate } from './compare/unit-sums';
export { type Build, type Optimizer, optimizerOf } from './optimize/optimizer';
export type { Constraint, Goal, OptimizerSettings } from './optimize/settings';
export type { Dimension, Setting, Values } from './optimize/space';
export type { FoundChoice, OptimizerResult } from './optimize/result';
export type { OptimizerState } from './optimize/state';
export { valuesInWords } from './optimize/words';
export { type SensitivityAnalysis, sensitivityOf } from './sensitivity/sensitivity';
export type { Sensitivity, SensitivityResult } from './sensitivity/result';
