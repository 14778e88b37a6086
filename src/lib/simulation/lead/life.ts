import type { ParkedRuns, RunState } from '$lib/engine';
import type { Aside } from './aside';
import type { Arrival } from './follower';

/** What lives through the lives of leads, one after the other. */
export interface Life {
  /** A lead arrives. */
  begin(arrival: Arrival): void;
  /** Lets everything happen to it up to an instant; see `proceed`. */
  proceed(upTo: number): number;
  /** It is not followed beyond an instant, whatever might happen then. */
  giveUp(now: number): void;
  /** It is followed no further; the state is that of its run in the simulated cadence. */
  end(): RunState;
  /** Puts the lead aside in a row, so that another may live here; null: it cannot be. */
  putAside(runs: ParkedRuns, row: number): Aside | null;
  /** Goes on with a lead that was put aside in a row. */
  takeUp(runs: ParkedRuns, row: number, aside: Aside): void;
}
