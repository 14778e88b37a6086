import { JobRun, MadeVariants, type Measurement } from '$lib/simulation';
import { InvariantError, ok } from '$lib/util';
import type { JobTask } from '../thread';

/** Does jobs that another thread hands out. */
export class Jobs {
  readonly #made = new MadeVariants();

  perform({ job, variant }: JobTask): Measurement {
    const made = this.#made.make(job.variant, () => ok(variant));
    if (!made.ok) throw new InvariantError('a variant is looked at before its jobs are handed out');
    const run = new JobRun(job, made.value.model);
    while (!run.run(Infinity));
    return run.measurement();
  }
}
