import type { Distribution } from '$lib/domain';
import { exp, ln, normalQuantile } from './exact-math';
import { gammaAbove, gammaQuantile } from './gamma';

/** Figures beyond these make no sense in any unit; two million minutes are almost four years. */
const LARGEST = 2_000_000;
const SMALLEST_MEDIAN = 1e-6;
/** Shapes of a gamma distribution between which its quantiles are numbers that a machine can hold. */
const GAMMA_SHAPES = [0.01, 1000] as const;
/** Least share of a normal distribution that its bounds must leave. */
const LEAST_LEFT = 1e-6;

/** The exact quantile function of a distribution: u in [0, 1) to the value below which the share u lies. */
export interface Quantile {
  /** A straight line from end to end, a smooth curve, or steps between single values. */
  readonly form: 'line' | 'curve' | 'steps';
  readonly at: (u: number) => number;
}

/** z of the 90th percentile of the standard normal. */
const Z90 = 1.2815515655446004;

/** Smallest distance from 0 and 1 at which unbounded quantiles are taken. */
const EDGE = 1 / 0x20000000000000;

function inside(u: number): number {
  return Math.min(Math.max(u, EDGE), 1 - EDGE);
}

/** The quantiles of a distribution, or what is wrong with its figures. They are never below zero. */
export function quantileOf(distribution: Distribution): Quantile | string {
  const figures = Object.values(distribution).flat();
  if (figures.some((figure) => typeof figure === 'number' && !(figure >= 0)))
    return 'must not have negative figures';
  if (figures.some((figure) => typeof figure === 'number' && figure > LARGEST))
    return `must not have figures above ${LARGEST}`;
  switch (distribution.type) {
    case 'constant':
      return line(distribution.value, distribution.value);
    case 'uniform':
      return uniform(distribution.min, distribution.max);
    case 'triangular':
      return triangular(distribution.min, distribution.mode, distribution.max);
    case 'exponential':
      return exponential(distribution.mean);
    case 'lognormal':
      return lognormal(distribution.median, distribution.p90);
    case 'normal':
      return normal(distribution);
    case 'gamma':
      return gamma(distribution.shape, distribution.scale);
    case 'empirical':
      return empirical(distribution.values);
  }
}

function line(from: number, to: number): Quantile {
  return { form: 'line', at: (u) => from + (to - from) * u };
}

function curve(at: (u: number) => number): Quantile {
  return { form: 'curve', at };
}

function uniform(min: number, max: number): Quantile | string {
  return min <= max ? line(min, max) : 'needs min ≤ max';
}

function triangular(min: number, mode: number, max: number): Quantile | string {
  if (!(min <= mode && mode <= max)) return 'needs min ≤ mode ≤ max';
  if (min === max) return line(min, min);
  const turn = (mode - min) / (max - min);
  return curve((u) =>
    u < turn
      ? min + Math.sqrt(u * (max - min) * (mode - min))
      : max - Math.sqrt((1 - u) * (max - min) * (max - mode))
  );
}

function exponential(mean: number): Quantile | string {
  return mean > 0 ? curve((u) => -mean * ln(1 - Math.min(u, 1 - EDGE))) : 'needs a mean above 0';
}

function lognormal(median: number, p90: number): Quantile | string {
  if (!(median > 0 && p90 >= median)) return 'needs 0 < median ≤ p90';
  if (median < SMALLEST_MEDIAN) return `needs a median of at least ${SMALLEST_MEDIAN}`;
  if (p90 === median) return line(median, median);
  const mu = ln(median);
  const sigma = (ln(p90) - mu) / Z90;
  return curve((u) =>
    Math.min(LARGEST, exp(Math.max(-700, mu + sigma * normalQuantile(inside(u)))))
  );
}

/** Only what lies between its bounds, and above 0, is drawn: truncated, not piled up at the bounds. */
function normal({
  mean,
  deviation,
  min = 0,
  max = Infinity
}: Extract<Distribution, { type: 'normal' }>): Quantile | string {
  if (max < min) return 'needs min ≤ max';
  if (min === max) return line(min, min);
  if (deviation === 0)
    return mean >= min && mean <= max ? line(mean, mean) : 'needs a mean between min and max';
  const low = (min - mean) / deviation;
  const high = (max - mean) / deviation;
  // Shares are taken from the nearer end, where they have all their digits.
  const turned = low > 0;
  const from = turned ? normalAbove(low) : normalAbove(-low);
  const to = turned ? normalAbove(high) : 1 - normalAbove(high);
  if (!(Math.abs(to - from) > LEAST_LEFT))
    return 'needs bounds between which more than one value in a million lies';
  return curve((u) => {
    const z = normalQuantile(inside(from + (to - from) * u));
    return Math.min(max, Math.max(min, mean + deviation * (turned ? -z : z)));
  });
}

/** The share of the standard normal above z. */
function normalAbove(z: number): number {
  if (z < 0) return 1 - normalAbove(-z);
  return z > 38 ? 0 : gammaAbove(0.5, (z * z) / 2) / 2;
}

function gamma(shape: number, scale: number): Quantile | string {
  const [least, most] = GAMMA_SHAPES;
  if (!(shape >= least && shape <= most)) return `needs a shape from ${least} to ${most}`;
  if (!(scale > 0)) return 'needs a scale above 0';
  if (shape * scale > LARGEST) return `must not have a mean above ${LARGEST}`;
  return curve((u) => scale * gammaQuantile(shape, inside(u)));
}

function empirical(values: readonly number[]): Quantile | string {
  if (values.length === 0) return 'needs at least one value';
  const sorted = Float64Array.from(values).sort();
  return { form: 'steps', at: (u) => sorted[Math.floor(u * sorted.length)] ?? 0 };
}
