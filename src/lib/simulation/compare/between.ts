import type { Measurement } from './measure';
import { readMetric } from './metric-name';
import { CONFIDENCE, differenceOf, estimateOf, type Difference } from './paired';
import { sampleOf, samplesOf } from './sample';
import { percentileOf, percentileWithin } from './time-counts';
import { ratioOf, type Estimate } from './unit-sums';

/** A metric of two measurements of the same leads, and how much more of it the second has; null: not known. */
export interface Between {
  readonly first: Estimate | null;
  readonly other: Estimate | null;
  readonly difference: Difference | null;
}

const NOTHING: Between = { first: null, other: null, difference: null };

/** The metric with its interval; null: nothing to measure, or too little to tell how sure it is. */
export function estimateIn(
  measurement: Measurement,
  metric: string,
  confidence = CONFIDENCE
): Estimate | null {
  const times = timesOf(measurement, metric);
  if (times) return percentileWithin(times.counts, times.share, confidence);
  const units = sampleOf(measurement, metric);
  return units && estimateOf(units, confidence);
}

/** The metric, however sure it is; null: nothing to measure. */
export function middleIn(measurement: Measurement, metric: string): number | null {
  const times = timesOf(measurement, metric);
  if (times) return percentileOf(times.counts, times.share);
  const units = sampleOf(measurement, metric);
  return units && ratioOf(units);
}

/** The metric in units that were run in both. */
export function between(
  a: Measurement | null,
  b: Measurement | null,
  metric: string,
  confidence = CONFIDENCE
): Between {
  if (!a || !b) return NOTHING;
  if (timesOf(a, metric) && timesOf(b, metric))
    return sameLeads(a, b) ? apart(a, b, metric, confidence) : NOTHING;
  const [one, other] = samplesOf([a, b], metric) ?? [];
  if (!one || !other) return NOTHING;
  return {
    first: estimateOf(one),
    other: estimateOf(other),
    difference: differenceOf(one, other, confidence)
  };
}

/**
 * Percentiles have no parts to be compared in pairs: the difference is between the intervals of both, each
 * of which misses the truth half as often as is allowed.
 */
function apart(a: Measurement, b: Measurement, metric: string, confidence: number): Between {
  const [first, other] = [estimateIn(a, metric), estimateIn(b, metric)];
  const half = (1 + confidence) / 2;
  const [before, after] = [estimateIn(a, metric, half), estimateIn(b, metric, half)];
  if (!before || !after) return { first, other, difference: null };
  const [low, high] = [after.low - before.high, after.high - before.low];
  const difference = { mean: after.mean - before.mean, low, high, unpairedWidth: high - low };
  return { first, other, difference };
}

/** The times that a percentile is one of, where they were counted. */
function timesOf(measurement: Measurement, metric: string) {
  const read = readMetric(metric);
  if (read.type !== 'percentile') return null;
  const counts = measurement.times?.[read.time];
  return counts ? { counts, share: read.share } : null;
}

/** Of parts of the leads that differ, times may differ by when leads came alone. */
function sameLeads(a: Measurement, b: Measurement): boolean {
  return a.leads.length === b.leads.length && a.leads.every((count, row) => count === b.leads[row]);
}
