import type { Model, ModelOptions } from '../model/model';
import type { Experiment, Progress } from './experiment';
import { JobRun } from './job-run';
import { variantModel } from './variant';

/** So many models are kept: as many as are run in turns. */
const MODELS = 4;

/**
 * An experiment on one thread. The caller decides how many leads at a time, and may stop between two
 * calls with what there is.
 */
export class ExperimentRun<Report> {
  readonly #experiment: Experiment<Report>;
  readonly #here: ModelOptions;
  #current: JobRun | null = null;
  /** The models used last, oldest first. */
  readonly #models = new Map<number, Model>();

  constructor(experiment: Experiment<Report>, here: ModelOptions = {}) {
    this.#experiment = experiment;
    this.#here = here;
  }

  get progress(): Progress {
    const { done, of } = this.#experiment.progress;
    return { done: done + (this.#current?.done ?? 0), of };
  }

  /** Runs up to `count` more leads; true when there is nothing left to do. */
  run(count: number): boolean {
    for (let left = count; left > 0;) {
      this.#current ??= this.#begin();
      if (!this.#current) return true;
      const before = this.#current.done;
      const over = this.#current.run(left);
      left -= this.#current.done - before;
      if (!over) return false;
      this.#experiment.tell(this.#current.job, this.#current.measurement());
      this.#current = null;
    }
    return this.#experiment.jobs().length === 0;
  }

  /** What was found so far. */
  report(): Report {
    return this.#experiment.report();
  }

  #begin(): JobRun | null {
    for (;;) {
      const [job] = this.#experiment.jobs();
      if (!job) return null;
      const model = this.#model(job.variant);
      if (model) return new JobRun(job, model);
    }
  }

  #model(index: number): Model | null {
    const kept = this.#models.get(index);
    if (kept) return kept;
    const variant = this.#experiment.variant(index);
    const model = variant.ok ? variantModel(variant.value, this.#here) : variant;
    if (!model.ok) {
      this.#experiment.refuse(index, model.error);
      return null;
    }
    for (const oldest of this.#models.keys())
      if (this.#models.size >= MODELS) this.#models.delete(oldest);
    this.#models.set(index, model.value);
    return model.value;
  }
}
