import type { Input } from '$lib/engine';
import type { Planner } from './planner';
import type { Watched } from './turn';

/** One run of a lead under way. */
export interface Driven extends Watched {
  readonly planner: Planner;
  apply(input: Input): void;
}

/** Everything that goes on for one lead. */
export interface World {
  /** The lead's number. */
  readonly index: number;
  /** In the order in which they began; more may come while inputs are applied. */
  readonly runs: readonly Driven[];
  /** When the next signal comes to the lead. */
  readonly nextSignal: number;
  /** How far it has come. */
  readonly course: Course;
  /** Gives the next signal to the runs that are under way. */
  deliver(): void;
}

/** How far a lead has come. */
export interface Course {
  now: number;
  /** It is followed no longer than up to this instant. */
  last: number;
  /** What has happened to it. */
  inputs: number;
}
