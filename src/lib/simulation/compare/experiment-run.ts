import type { Model } from '../model/model';
import type { Experiment, Progress } from './experiment';
import { JobRun } from './job-run';
import { MadeVariants } from './made-variants';

/**
 * An experiment on one thread. The caller decides how many leads at a time, and may stop between two
 * calls with what there is.
 */
export class ExperimentRun<Report> {
  readonly #experiment: Experiment<Report>;
  readonly #made = new MadeVariants();
  #current: JobRun | null = null;

  constructor(experiment: Experiment<Report>) {
    this.#experiment = experiment;
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
    const made = this.#made.make(index, () => this.#experiment.variant(index));
    if (made.ok) return made.value.model;
    this.#experiment.refuse(index, made.error);
    return null;
  }
}
