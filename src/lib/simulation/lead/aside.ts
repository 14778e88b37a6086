import type { AsideLead } from '$lib/engine';
import type { Arrival } from './follower';
import type { Plan } from './plan';
import type { AsideSignals } from './signals';

/** What is kept of a lead that was put aside, beside the state of its one run. */
export interface Aside {
  readonly arrival: Arrival;
  readonly touched: boolean;
  readonly plan: Plan;
  readonly now: number;
  readonly inputs: number;
  /** When something happens to it that is not its task. */
  readonly until: number;
  readonly signals: AsideSignals | null;
  /** Null: it is in one cadence alone. */
  readonly lead: AsideLead | null;
}
