import type { Scenario } from '$lib/domain';
import type { Program } from '$lib/program';
import { ok, type Result } from '$lib/util';
import { modelOf, type Model, type ModelOptions } from '../model/model';
import type { ScenarioFault } from '../statistics/result';

/** A cadence and what is assumed of the world: plain values, so that workers can be given it. */
export interface Variant {
  readonly program: Program;
  readonly scenario: Scenario;
  readonly options?: ModelOptions;
  /** How often it may be run, with other draws, where that is not for the scenario to say. */
  readonly replications?: number;
}

/** The variant, ready to run. */
export function variantModel({
  program,
  scenario,
  options = {},
  replications
}: Variant): Result<Model, readonly ScenarioFault[]> {
  const model = modelOf(program, scenario, options);
  return model.ok && replications !== undefined ? ok({ ...model.value, replications }) : model;
}
