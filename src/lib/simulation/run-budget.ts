import type { Stopped } from './statistics/result';

/** What a run may take; it is ended with what it has once that is used up. */
export interface RunBudget {
  readonly seconds?: number;
  /** Memory of the whole program while it runs. */
  readonly megabytes?: number;
}

/** What a run has taken so far, by the clock of whoever runs it. */
export interface Spent {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Why a run must be ended; null: it may go on. */
export function exceeded(
  { seconds = Infinity, megabytes = Infinity }: RunBudget,
  spent: Spent
): Stopped['reason'] | null {
  if (spent.seconds >= seconds) return 'time';
  return spent.megabytes >= megabytes ? 'memory' : null;
}
