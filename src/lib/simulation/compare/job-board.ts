import type { Experiment, Job, Progress } from './experiment';
import { MadeVariants, type Made } from './made-variants';
import type { Measurement } from './measure';

/** Does one job, here or elsewhere; null: it was stopped. */
export type DoJob = (job: Job, made: Made) => Promise<Measurement | null>;

/** The jobs of an experiment, for several who do them side by side: each takes what nobody has begun. */
export class JobBoard<Report> {
  readonly #experiment: Experiment<Report>;
  readonly #made = new MadeVariants();
  /** Leads done, by job. */
  readonly #underWay = new Map<string, number>();
  readonly #whenTold: () => void;
  #stopped = false;
  #failure: { readonly error: unknown } | null = null;
  /** Those who wait until there is another job, or none will come. */
  #wake: (() => void)[] = [];

  /** `whenTold` is called after every job that was done. */
  constructor(experiment: Experiment<Report>, whenTold: () => void = () => undefined) {
    this.#experiment = experiment;
    this.#whenTold = whenTold;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  get progress(): Progress {
    const { done: told, of } = this.#experiment.progress;
    return { done: [...this.#underWay.values()].reduce((sum, leads) => sum + leads, told), of };
  }

  /** What was found so far. */
  report(): Report {
    return this.#experiment.report();
  }

  /**
   * Does one job after the other, and waits where others must be done first; resolves when all are done,
   * or it is stopped. A job that fails stops everybody, and is thrown to each.
   */
  async work(run: DoJob): Promise<void> {
    while (!this.#stopped) {
      try {
        const job = this.#next();
        if (job) await this.#do(job, run);
        else if (this.#underWay.size === 0) return;
        else await new Promise<void>((resolve) => this.#wake.push(resolve));
      } catch (error) {
        this.#failure ??= { error };
        this.stop();
      }
    }
    if (this.#failure) throw this.#failure.error;
  }

  /** So many leads of a job have been run. */
  note(job: Job, done: number): void {
    if (this.#underWay.has(job.id)) this.#underWay.set(job.id, done);
  }

  /** Nobody begins another job. */
  stop(): void {
    this.#stopped = true;
    this.#stir();
  }

  #next(): Job | undefined {
    return this.#experiment.jobs().find(({ id }) => !this.#underWay.has(id));
  }

  async #do(job: Job, run: DoJob): Promise<void> {
    const made = this.#made.make(job.variant, () => this.#experiment.variant(job.variant));
    if (made.ok) await this.#measure(job, () => run(job, made.value));
    else this.#experiment.refuse(job.variant, made.error);
    this.#stir();
  }

  async #measure(job: Job, run: () => Promise<Measurement | null>): Promise<void> {
    this.#underWay.set(job.id, 0);
    try {
      const measurement = await run();
      if (measurement) this.#experiment.tell(job, measurement);
    } finally {
      this.#underWay.delete(job.id);
    }
    this.#whenTold();
  }

  #stir(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
