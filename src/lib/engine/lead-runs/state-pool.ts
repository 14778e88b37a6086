import type { Program } from '$lib/program';
import { createState } from '../create-state';
import type { RunState } from '../state';

/** States of runs that are over, for the next ones of the same program. */
export class StatePool {
  readonly #free = new Map<Program, RunState[]>();

  take(program: Program): RunState {
    return this.#free.get(program)?.pop() ?? createState(program);
  }

  give(program: Program, state: RunState): void {
    const free = this.#free.get(program);
    if (free) free.push(state);
    else this.#free.set(program, [state]);
  }
}
