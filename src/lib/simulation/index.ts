export type {
  CadenceResult,
  ExitCount,
  Histogram,
  OtherEnd,
  ScenarioFault,
  SimulationResult,
  StepCount,
  TimeSummary
} from './result';
export { type Model, type ModelOptions, modelOf } from './model';
export { SimulationRun } from './run';
