import {
  JobRun,
  variantModel,
  type Experiment,
  type Job,
  type Model,
  type Variant
} from '$lib/simulation';
import type { Clock } from '../host/clock';
import type { InvestigationEvents, JobHelp, Reports } from '../investigation-protocol';
import { Slices } from '../simulate/slices';

const PROGRESS_EVERY = 50;
const PARTIAL_EVERY = 250;

type Report = Reports[keyof Reports];

export interface LedExperimentOptions {
  readonly run: string;
  readonly events: InvestigationEvents;
  readonly clock: Clock;
  /** Milliseconds of work left from which others are asked to help. */
  readonly worthHelp: number;
}

interface Made {
  readonly variant: Variant;
  readonly model: Model;
}

/** An experiment, led: its jobs are done here and by whoever helps, and told in one place. */
export class LedExperiment {
  readonly #experiment: Experiment<Report>;
  readonly #options: LedExperimentOptions;
  readonly #underWay = new Map<string, number>();
  readonly #helpers = new Set<JobHelp>();
  readonly #made = new Map<number, Made>();
  readonly #began: number;
  #reported: number;
  #shown: number;
  #asked = false;
  #cancelled = false;
  #failed: Error | null = null;
  /** Those who wait until there is another job, or none will come. */
  #wake: (() => void)[] = [];

  constructor(experiment: Experiment<Report>, options: LedExperimentOptions) {
    this.#experiment = experiment;
    this.#options = options;
    this.#began = this.#reported = this.#shown = options.clock.now();
  }

  get workers(): number {
    return 1 + this.#helpers.size;
  }

  /** Runs to the end; null: it was cancelled. */
  async toEnd(): Promise<Report | null> {
    const slices = new Slices(this.#options.clock);
    await this.#work(async (job, { model }) => {
      const run = new JobRun(job, model);
      const over = await slices.run(run, () => {
        this.#note(job, run.done);
        return !this.#cancelled;
      });
      return over ? run.measurement() : null;
    });
    if (this.#failed) throw this.#failed;
    return this.#cancelled ? null : this.#experiment.report();
  }

  help(helper: JobHelp, whenDone: () => void): void {
    this.#helpers.add(helper);
    this.#work((job, { variant }) => helper.run(job, variant, (done) => this.#note(job, done)))
      .catch((error: unknown) => {
        this.#failed = error instanceof Error ? error : new Error(String(error));
        this.cancel();
      })
      .finally(whenDone);
  }

  cancel(): void {
    this.#cancelled = true;
    for (const helper of this.#helpers) void helper.stop();
    this.#stir();
  }

  /** Does one job after the other, and waits where others must be done first. */
  async #work(
    run: (job: Job, made: Made) => Promise<Parameters<Experiment<Report>['tell']>[1] | null>
  ): Promise<void> {
    while (!this.#cancelled) {
      const job = this.#experiment.jobs().find(({ id }) => !this.#underWay.has(id));
      if (!job) {
        if (this.#underWay.size === 0) return;
        await new Promise<void>((resolve) => this.#wake.push(resolve));
        continue;
      }
      const made = this.#make(job.variant);
      if (!made) continue;
      this.#underWay.set(job.id, 0);
      const measurement = await run(job, made);
      this.#underWay.delete(job.id);
      if (measurement) this.#experiment.tell(job, measurement);
      this.#report();
      this.#stir();
    }
  }

  #make(index: number): Made | null {
    const known = this.#made.get(index);
    if (known) return known;
    const variant = this.#experiment.variant(index);
    const model = variant.ok ? variantModel(variant.value) : variant;
    if (!variant.ok || !model.ok) {
      this.#experiment.refuse(index, model.ok ? [] : model.error);
      return null;
    }
    const made = { variant: variant.value, model: model.value };
    // Jobs of a variant come one after the other, for each who works.
    if (this.#made.size > this.workers) this.#made.clear();
    this.#made.set(index, made);
    return made;
  }

  #stir(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  #note(job: Job, done: number): void {
    if (this.#underWay.has(job.id)) this.#underWay.set(job.id, done);
    this.#report();
  }

  #report(): void {
    if (this.#cancelled) return;
    const { run, events, clock, worthHelp } = this.#options;
    const time = clock.now();
    const { done: told, of } = this.#experiment.progress;
    const done = [...this.#underWay.values()].reduce((sum, leads) => sum + leads, told);
    if (time - this.#reported >= PROGRESS_EVERY) {
      this.#reported = time;
      events.progress({ run, done, leads: of });
    }
    if (!this.#asked && (of - done) * (time - this.#began) >= worthHelp * done) {
      this.#asked = true;
      events.help(run, Infinity);
    }
    if (time - this.#shown >= PARTIAL_EVERY) {
      events.partial({ run, report: this.#experiment.report() });
      this.#shown = clock.now();
    }
  }
}
