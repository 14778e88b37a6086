import type { Scratch } from '../columnar/scratch';
import type { BatchCounts } from './batch-counts';
import type { Crowd } from './crowd';
import type { ParkedLeads } from './parked-leads';

/** What a sweep works with. */
export interface SweepTools {
  readonly crowd: Crowd;
  readonly scratch: Scratch;
  readonly counts: BatchCounts;
  readonly parked: ParkedLeads;
  /** Leads must not stand later. */
  readonly limit: number;
  /** Number of its first group among those of all sweeps. */
  readonly firstPlace: number;
}
