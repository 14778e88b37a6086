import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeTally } from './time-tally';

const QUARTER = 900_000;

describe('times', () => {
  it('SIM-9 percentiles are right to a quarter of an hour', () => {
    const times = fc.array(fc.integer({ min: 0, max: 60 * 86_400_000 }), {
      minLength: 1,
      maxLength: 300
    });
    fc.assert(
      fc.property(times, (values) => {
        const gatherer = new TimeTally();
        for (const value of values) gatherer.add(value);
        const sorted = [...values].sort((a, b) => a - b);
        const { p50, p90, mean, min, max } = gatherer.summary();
        const exact = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
        expect(Math.abs(p50 - exact(0.5))).toBeLessThanOrEqual(QUARTER);
        expect(Math.abs(p90 - exact(0.9))).toBeLessThanOrEqual(QUARTER);
        expect(mean).toBe(Math.round(values.reduce((a, b) => a + b, 0) / values.length));
        expect([min, max]).toEqual([sorted[0], sorted[sorted.length - 1]]);
      }),
      { seed: 9 }
    );
  });

  it('SIM-9 the chart holds every value in at most 40 bins', () => {
    const gatherer = new TimeTally();
    for (let day = 0; day < 100; day++) gatherer.add(day * 86_400_000);
    const { histogram } = gatherer.summary();
    expect(histogram.counts.length).toBeLessThanOrEqual(40);
    expect(histogram.counts.reduce((a, b) => a + b, 0)).toBe(100);
  });

  it('SIM-9 nothing gathered is no time at all', () => {
    expect(new TimeTally().summary()).toEqual({
      mean: 0,
      p50: 0,
      p90: 0,
      min: 0,
      max: 0,
      histogram: { binWidth: QUARTER, counts: [] }
    });
  });
});
