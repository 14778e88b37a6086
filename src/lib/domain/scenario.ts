import type { Scalar } from './condition';
import type { Duration } from './duration';
import type { CadenceId, NodeId, Slug } from './ids';
import type { Channel } from './kinds/action';
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
  /** From the instant the step could begin to the instant it does; any step may have one. */
  readonly delay?: DrawnDelay;
  /** Only people with this skill may do it. */
  readonly skill?: Slug;
  /** Higher goes first where people take tasks by priority; 0 without it. */
  readonly priority?: number;
  /** Money that every touch here costs, beside people's time. */
  readonly cost?: number;
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
  /**
   * Leads per business day, day after day; the last figure goes on. Within a day by the weights of its 24
   * hours of local time, else evenly over the open time.
   */
  | {
      readonly type: 'curve';
      readonly perDay: readonly number[];
      readonly byHour?: readonly number[];
    }
  /** At random in the open time: so many an hour on average, whatever came before. */
  | { readonly type: 'poisson'; readonly perHour: number }
  /** Local date-times of the cadence's calendar. */
  | { readonly type: 'list'; readonly at: readonly string[] }
  /** Real leads, each with its own fields beside those of its segment: no more than these are simulated. */
  | { readonly type: 'leads'; readonly leads: readonly RealLead[] };

/** One lead of a table. */
export interface RealLead {
  /** Local date-time of the cadence's calendar. */
  readonly at: string;
  readonly fields: Readonly<Record<Slug, Scalar>>;
  /** Segment it belongs to; drawn without it. */
  readonly segment?: Slug;
}

export interface Segment {
  readonly id: Slug;
  readonly name: string;
  /** Share of the leads, relative to the other segments' weights. */
  readonly weight: number;
  readonly fields: Readonly<Record<Slug, Scalar>>;
  /** Added to the priority of its tasks. */
  readonly priority?: number;
  /** What a deal with one of them is worth, where it differs. */
  readonly dealValue?: number;
}

/** Whole days on which somebody is away; local dates, both included. */
export interface Absence {
  readonly from: string;
  readonly to: string;
}

/** A group of people who are alike. */
export interface Person {
  readonly id: Slug;
  readonly name: string;
  readonly role: Slug;
  /** How many of them there are. */
  readonly count: number;
  /** Their working hours, lunch and part-time included, where they differ from the role's. */
  readonly calendar?: WorkCalendar;
  readonly leave?: readonly Absence[];
  readonly skills?: readonly Slug[];
  readonly costPerHour?: number;
  /** Factor on the effort of every task: 0.8 is a fifth faster. */
  readonly effort?: number;
  /** Minutes it takes to turn to a task of another step than the one before. */
  readonly switching?: number;
  /** What becomes of a task that is not done when they go home: finished, or gone on with the next day. */
  readonly overtime?: 'finish' | 'nextDay';
}

/** What a whole team may send on one working day of the cadence, of one channel. */
export interface Quota {
  readonly id: Slug;
  readonly name: string;
  readonly channel: Channel;
  /** Only tasks of this role. */
  readonly role?: Slug;
  readonly perDay: number;
}

/** Which of the tasks that wait a person takes: the longest waiting, by priority, or by due date. */
export const QUEUE_ORDERS = ['fifo', 'priority', 'dueFirst'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

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
  /** Whoever does the tasks of their roles. A role without people has as many as it takes. */
  readonly people?: readonly Person[];
  readonly queue?: QueueOrder;
  readonly quotas?: readonly Quota[];
  /** What a deal is worth: money, per lead that leaves won. */
  readonly dealValue?: number;
  /** The first leads, not counted in the results. */
  readonly warmUp?: number;
  /** How often the whole is done, with other draws, where leads share people; 1 without it. */
  readonly replications?: number;
}
