import type { Scratch } from '../columnar/scratch';
import type { BatchCounts } from './batch-counts';
import type { Crowd } from './crowd';
import type { ParkedLeads } from './parked-leads';
import type { Places } from './places';

/** What a sweep works with. */
export interface SweepTools {
  readonly crowd: Crowd;
  readonly scratch: Scratch;
  readonly counts: BatchCounts;
  readonly parked: ParkedLeads;
  readonly places: Places;
  /** Whether work costs money, and whether some stop working at the end of the day. */
  readonly costs: boolean;
  readonly pauses: boolean;
  /** Leads must not stand later. */
  readonly limit: number;
  /** The place of its first group. */
  readonly firstPlace: number;
}
