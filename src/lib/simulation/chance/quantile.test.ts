import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '$lib/domain';
import { gammaAbove, gammaQuantile, lnGamma } from './gamma';
import { quantileOf, type Quantile } from './quantile';

function made(distribution: Distribution): Quantile {
  const quantile = quantileOf(distribution);
  if (typeof quantile === 'string') throw new Error(quantile);
  return quantile;
}

/** Mean of a distribution by its quantiles at the middles of many equal shares. */
function mean(distribution: Distribution): number {
  const { at } = made(distribution);
  const n = 50_000;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += at((i + 0.5) / n);
  return sum / n;
}

/** Share below x by Simpson's rule over a density from `from` on. */
function integral(density: (x: number) => number, from: number, to: number): number {
  const n = 20_000;
  const h = (to - from) / n;
  let sum = density(from) + density(to);
  for (let i = 1; i < n; i++) sum += density(from + i * h) * (i % 2 === 1 ? 4 : 2);
  return (sum * h) / 3;
}

const bell = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

describe('quantiles', () => {
  it.each<[Distribution, number]>([
    [{ type: 'constant', value: 4 }, 4],
    [{ type: 'uniform', min: 2, max: 6 }, 4],
    [{ type: 'triangular', min: 3, mode: 6, max: 15 }, 8],
    [{ type: 'exponential', mean: 15 }, 15],
    [{ type: 'normal', mean: 50, deviation: 5 }, 50],
    // exp(mu + sigma² / 2) with median 10 and sigma = ln(2) / 1.28155
    [{ type: 'lognormal', median: 10, p90: 20 }, 10 * Math.exp((Math.LN2 / 1.2815515655) ** 2 / 2)],
    [{ type: 'gamma', shape: 3, scale: 4 }, 12],
    [{ type: 'gamma', shape: 0.5, scale: 10 }, 5],
    [{ type: 'gamma', shape: 200, scale: 0.2 }, 40],
    [{ type: 'empirical', values: [6, 1, 2] }, 3]
  ])('SIM-12 %o has its mean', (distribution, expected) => {
    expect(mean(distribution) / expected).toBeCloseTo(1, 3);
  });

  it('SIM-12 a lognormal has its median and 90th percentile', () => {
    const { at } = made({ type: 'lognormal', median: 10, p90: 20 });
    expect(at(0.5)).toBeCloseTo(10, 6);
    expect(at(0.9)).toBeCloseTo(20, 5);
  });

  it.each<[number, number | undefined, number | undefined]>([
    [10, undefined, undefined],
    [0, undefined, undefined],
    [2, 8, 30],
    [30, 1, 9],
    [10, 25, undefined]
  ])('SIM-60 a normal of mean %d within %s and %s is cut off, not piled up', (mu, min, max) => {
    const deviation = 5;
    const { at } = made({
      type: 'normal',
      mean: mu,
      deviation,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max })
    });
    const low = min ?? 0;
    const high = max ?? mu + 12 * deviation;
    const below = (x: number): number => integral((y) => bell((y - mu) / deviation), low, x);
    const whole = below(high);
    for (const u of [0.001, 0.1, 0.25, 0.5, 0.9, 0.9999])
      expect(below(at(u)) / whole).toBeCloseTo(u, 7);
    expect(at(0)).toBeGreaterThanOrEqual(low);
    expect(at(0.01)).toBeGreaterThan(low);
  });

  it('SIM-60 gamma quantiles agree with the closed form of whole shapes', () => {
    const values = {
      shape: fc.constantFrom(1, 2, 3, 7),
      u: fc.double({ min: 1e-9, max: 1 - 1e-9 })
    };
    fc.assert(
      fc.property(values.shape, values.u, (shape, u) => {
        const x = gammaQuantile(shape, u);
        let term = Math.exp(-x);
        let above = term;
        for (let k = 1; k < shape; k++) above += term *= x / k;
        // Of small shares the closed form loses digits by taking 1 minus 1.
        expect(Math.abs(1 - above - u)).toBeLessThan(1e-12 + u * 1e-9);
        expect(Math.abs(above / (1 - u) - 1)).toBeLessThan(1e-6);
      }),
      { seed: 60 }
    );
  });

  it('SIM-60 gamma quantiles of any shape invert the shares, and never fall', () => {
    const shape = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(shape, (a) => {
        let before = 0;
        for (let i = 1; i < 64; i++) {
          const x = gammaQuantile(a, i / 64);
          expect(x).toBeGreaterThanOrEqual(before);
          expect(Math.abs(gammaAbove(a, x) - (1 - i / 64))).toBeLessThan(1e-10);
          before = x;
        }
      }),
      { seed: 61 }
    );
  });

  it('SIM-60 the logarithm of the gamma function has the known values', () => {
    expect(lnGamma(1)).toBeCloseTo(0, 13);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(lnGamma(0.01)).toBeCloseTo(4.599479878042022, 12);
  });

  it.each<Distribution>([
    { type: 'constant', value: -1 },
    { type: 'constant', value: NaN },
    { type: 'uniform', min: 5, max: 2 },
    { type: 'uniform', min: -5, max: 2 },
    { type: 'triangular', min: 3, mode: 2, max: 15 },
    { type: 'exponential', mean: 0 },
    { type: 'lognormal', median: 10, p90: 5 },
    { type: 'normal', mean: 1, deviation: -1 },
    { type: 'normal', mean: 1, deviation: 1, min: 3, max: 2 },
    { type: 'normal', mean: 1, deviation: 1, min: 9 },
    { type: 'normal', mean: 1, deviation: 0, min: 2 },
    { type: 'empirical', values: [] },
    { type: 'empirical', values: [1, -1] },
    { type: 'constant', value: 1e308 },
    { type: 'empirical', values: [1, 1e308] },
    { type: 'lognormal', median: 1, p90: 1e300 },
    { type: 'lognormal', median: 5e-324, p90: 1 },
    { type: 'gamma', shape: 0, scale: 1 },
    { type: 'gamma', shape: 1001, scale: 1 },
    { type: 'gamma', shape: 1, scale: 0 },
    { type: 'gamma', shape: 1000, scale: 2001 }
  ])('SIM-11 %o is refused in words', (distribution) => {
    expect(typeof quantileOf(distribution)).toBe('string');
  });

  it.each<Distribution>([
    { type: 'lognormal', median: 1e-6, p90: 2_000_000 },
    { type: 'exponential', mean: 2_000_000 },
    { type: 'normal', mean: 0, deviation: 2_000_000 },
    { type: 'gamma', shape: 0.01, scale: 2_000_000 },
    { type: 'gamma', shape: 1000, scale: 2000 }
  ])('SIM-11 %o draws lengths that time can hold', (distribution) => {
    const { at } = made(distribution);
    for (const u of [0, 0.5, 0.999999, 1 - Number.EPSILON / 2]) {
      expect(at(u)).toBeGreaterThanOrEqual(0);
      expect(at(u)).toBeLessThan(100_000_000);
    }
  });
});
