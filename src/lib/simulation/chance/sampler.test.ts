import { describe, expect, it } from 'vitest';
import type { Distribution } from '$lib/domain';
import { samplerOf } from './sampler';

/** Mean of a distribution by its quantiles at the middles of many equal shares. */
function mean(distribution: Distribution): number {
  const sampler = samplerOf(distribution);
  if (typeof sampler === 'string') throw new Error(sampler);
  const n = 100_000;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += sampler((i + 0.5) / n);
  return sum / n;
}

describe('samplers', () => {
  it.each<[Distribution, number]>([
    [{ type: 'constant', value: 4 }, 4],
    [{ type: 'uniform', min: 2, max: 6 }, 4],
    [{ type: 'triangular', min: 3, mode: 6, max: 15 }, 8],
    [{ type: 'exponential', mean: 15 }, 15],
    [{ type: 'normal', mean: 50, deviation: 5 }, 50],
    // exp(mu + sigma² / 2) with median 10 and sigma = ln(2) / 1.28155
    [{ type: 'lognormal', median: 10, p90: 20 }, 10 * Math.exp((Math.LN2 / 1.2815515655) ** 2 / 2)],
    [{ type: 'empirical', values: [1, 2, 6] }, 3]
  ])('SIM-12 %o has its mean', (distribution, expected) => {
    expect(mean(distribution) / expected).toBeCloseTo(1, 3);
  });

  it('SIM-12 a lognormal has its median and 90th percentile', () => {
    const sampler = samplerOf({ type: 'lognormal', median: 10, p90: 20 });
    if (typeof sampler === 'string') throw new Error(sampler);
    expect(sampler(0.5)).toBeCloseTo(10, 6);
    expect(sampler(0.9)).toBeCloseTo(20, 5);
  });

  it.each<Distribution>([
    { type: 'constant', value: -1 },
    { type: 'uniform', min: 5, max: 2 },
    { type: 'triangular', min: 3, mode: 2, max: 15 },
    { type: 'exponential', mean: 0 },
    { type: 'lognormal', median: 10, p90: 5 },
    { type: 'normal', mean: 1, deviation: -1 },
    { type: 'empirical', values: [] },
    { type: 'constant', value: 1e308 },
    { type: 'empirical', values: [1, 1e308] },
    { type: 'lognormal', median: 1, p90: 1e300 },
    { type: 'lognormal', median: 5e-324, p90: 1 },
    { type: 'gamma', shape: 1, scale: 1 }
  ])('SIM-11 %o is refused in words', (distribution) => {
    expect(typeof samplerOf(distribution)).toBe('string');
  });

  it.each<Distribution>([
    { type: 'lognormal', median: 1e-6, p90: 2_000_000 },
    { type: 'exponential', mean: 2_000_000 },
    { type: 'normal', mean: 0, deviation: 2_000_000 }
  ])('SIM-11 %o draws lengths that time can hold', (distribution) => {
    const sampler = samplerOf(distribution);
    if (typeof sampler === 'string') throw new Error(sampler);
    for (const u of [0, 0.5, 0.999999, 1 - Number.EPSILON / 2]) {
      expect(sampler(u)).toBeGreaterThanOrEqual(0);
      expect(sampler(u)).toBeLessThan(100_000_000);
    }
  });
});
