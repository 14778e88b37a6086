import type { Scalar } from '$lib/domain';
import type { RunState } from '$lib/engine';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { Tally } from '../statistics/tally';

/** How a lead comes into the simulated cadence, and where it is counted. */
export interface Arrival {
  readonly at: number;
  readonly segment: number;
  readonly leadKey: number;
  readonly fields: Readonly<Record<string, Scalar>>;
  readonly tally: Tally;
  /** The cell of `tally` for its replication, batch and segment. */
  readonly cell: CadenceTally;
}

/** What lives through the lives of leads, one after the other. */
export interface Life {
  /** From the lead's arrival to its end; the state is that of its run in the simulated cadence then. */
  live(arrival: Arrival): RunState;
}
