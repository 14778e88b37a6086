import type { Result } from '$lib/util';
import type { Share } from '../shares';
import type { ScenarioFault } from '../statistics/result';
import type { Measurement } from './measure';
import type { Variant } from './variant';

/** Leads of one variant to be run in one go. */
export interface Job {
  readonly id: string;
  readonly variant: number;
  readonly shares: readonly Share[];
  /** What is to be measured of them. */
  readonly metrics: readonly string[];
}

/** Leads, those that only warm up included. */
export interface Progress {
  readonly done: number;
  /** As far as can be foreseen. */
  readonly of: number;
}

/**
 * Many simulations to one end, apart from whoever runs them: it says what is to be run, is told what was
 * measured, and can report at any time. What it reports does not depend on where jobs are run, nor on
 * the order in which they are told.
 */
export interface Experiment<Report> {
  /** Jobs that may be done now, in any order or side by side, and have not been told; none: it is over. */
  jobs(): readonly Job[];
  variant(index: number): Result<Variant, readonly ScenarioFault[]>;
  tell(job: Job, measurement: Measurement): void;
  /** The variant cannot be run. */
  refuse(variant: number, faults: readonly ScenarioFault[]): void;
  readonly progress: Progress;
  report(): Report;
}

export function leadsOf({ shares }: Pick<Job, 'shares'>): number {
  return shares.reduce((leads, { from, to }) => leads + to - from, 0);
}
