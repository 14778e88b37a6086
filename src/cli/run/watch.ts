import { exceeded, type RunBudget, type Stopped } from '$lib/simulation';
import type { Terminal } from '../terminal';

/** Milliseconds between two looks at what work on threads has taken. */
export const LOOK_EVERY = 20;

/** Looks whether a run has used up its budget, which counts from here on. */
export class Watch {
  readonly #budget: RunBudget;
  readonly #terminal: Terminal;
  readonly #began: number;

  constructor(budget: RunBudget, terminal: Terminal) {
    this.#budget = budget;
    this.#terminal = terminal;
    this.#began = terminal.now();
  }

  /** Nothing is limited. */
  get isOff(): boolean {
    const { seconds = Infinity, megabytes = Infinity } = this.#budget;
    return seconds === Infinity && megabytes === Infinity;
  }

  look(): Stopped['reason'] | null {
    const seconds = (this.#terminal.now() - this.#began) / 1000;
    return exceeded(this.#budget, { seconds, megabytes: this.#terminal.memory() });
  }
}
