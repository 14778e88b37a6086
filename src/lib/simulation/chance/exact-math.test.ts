import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln, normalQuantile } from './exact-math';

const seed = { seed: 20260105 };

describe('exact math', () => {
  it('SIM-12 the logarithm agrees with the platform', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(
          1e-13 * Math.max(1, Math.abs(Math.log(x)))
        );
      }),
      seed
    );
  });

  it('SIM-12 the exponential agrees with the platform', () => {
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
      }),
      seed
    );
  });

  it('SIM-12 the normal quantile has the known values and is antisymmetric', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 7);
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 7);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 7);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
  });
});
