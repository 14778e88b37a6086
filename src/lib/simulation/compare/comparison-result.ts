import type { MetricKind } from '../statistics/metrics';
import type { Difference } from './paired';
import type { Estimate } from './unit-sums';

/** One variant against the first, on the same leads with the same luck. */
export interface ComparedMetric {
  readonly metric: string;
  readonly kind: MetricKind;
  /** Of the first variant; null where it cannot be known. */
  readonly first: Estimate | null;
  readonly other: Estimate | null;
  /** What the other has more than the first. */
  readonly difference: Difference | null;
  /** The interval leaves out 0. */
  readonly seen: boolean;
  readonly words: string;
}

export interface ComparedVariant {
  readonly name: string;
  readonly metrics: readonly ComparedMetric[];
}

/** What a comparison found so far. A JSON value: same inputs, same bytes. */
export interface ComparisonResult {
  readonly first: string;
  readonly seed: number;
  /** Leads of the first that were counted, over all replications. */
  readonly leads: number;
  /** Independent parts that differences are taken of. */
  readonly units: number;
  readonly complete: boolean;
  readonly others: readonly ComparedVariant[];
}
