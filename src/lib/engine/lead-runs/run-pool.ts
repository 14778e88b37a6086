import type { Program } from '$lib/program';
import { STATUS } from '../state';
import type { LeadRun } from './lead-run';

/** Runs of leads that are done with, for the next ones in the same program: with state and sink. */
export class RunPool {
  readonly #free = new Map<Program, LeadRun[]>();

  take(program: Program): LeadRun | null {
    return this.#free.get(program)?.pop() ?? null;
  }

  give(run: LeadRun): void {
    // It may have been left while it was under way.
    run.state.status = STATUS.idle;
    const free = this.#free.get(run.program);
    if (free) free.push(run);
    else this.#free.set(run.program, [run]);
  }
}
