import { fail, ok, type Result } from '$lib/util';
import { estimateIn } from '../compare/between';
import { leadsOf, type Experiment, type Job, type Progress } from '../compare/experiment';
import type { Measurement } from '../compare/measure';
import { kindOfMetric, whyNot } from '../compare/metrics';
import { piecesOf } from '../compare/pieces';
import { addMeasurements, countedLeads } from '../compare/sample';
import { variantModel, type Variant } from '../compare/variant';
import type { Model } from '../model/model';
import type { Build } from '../optimize/optimizer';
import type { ScenarioFault } from '../statistics/result';
import type { Share } from '../shares';
import type { Assumption, Moved, Steps } from './assumption';
import { byEffect, entryOf } from './entry';
import { assumptionsOfParameters, type NamedTime } from './of-parameters';
import { assumptionsOfSteps } from './of-steps';
import { assumptionsOfWorld } from './of-world';
import type { SensitivityResult } from './result';

export interface SensitivitySettings {
  readonly goal: string;
  /** How far assumptions are moved; a tenth to either side without it. */
  readonly steps?: Steps;
  /** Named times of the cadence that are moved too. */
  readonly parameters?: readonly NamedTime[];
  /** Paths of the assumptions to look at, or what they begin with; all without it. */
  readonly only?: readonly string[];
}

const TENTH: Steps = { relative: 0.1 };

/** A sensitivity analysis, ready to run, or why there can be none. `build` sets named times. */
export function sensitivityOf(
  settings: SensitivitySettings,
  build: Build
): Result<SensitivityAnalysis, readonly ScenarioFault[]> {
  const { goal, steps = TENTH, parameters = [], only } = settings;
  const faults: ScenarioFault[] = [];
  if (!(steps.relative > 0 && steps.relative < 1))
    faults.push({ path: 'steps.relative', message: 'must be above 0 and below 1' });
  if (steps.chance !== undefined && !(steps.chance > 0 && steps.chance < 1))
    faults.push({ path: 'steps.chance', message: 'must be above 0 and below 1' });
  const variant = build({});
  const model = variant.ok ? variantModel(variant.value) : variant;
  if (!variant.ok || !model.ok) return fail([...faults, ...(model.ok ? [] : model.error)]);
  const message = whyNot(model.value, goal);
  if (message) faults.push({ path: 'goal', message });
  const { program, linked } = model.value;
  const programs = [program, ...linked.map((each) => each.program)] as const;
  const { scenario } = variant.value;
  const all =
    faults.length > 0
      ? []
      : [
          ...assumptionsOfParameters(parameters, steps),
          ...assumptionsOfSteps(scenario, steps, programs),
          ...assumptionsOfWorld(scenario, steps)
        ];
  for (const path of only ?? [])
    if (faults.length === 0 && !all.some((each) => isAt(each, path)))
      faults.push({ path, message: 'is no assumption that can be moved' });
  if (faults.length > 0) return fail(faults);
  const looked = only ? all.filter((each) => only.some((path) => isAt(each, path))) : all;
  return ok(new SensitivityAnalysis(goal, looked, build, variant.value, model.value));
}

function isAt({ path }: Assumption, asked: string): boolean {
  return path === asked || path.startsWith(`${asked}.`);
}

/** The assumptions as they stand, then each of them moved to either side, all on the same leads. */
export class SensitivityAnalysis implements Experiment<SensitivityResult> {
  readonly #goal: string;
  readonly #assumptions: readonly Assumption[];
  readonly #build: Build;
  readonly #base: Variant;
  readonly #model: Model;
  readonly #pieces: readonly (readonly Share[])[];
  /** By number of the variant: 0 stands, 2k + 1 and 2k + 2 are the sides of assumption k. */
  readonly #told = new Map<number, Measurement>();
  readonly #refused = new Map<number, readonly ScenarioFault[]>();
  readonly #open = new Map<string, Job>();
  readonly #of: number;
  #done = 0;

  constructor(
    goal: string,
    assumptions: readonly Assumption[],
    build: Build,
    base: Variant,
    model: Model
  ) {
    this.#goal = goal;
    this.#assumptions = assumptions;
    this.#build = build;
    this.#base = base;
    this.#model = model;
    this.#pieces = piecesOf(model);
    this.#plan(0);
    assumptions.forEach(({ low, high }, place) => {
      if (low) this.#plan(2 * place + 1);
      if (high) this.#plan(2 * place + 2);
    });
    this.#of = [...this.#open.values()].reduce((sum, job) => sum + leadsOf(job), 0);
  }

  get progress(): Progress {
    return { done: this.#done, of: this.#of };
  }

  jobs(): readonly Job[] {
    return [...this.#open.values()];
  }

  variant(index: number): Result<Variant, readonly ScenarioFault[]> {
    const moved = this.#moved(index);
    if (moved?.values) return this.#build(moved.values);
    return ok(moved?.scenario ? { ...this.#base, scenario: moved.scenario } : this.#base);
  }

  tell(job: Job, measurement: Measurement): void {
    if (!this.#open.delete(job.id)) return;
    const before = this.#told.get(job.variant);
    this.#told.set(job.variant, before ? addMeasurements(before, measurement) : measurement);
    this.#done += leadsOf(job);
  }

  refuse(variant: number, faults: readonly ScenarioFault[]): void {
    this.#refused.set(variant, faults);
    for (const job of this.jobs()) if (job.variant === variant) this.#open.delete(job.id);
  }

  report(): SensitivityResult {
    const base = this.#told.get(0) ?? null;
    const kind = kindOfMetric(this.#model.program, this.#goal) ?? 'count';
    const asked = { goal: this.#goal, kind, many: this.#assumptions.length };
    const entries = this.#assumptions.map((assumption, place) =>
      entryOf(
        assumption,
        {
          base,
          low: this.#told.get(2 * place + 1) ?? null,
          high: this.#told.get(2 * place + 2) ?? null
        },
        asked
      )
    );
    return {
      goal: this.#goal,
      kind,
      base: base && estimateIn(base, this.#goal),
      leads: base ? countedLeads(base) : 0,
      complete: this.#open.size === 0,
      assumptions: entries.sort(byEffect),
      refused: [...this.#refused]
        .sort(([a], [b]) => a - b)
        .map(([variant, faults]) => ({ path: this.#pathOf(variant), faults }))
    };
  }

  #plan(variant: number): void {
    const metrics = [this.#goal];
    this.#pieces.forEach((shares, piece) => {
      const id = `${variant}.${piece}`;
      this.#open.set(id, { id, variant, shares, metrics });
    });
  }

  #moved(variant: number): Moved | null {
    const assumption = this.#assumptions[Math.floor((variant - 1) / 2)];
    if (variant === 0 || !assumption) return null;
    return variant % 2 === 1 ? assumption.low : assumption.high;
  }

  #pathOf(variant: number): string {
    return this.#assumptions[Math.floor((variant - 1) / 2)]?.path ?? '';
  }
}
