export type {
  CadenceResult,
  ExitCount,
  Histogram,
  OtherEnd,
  ScenarioFault,
  SimulationResult,
  StepCount,
  TimeSummary
} from './statistics/result';
export { type Model, type ModelOptions, modelOf } from './model/model';
export { SimulationRun, runShare, type ShareRun } from './run';
export { sharesOf, type Share } from './shares';
export { Tally } from './statistics/tally';
export { summarize } from './statistics/summarize';
