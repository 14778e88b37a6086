import type { Distribution } from '$lib/domain';

/** Whatever is drawn from a distribution, times a factor above 0. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  switch (distribution.type) {
    case 'constant':
      return { ...distribution, value: distribution.value * factor };
    case 'uniform': {
      const { min, max } = distribution;
      return { ...distribution, min: min * factor, max: max * factor };
    }
    case 'triangular': {
      const { min, mode, max } = distribution;
      return { ...distribution, min: min * factor, mode: mode * factor, max: max * factor };
    }
    case 'exponential':
      return { ...distribution, mean: distribution.mean * factor };
    case 'lognormal': {
      const { median, p90 } = distribution;
      return { ...distribution, median: median * factor, p90: p90 * factor };
    }
    case 'normal': {
      const { mean, deviation, min, max } = distribution;
      return {
        type: 'normal',
        mean: mean * factor,
        deviation: deviation * factor,
        ...(min === undefined ? {} : { min: min * factor }),
        ...(max === undefined ? {} : { max: max * factor })
      };
    }
    case 'gamma':
      return { ...distribution, scale: distribution.scale * factor };
    case 'empirical':
      return { ...distribution, values: distribution.values.map((value) => value * factor) };
  }
}
