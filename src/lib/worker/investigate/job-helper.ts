import {
  JobRun,
  MadeVariants,
  type Job,
  type Measurement,
  type Model,
  type Variant
} from '$lib/simulation';
import { InvariantError, ok } from '$lib/util';
import type { Clock } from '../host/clock';
import type { JobHelp } from '../investigation-protocol';
import { Slices } from '../simulate/slices';

/** Jobs of an investigation that another worker leads. */
export class JobHelper implements JobHelp {
  readonly #slices: Slices;
  readonly #made = new MadeVariants();
  #stopped = false;

  constructor(clock: Clock) {
    this.#slices = new Slices(clock);
  }

  async run(
    job: Job,
    variant: Variant,
    onProgress: (done: number) => void
  ): Promise<Measurement | null> {
    const work = new JobRun(job, this.#model(job.variant, variant));
    const over = await this.#slices.run(work, () => {
      onProgress(work.done);
      return !this.#stopped;
    });
    return over ? work.measurement() : null;
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return Promise.resolve();
  }

  #model(index: number, variant: Variant): Model {
    const made = this.#made.make(index, () => ok(variant));
    if (!made.ok) throw new InvariantError('what the leader could make, a helper cannot');
    return made.value.model;
  }
}
