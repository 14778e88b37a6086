import type { Model } from '../model/model';
import type { CadenceTally } from './cadence-tally';
import { byBatch, byReplication } from './cells';
import { intervalOf, quotient, sumOfFractions, type Fraction, type Interval } from './interval';
import { metricsOf, type Metric } from './metrics';
import type { Measured } from './result';
import type { Tally } from './tally';
import { wilson } from './wilson';

/** From so many replications on their means are enough for an interval. */
export const MANY_REPLICATIONS = 5;

/** A metric of each batch of leads, by replication, then batch; those without leads are 0 of 0. */
export function measureBatches(model: Model, tally: Tally, metric: Metric): readonly Fraction[] {
  return fractions(model, byBatch(model, tally), metric);
}

/**
 * The same in parts that hardly depend on each other: leads that share people wait for each other even
 * across batches, so that whole replications are compared where there are enough of them.
 */
export function measureParts(model: Model, tally: Tally, metric: Metric): readonly Fraction[] {
  const whole = model.staff !== null && model.replications >= MANY_REPLICATIONS;
  return whole
    ? fractions(model, byReplication(model, tally), metric)
    : measureBatches(model, tally, metric);
}

/**
 * A metric over all leads with its 95 % interval: Wilson's for shares of leads that do not depend on
 * each other, else Student's over batches or replications.
 */
export function measure(model: Model, tally: Tally, metric: Metric): Interval {
  const parts = measureParts(model, tally, metric);
  if (metric.kind !== 'share') return intervalOf(parts);
  if (model.staff === null) {
    const whole = sumOfFractions(parts);
    return { mean: quotient(whole), ...wilson(whole.numerator, whole.denominator) };
  }
  const { mean, low, high } = intervalOf(parts);
  return { mean, low: low && Math.max(0, low), high: high && Math.min(1, high) };
}

/** Every metric of the model. */
export function measuredOf(model: Model, tally: Tally): readonly Measured[] {
  return metricsOf(model).map((metric) => ({
    metric: metric.id,
    ...measure(model, tally, metric)
  }));
}

function fractions(
  model: Model,
  groups: readonly (readonly CadenceTally[])[],
  metric: Metric
): readonly Fraction[] {
  const segments = model.segments.length;
  return groups.map((cells) =>
    sumOfFractions(cells.map((cell, place) => metric.fraction(model, cell, place % segments)))
  );
}
