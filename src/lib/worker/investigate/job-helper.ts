import {
  JobRun,
  variantModel,
  type Job,
  type Measurement,
  type Model,
  type Variant
} from '$lib/simulation';
import { InvariantError } from '$lib/util';
import type { Clock } from '../host/clock';
import type { JobHelp } from '../investigation-protocol';
import { Slices } from '../simulate/slices';

/** Jobs of an investigation that another worker leads. */
export class JobHelper implements JobHelp {
  readonly #slices: Slices;
  /** Jobs of a variant come one after the other: one model is kept. */
  #made: { readonly variant: number; readonly model: Model } | null = null;
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
    if (this.#made?.variant === index) return this.#made.model;
    const model = variantModel(variant);
    if (!model.ok) throw new InvariantError('what the leader could make, a helper cannot');
    this.#made = { variant: index, model: model.value };
    return model.value;
  }
}
