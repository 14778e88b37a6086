import { fail, ok, type Result } from '$lib/util';
import { leadsOf, type Experiment, type Job, type Progress } from '../compare/experiment';
import type { Measurement } from '../compare/measure';
import { kindOfMetric, whyNot } from '../compare/metrics';
import { addMeasurements } from '../compare/sample';
import { variantModel, type Variant } from '../compare/variant';
import type { Model } from '../model/model';
import type { Share } from '../shares';
import type { ScenarioFault } from '../statistics/result';
import { firstState, problemOf } from './beginning';
import { measuredFor } from './constraint';
import { foreseen } from './foresight';
import { reportOf } from './report';
import type { OptimizerResult } from './result';
import { faultsOf, type OptimizerSettings } from './settings';
import { valuesAt, type Values } from './space';
import { FINAL, replicationsFor, stageShares } from './stages';
import type { Rules } from './standing';
import { startPoint } from './start-point';
import type { OptimizerState } from './state';
import { nextTurn } from './turns';

/** The cadence and the scenario with these settings; with none as they stand. */
export type Build = (values: Values) => Result<Variant, readonly ScenarioFault[]>;

/** Where an optimizer begins: the settings that the cadence and the scenario have, if they are known. */
export interface OptimizerStart {
  readonly values?: Values;
  /** Goes on from here. */
  readonly state?: OptimizerState;
}

interface Beginning extends OptimizerStart {
  /** Of the cadence and the scenario as they stand. */
  readonly model: Model;
  readonly problem: string;
}

/** An optimizer, ready to run, or why there can be none. */
export function optimizerOf(
  settings: OptimizerSettings,
  build: Build,
  start: OptimizerStart = {}
): Result<Optimizer, readonly ScenarioFault[]> {
  const faults = [...faultsOf(settings)];
  const variant = build({});
  const model = variant.ok ? variantModel(variant.value) : variant;
  if (!model.ok) return fail([...faults, ...model.error]);
  const { goal, constraints = [] } = settings;
  const asked: [string, string][] = [
    ['goal', goal.metric],
    ...constraints.map((each, place): [string, string] => [
      `constraints[${place}].metric`,
      each.metric
    ])
  ];
  for (const [path, metric] of asked) {
    const message = whyNot(model.value, metric, replicationsFor(model.value));
    if (message) faults.push({ path, message });
  }
  if (faults.length > 0) return fail(faults);
  const problem = problemOf(settings, variant.ok ? variant.value : null, model.value);
  const optimizer = new Optimizer(settings, build, { ...start, model: model.value, problem });
  if (start.state && start.state.problem !== problem)
    return fail([{ path: 'state', message: 'belongs to another cadence, scenario or question' }]);
  return ok(optimizer);
}

/**
 * Successive halving: every candidate meets a few leads, the best of them more, the last of them all;
 * then what is next to the best is tried in the same way, until nothing there is better. At each step
 * all meet the same leads with the same luck. The best are compared with the start on fresh leads.
 */
export class Optimizer implements Experiment<OptimizerResult> {
  readonly #settings: OptimizerSettings;
  readonly #build: Build;
  readonly #rules: Rules;
  readonly #metrics: readonly string[];
  /** Of the start: all candidates have its leads, replications and batches. */
  readonly #model: Model;
  /** Of each stage. */
  readonly #shares: (readonly (readonly Share[])[])[] = [];
  #state: OptimizerState;

  constructor(settings: OptimizerSettings, build: Build, start: Beginning) {
    const { model } = start;
    const { goal, constraints = [], space } = settings;
    this.#settings = settings;
    this.#build = build;
    this.#model = { ...model, replications: replicationsFor(model) };
    const named = [goal.metric, ...constraints.map(({ metric }) => metric)];
    const kinds = new Map(
      named.map((name) => [name, kindOfMetric(model.program, name) ?? 'count'] as const)
    );
    this.#rules = { goal, constraints, kinds };
    this.#metrics = [...new Set([goal.metric, ...constraints.map(measuredFor)])];
    this.#state =
      start.state ?? firstState(settings, startPoint(space, start.values ?? {}), start.problem);
  }

  /** Where it stands; to go on from it later, or elsewhere. */
  get state(): OptimizerState {
    return this.#state;
  }

  get progress(): Progress {
    const { done } = this.#state;
    return { done, of: done + foreseen(this.#state, this.#model) };
  }

  jobs(): readonly Job[] {
    const { stage, running, told } = this.#state;
    return running.flatMap((variant) => this.#jobsOf(variant, stage)).filter(({ id }) => !told[id]);
  }

  variant(index: number): Result<Variant, readonly ScenarioFault[]> {
    const { point } = this.#state.arms[index] ?? {};
    const built = this.#build(point && index > 0 ? valuesAt(this.#settings.space, point) : {});
    if (!built.ok) return built;
    return ok({ ...built.value, replications: this.#model.replications });
  }

  tell(job: Job, measurement: Measurement): void {
    if (this.#state.told[job.id] || !this.#state.running.includes(job.variant)) return;
    const told = { ...this.#state.told, [job.id]: measurement };
    this.#state = { ...this.#state, told, done: this.#state.done + leadsOf(job) };
    this.#turn();
  }

  refuse(variant: number, faults: readonly ScenarioFault[]): void {
    this.#state = {
      ...this.#state,
      arms: this.#state.arms.map((arm, place) =>
        place === variant ? { ...arm, refused: faults } : arm
      ),
      running: this.#state.running.filter((arm) => arm !== variant)
    };
    this.#turn();
  }

  report(): OptimizerResult {
    return reportOf(this.#state, this.#settings, this.#rules);
  }

  /** Goes on to the next stage as soon as one is done. */
  #turn(): void {
    const { stage, running, told } = this.#state;
    if (stage > FINAL || this.jobs().length > 0) return;
    const measured = new Map<number, Measurement>();
    for (const arm of running) {
      const parts = this.#jobsOf(arm, stage).flatMap(({ id }) => told[id] ?? []);
      if (parts.length > 0) measured.set(arm, parts.reduce(addMeasurements));
    }
    this.#state = nextTurn(this.#state, measured, {
      space: this.#settings.space,
      rules: this.#rules
    });
  }

  #pieces(stage: number): readonly (readonly Share[])[] {
    if (stage > FINAL) return [];
    return (this.#shares[stage] ??= stageShares(this.#model, stage));
  }

  #jobsOf(variant: number, stage: number): readonly Job[] {
    return this.#pieces(stage).map((shares, piece) => ({
      id: `${variant}.${stage}.${piece}`,
      variant,
      shares,
      metrics: this.#metrics
    }));
  }
}
