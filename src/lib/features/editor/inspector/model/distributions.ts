import type { Distribution } from '$lib/domain';

export type DistributionType = Distribution['type'];

export const DISTRIBUTION_NAMES: Readonly<Record<DistributionType, string>> = {
  constant: 'always the same',
  uniform: 'anything between',
  triangular: 'most likely, between',
  exponential: 'exponential',
  lognormal: 'lognormal',
  normal: 'normal',
  gamma: 'gamma',
  empirical: 'one of these'
};

/** One number of a distribution. */
export interface DistributionPart {
  readonly key: string;
  readonly label: string;
  readonly value: number;
}

const PART_LABELS: Readonly<Record<string, string>> = {
  value: 'Value',
  min: 'At least',
  mode: 'Mostly',
  max: 'At most',
  mean: 'Mean',
  median: 'Median',
  p90: '90 % within',
  deviation: 'Deviation',
  shape: 'Shape',
  scale: 'Scale'
};

/** The numbers that can be set, in the order they are written; none for a list of values. */
export function partsOf(distribution: Distribution): readonly DistributionPart[] {
  return Object.entries(distribution).flatMap(([key, value]: [string, unknown]) => {
    const label = PART_LABELS[key];
    return label !== undefined && typeof value === 'number' ? [{ key, label, value }] : [];
  });
}

export function withPart(distribution: Distribution, key: string, value: number): Distribution {
  return { ...distribution, [key]: value };
}

/** Another shape with about the same middle. */
export function ofType(distribution: Distribution, type: DistributionType): Distribution {
  const middle = middleOf(distribution);
  const tidy = (value: number) => Math.round(value * 100) / 100;
  switch (type) {
    case 'constant':
      return { type, value: middle };
    case 'uniform':
      return { type, min: tidy(middle / 2), max: tidy(middle * 1.5) };
    case 'triangular':
      return { type, min: tidy(middle / 2), mode: middle, max: tidy(middle * 2) };
    case 'exponential':
      return { type, mean: middle };
    case 'lognormal':
      return { type, median: middle, p90: tidy(middle * 2) };
    case 'normal':
      return { type, mean: middle, deviation: tidy(middle / 4), min: 0 };
    case 'gamma':
      return { type, shape: 2, scale: tidy(middle / 2) };
    case 'empirical':
      return { type, values: [middle] };
  }
}

/** Why the numbers do not make a distribution; null when they do. */
export function distributionFault(distribution: Distribution): string | null {
  switch (distribution.type) {
    case 'uniform':
      return distribution.min > distribution.max ? 'The least is more than the most.' : null;
    case 'triangular': {
      const { min, mode, max } = distribution;
      return min > mode || mode > max ? 'The usual must lie between the least and the most.' : null;
    }
    case 'lognormal':
      return distribution.p90 < distribution.median
        ? 'Nine of ten cannot be shorter than half of them.'
        : null;
    default:
      return null;
  }
}

function middleOf(distribution: Distribution): number {
  switch (distribution.type) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'triangular':
      return distribution.mode;
    case 'exponential':
    case 'normal':
      return distribution.mean;
    case 'lognormal':
      return distribution.median;
    case 'gamma':
      return distribution.shape * distribution.scale;
    case 'empirical':
      return distribution.values[Math.floor(distribution.values.length / 2)] ?? 1;
  }
}
