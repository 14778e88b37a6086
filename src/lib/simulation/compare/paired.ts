import { studentT } from '../statistics/student-t';
import { pullsOf, ratioOf, sum, type Estimate, type UnitSums } from './unit-sums';

/** What intervals hold the truth, unless more is asked for. */
export const CONFIDENCE = 0.95;

/** A difference of two variants that met the same leads with the same luck. */
export interface Difference extends Estimate {
  /** Width of the interval had the leads been others: how much the common numbers helped. */
  readonly unpairedWidth: number;
}

/** The metric with its interval from the spread of its units; null: nothing to measure, or one unit. */
export function estimateOf(units: UnitSums, confidence = CONFIDENCE): Estimate | null {
  const ratio = ratioOf(units);
  if (ratio === null || units.above.length < 2) return null;
  return around(ratio, pullsOf(units, ratio), confidence);
}

/**
 * How much more of the metric `b` has than `a`: the mean difference of their units in pairs, with
 * Student's interval. Null: one of them has nothing to measure, or there are less than two pairs.
 */
export function differenceOf(a: UnitSums, b: UnitSums, confidence = CONFIDENCE): Difference | null {
  const [before, after] = [ratioOf(a), ratioOf(b)];
  const pairs = a.above.length;
  if (before === null || after === null || pairs < 2 || b.above.length !== pairs) return null;
  const [pullsA, pullsB] = [pullsOf(a, before), pullsOf(b, after)];
  const paired = pullsB.map((pull, unit) => pull - (pullsA[unit] ?? 0));
  const error = Math.sqrt(squares(pullsA) + squares(pullsB)) / Math.sqrt(pairs * (pairs - 1));
  const unpairedWidth = 2 * studentT(2 * (pairs - 1), confidence) * error;
  return { ...around(after - before, paired, confidence), unpairedWidth };
}

function around(mean: number, pulls: readonly number[], confidence: number): Estimate {
  const units = pulls.length;
  const error = Math.sqrt(squares(pulls) / (units * (units - 1)));
  const half = studentT(units - 1, confidence) * error;
  return { mean, low: mean - half, high: mean + half };
}

function squares(values: readonly number[]): number {
  return sum(values.map((value) => value * value));
}
