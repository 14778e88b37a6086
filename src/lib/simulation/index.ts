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
export { Tally } from './statistics/tally';
export { METRICS, type Metric, metricOf, metricsOf } from './statistics/metrics';
export { measure, measureBatches } from './statistics/measured';
export { summarize } from './statistics/summarize';
export { type RunBudget, type Spent, exceeded } from './run-budget';
