import type { RunState } from '$lib/engine';
import type { Counters } from './counters';

/** How a lead comes into the simulated cadence. */
export interface Arrival {
  readonly at: number;
  readonly segment: number;
  readonly leadKey: number;
}

/** What lives through the lives of leads, one after the other. */
export interface Life {
  /** From the lead's arrival to its end; the state is that of its run in the simulated cadence then. */
  live(arrival: Arrival): RunState;
  /** What was counted in other cadences, and in later runs of the simulated one. */
  readonly linked: readonly Counters[];
}
