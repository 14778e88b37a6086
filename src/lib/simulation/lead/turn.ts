import type { RunState } from '$lib/engine';
import type { Draws } from '../chance/draw';
import type { Staffing } from '../people/staffing';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { LeadTally } from './lead-tally';

/** What a planner sees of the run it plans for. */
export interface Watched {
  readonly state: RunState;
  /** Whether it goes on; a run that was cut off does not. */
  readonly running: boolean;
}

/** Which run a planner turns to, and where it counts. */
export interface Turn {
  readonly tally: CadenceTally;
  /** Where the money that is spent on the lead counts. */
  readonly purse: CadenceTally;
  readonly segment: number;
  /** Added to the priority of its tasks. */
  readonly priority: number;
  /** Tells a lead's runs of one cadence apart. */
  readonly lane: number;
  /** Number of the run among all those of its lead. */
  readonly number: number;
}

/** What a planner works with. */
export interface Tools {
  readonly draws: Draws;
  readonly lead: LeadTally;
  /** Null: leads share nothing. */
  readonly staffing: Staffing | null;
}
