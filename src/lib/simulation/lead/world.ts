import type { Input } from '$lib/engine';
import type { Planner, Watched } from './planner';

/** One run of a lead under way. */
export interface Driven extends Watched {
  readonly planner: Planner;
  apply(input: Input): void;
}

/** Everything that goes on for one lead. */
export interface World {
  /** In the order in which they began; more may come while inputs are applied. */
  readonly runs: readonly Driven[];
  /** When the next signal comes to the lead. */
  readonly nextSignal: number;
  /** Gives the next signal to the runs that are under way. */
  deliver(): void;
}
