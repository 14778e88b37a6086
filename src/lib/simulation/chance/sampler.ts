import type { Distribution } from '$lib/domain';
import { exp, ln, normalQuantile } from './exact-math';

/** Figures beyond these make no sense in any unit; two million minutes are almost four years. */
const LARGEST = 2_000_000;
const SMALLEST_MEDIAN = 1e-6;

/** Turns a uniform number in [0, 1) into a drawn one, by the distribution's quantile function. */
export type Sampler = (u: number) => number;

/** z of the 90th percentile of the standard normal. */
const Z90 = 1.2815515655446004;

/** Smallest distance from 0 and 1 at which unbounded quantiles are taken. */
const EDGE = 1 / 0x20000000000000;

function inside(u: number): number {
  return Math.min(Math.max(u, EDGE), 1 - EDGE);
}

/** The sampler of a distribution, or what is wrong with its figures. Never draws below zero. */
export function samplerOf(distribution: Distribution): Sampler | string {
  const figures = Object.values(distribution).flat();
  if (figures.some((figure) => typeof figure === 'number' && figure > LARGEST))
    return `must not have figures above ${LARGEST}`;
  switch (distribution.type) {
    case 'constant':
      return constant(distribution.value);
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
    case 'empirical':
      return empirical(distribution.values);
    case 'gamma':
      return 'gamma distributions cannot be simulated yet';
  }
}

function constant(value: number): Sampler | string {
  return value >= 0 ? () => value : 'must not be negative';
}

function uniform(min: number, max: number): Sampler | string {
  if (!(min >= 0 && min <= max)) return 'needs 0 ≤ min ≤ max';
  return (u) => min + (max - min) * u;
}

function triangular(min: number, mode: number, max: number): Sampler | string {
  if (!(min >= 0 && min <= mode && mode <= max)) return 'needs 0 ≤ min ≤ mode ≤ max';
  if (min === max) return () => min;
  const turn = (mode - min) / (max - min);
  return (u) =>
    u < turn
      ? min + Math.sqrt(u * (max - min) * (mode - min))
      : max - Math.sqrt((1 - u) * (max - min) * (max - mode));
}

function exponential(mean: number): Sampler | string {
  return mean > 0 ? (u) => -mean * ln(1 - u) : 'needs a mean above 0';
}

function lognormal(median: number, p90: number): Sampler | string {
  if (!(median > 0 && p90 >= median)) return 'needs 0 < median ≤ p90';
  if (median < SMALLEST_MEDIAN) return `needs a median of at least ${SMALLEST_MEDIAN}`;
  const mu = ln(median);
  const sigma = (ln(p90) - mu) / Z90;
  return (u) => Math.min(LARGEST, exp(mu + sigma * normalQuantile(inside(u))));
}

function normal({
  mean,
  deviation,
  min = 0,
  max
}: Extract<Distribution, { type: 'normal' }>): Sampler | string {
  if (!(deviation >= 0)) return 'needs a deviation of 0 or more';
  if (max !== undefined && max < min) return 'needs min ≤ max';
  const low = Math.max(0, min);
  return (u) => {
    const value = mean + deviation * normalQuantile(inside(u));
    return Math.max(low, max === undefined ? value : Math.min(max, value));
  };
}

function empirical(values: readonly number[]): Sampler | string {
  if (values.length === 0) return 'needs at least one value';
  if (values.some((value) => !(value >= 0))) return 'values must not be negative';
  return (u) => values[Math.floor(u * values.length)] ?? 0;
}
