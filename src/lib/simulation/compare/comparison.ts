import { fail, ok, type Result } from '$lib/util';
import type { Model } from '../model/model';
import { metricsOf } from '../statistics/metrics';
import type { ScenarioFault } from '../statistics/result';
import { between } from './between';
import type { ComparedMetric, ComparedVariant, ComparisonResult } from './comparison-result';
import { leadsOf, type Experiment, type Job, type Progress } from './experiment';
import type { Measurement } from './measure';
import { kindOfMetric, whyNot } from './metrics';
import { piecesOf } from './pieces';
import { addMeasurements, countedLeads, samplesOf } from './sample';
import { variantModel, type Variant } from './variant';
import { differenceInWords } from './words';

export interface NamedVariant extends Variant {
  readonly name: string;
}

export interface ComparisonOptions {
  /** Those that all variants have, without it. */
  readonly metrics?: readonly string[];
}

/** The settings that make leads comparable: numbered alike, with the same draws. */
const ALIKE = ['leads', 'seed', 'replications', 'warmUp'] as const;

/** Two or more variants, ready to be compared with the first, or why they cannot be. */
export function comparisonOf(
  variants: readonly NamedVariant[],
  options: ComparisonOptions = {}
): Result<Comparison, readonly ScenarioFault[]> {
  if (variants.length < 2)
    return fail([{ path: 'variants', message: 'needs two variants or more to compare' }]);
  const faults: ScenarioFault[] = [];
  const models = variants.flatMap((variant, place) => {
    const model = variantModel(variant);
    if (model.ok) return [model.value];
    for (const { path, message } of model.error)
      faults.push({ path: `variants[${place}].${path}`, message });
    return [];
  });
  const [first] = models;
  if (!first || faults.length > 0) return fail(faults);
  models.forEach((model, place) => {
    for (const key of ALIKE)
      if (model[key] !== first[key])
        faults.push({
          path: `variants[${place}].${key}`,
          message: `must be ${first[key]}, as for "${variants[0]?.name}", to meet the same leads`
        });
    for (const metric of options.metrics ?? []) {
      const message = whyNot(model, metric);
      if (message) faults.push({ path: `variants[${place}].metrics`, message });
    }
  });
  if (faults.length > 0) return fail(faults);
  return ok(new Comparison(variants, models, options.metrics ?? sharedMetrics(models)));
}

function sharedMetrics([first, ...others]: readonly Model[]): readonly string[] {
  const all = first ? metricsOf(first).map(({ id }) => id) : [];
  return all.filter((id) =>
    others.every((model) => metricsOf(model).some((metric) => metric.id === id))
  );
}

/** Variants run side by side, piece by piece, so that what is known sharpens for all of them. */
export class Comparison implements Experiment<ComparisonResult> {
  readonly #variants: readonly NamedVariant[];
  readonly #metrics: readonly string[];
  readonly #seed: number;
  readonly #open = new Map<string, Job>();
  readonly #told: (Measurement | null)[];
  readonly #of: number;
  #done = 0;

  constructor(
    variants: readonly NamedVariant[],
    models: readonly Model[],
    metrics: readonly string[]
  ) {
    this.#variants = variants;
    this.#metrics = metrics;
    this.#seed = models[0]?.seed ?? 0;
    this.#told = variants.map(() => null);
    const pieces = models.map(piecesOf);
    const most = pieces.reduce((max, { length }) => Math.max(max, length), 0);
    for (let piece = 0; piece < most; piece++)
      pieces.forEach((of, variant) => {
        const shares = of[piece];
        const id = `${variant}.${piece}`;
        if (shares) this.#open.set(id, { id, variant, shares, metrics });
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
    const variant = this.#variants[index];
    return variant ? ok(variant) : fail([{ path: `variants[${index}]`, message: 'is not there' }]);
  }

  tell(job: Job, measurement: Measurement): void {
    if (!this.#open.delete(job.id)) return;
    const before = this.#told[job.variant];
    this.#told[job.variant] = before ? addMeasurements(before, measurement) : measurement;
    this.#done += leadsOf(job);
  }

  /** All of them could be made into models before. */
  refuse(variant: number): void {
    for (const job of this.jobs()) if (job.variant === variant) this.#open.delete(job.id);
  }

  report(): ComparisonResult {
    const [first] = this.#told;
    return {
      first: this.#variants[0]?.name ?? '',
      seed: this.#seed,
      leads: first ? countedLeads(first) : 0,
      units: this.#units(),
      complete: this.#open.size === 0,
      others: this.#variants.slice(1).map((_, place) => this.#compared(place + 1))
    };
  }

  #units(): number {
    const told = this.#told.filter((each) => each !== null);
    if (told.length < this.#told.length) return 0;
    return samplesOf(told, this.#metrics[0] ?? '')?.[0]?.above.length ?? 0;
  }

  #compared(place: number): ComparedVariant {
    const name = this.#variants[place]?.name ?? '';
    return { name, metrics: this.#metrics.map((metric) => this.#metric(metric, place, name)) };
  }

  #metric(metric: string, place: number, name: string): ComparedMetric {
    const program = this.#variants[0]?.program;
    const kind = (program && kindOfMetric(program, metric)) ?? 'count';
    const [a, b] = [this.#told[0], this.#told[place]];
    const { first, other, difference } = between(a ?? null, b ?? null, metric);
    return {
      metric,
      kind,
      first,
      other,
      difference,
      seen: difference !== null && (difference.low > 0 || difference.high < 0),
      words: differenceInWords({ name, metric, kind, difference })
    };
  }
}
