import type { Scalar } from './condition';
import type { Duration } from './duration';
import type { CadenceId, NodeId, Slug } from './ids';
import type { WorkCalendar } from '$lib/calendar';

/** A length of time, or of effort, drawn anew each time. The unit stands beside it. */
export type Distribution =
  | { readonly type: 'constant'; readonly value: number }
  | { readonly type: 'uniform'; readonly min: number; readonly max: number }
  | {
      readonly type: 'triangular';
      readonly min: number;
      readonly mode: number;
      readonly max: number;
    }
  | { readonly type: 'exponential'; readonly mean: number }
  | { readonly type: 'lognormal'; readonly median: number; readonly p90: number }
  | {
      readonly type: 'normal';
      readonly mean: number;
      readonly deviation: number;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly type: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly type: 'empirical'; readonly values: readonly number[] };

/** A drawn length of time and what its figures count; business units run on the calendar. */
export interface DrawnDelay {
  readonly distribution: Distribution;
  readonly unit: Duration['unit'];
}

export interface OutcomeChance {
  readonly disposition: Slug;
  /** From 0 to 1; what the chances of a step leave over is "done, no disposition". */
  readonly chance: number;
  /** Other chances for leads of a segment. */
  readonly bySegment?: Readonly<Record<Slug, number>>;
}

/** What is assumed of one step. */
export interface StepAssumption {
  readonly outcomes?: readonly OutcomeChance[];
  /** A person's working time for it, minutes. */
  readonly effort?: Distribution;
  /** From the instant the step could begin to the instant it does. */
  readonly delay?: DrawnDelay;
}

export interface SignalAssumption {
  readonly signal: Slug;
  /** From 0 to 1, per visit of `after`, or per lead without it. */
  readonly chance: number;
  readonly after?: NodeId;
  readonly delay: DrawnDelay;
}

export type Arrivals =
  | { readonly type: 'atOnce' }
  /** Spread evenly over the time, in order, each at a random place within its share of it. */
  | { readonly type: 'even'; readonly over: Duration }
  /** Leads per business day, day after day. */
  | { readonly type: 'curve'; readonly perDay: readonly number[] }
  /** Local date-times of the cadence's calendar. */
  | { readonly type: 'list'; readonly at: readonly string[] };

export interface Segment {
  readonly id: Slug;
  readonly name: string;
  /** Share of the leads, relative to the other segments' weights. */
  readonly weight: number;
  readonly fields: Readonly<Record<Slug, Scalar>>;
}

export interface Person {
  readonly id: Slug;
  readonly name: string;
  readonly role: Slug;
  readonly count: number;
  readonly calendar?: WorkCalendar;
  readonly skills?: readonly Slug[];
  readonly costPerHour?: number;
}

/** Assumptions for one simulation: everything about the world that the cadence does not decide. */
export interface Scenario {
  readonly id: Slug;
  readonly name: string;
  /** Local date-time of the cadence's calendar, `YYYY-MM-DDTHH:MM`. */
  readonly start: string;
  readonly leads: number;
  readonly seed: number;
  readonly arrivals: Arrivals;
  readonly segments?: readonly Segment[];
  readonly steps: Readonly<Record<NodeId, StepAssumption>>;
  /** The same for the steps of linked cadences. */
  readonly linked?: Readonly<Record<CadenceId, Readonly<Record<NodeId, StepAssumption>>>>;
  readonly signals?: readonly SignalAssumption[];
  readonly people?: readonly Person[];
  readonly dealValue?: number;
  /** The first leads, not counted in the results. */
  readonly warmUp?: number;
}
