import { exceeded, type Stopped } from '$lib/simulation';
import type { RunBudget } from '../arguments';
import type { Terminal } from '../terminal';

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
    return this.#budget.seconds === Infinity && this.#budget.megabytes === Infinity;
  }

  look(): Stopped['reason'] | null {
    const seconds = (this.#terminal.now() - this.#began) / 1000;
    return exceeded(this.#budget, { seconds, megabytes: this.#terminal.memory() });
  }
}
