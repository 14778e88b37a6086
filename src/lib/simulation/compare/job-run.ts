import type { Model } from '../model/model';
import { runShare } from '../run';
import type { ShareRun } from '../shares';
import { Tally } from '../statistics/tally';
import type { Job } from './experiment';
import { measure, type Measurement } from './measure';

/** One job under way. */
export class JobRun {
  readonly job: Job;
  readonly #model: Model;
  readonly #tally: Tally;
  #place = 0;
  #share: ShareRun | null = null;
  #before = 0;

  constructor(job: Job, model: Model) {
    this.job = job;
    this.#model = model;
    this.#tally = new Tally(model);
  }

  /** Leads run so far. */
  get done(): number {
    return this.#before + (this.#share?.done ?? 0);
  }

  /** Runs up to `count` more leads; true when all have been run. */
  run(count: number): boolean {
    const { shares } = this.job;
    const end = this.done + count;
    for (;;) {
      const share = shares[this.#place];
      if (!share) return true;
      if (this.done >= end) return false;
      this.#share ??= runShare(this.#model, share, this.#tally);
      if (!this.#share.run(end - this.done)) return false;
      this.#before += share.to - share.from;
      this.#share = null;
      this.#place++;
    }
  }

  measurement(): Measurement {
    return measure(this.#model, this.#tally, this.job.metrics);
  }
}
