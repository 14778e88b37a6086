import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeTally, type Gathered } from './time-tally';

const QUARTER = 900_000;

/** Everything a tally holds, as text. */
function bytesOf(tally: TimeTally): string {
  return tally
    .columns()
    .map((column) => `${column.length}:${column.join()}`)
    .join('|');
}

/** So many values, and one more that is not to be counted. */
function gathered(values: readonly number[]): Gathered {
  return {
    values: Float64Array.from([...values, 7]),
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    min: Math.min(...values),
    max: Math.max(0, ...values)
  };
}

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
        const { count, p10, p25, p50, p75, p90, p95, mean, min, max } = gatherer.summary();
        const exact = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
        for (const [share, found] of [
          [0.1, p10],
          [0.25, p25],
          [0.5, p50],
          [0.75, p75],
          [0.9, p90],
          [0.95, p95]
        ] as const)
          expect(Math.abs(found - exact(share))).toBeLessThanOrEqual(QUARTER);
        expect(count).toBe(values.length);
        expect(mean).toBe(Math.round(values.reduce((a, b) => a + b, 0) / values.length));
        expect([min, max]).toEqual([sorted[0], sorted[sorted.length - 1]]);
      }),
      { seed: 9 }
    );
  });

  it('SIM-9 many at once are counted as one by one', () => {
    const times = fc.array(fc.integer({ min: 0, max: 12 * 366 * 86_400_000 }), { maxLength: 700 });
    fc.assert(
      fc.property(times, times, (first, second) => {
        const single = new TimeTally();
        for (const value of [...first, ...second]) single.add(value);
        const many = new TimeTally();
        many.addAll(gathered(first));
        many.addAll(gathered(second));
        expect(bytesOf(many)).toBe(bytesOf(single));
      }),
      { seed: 9, numRuns: 20 }
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
      count: 0,
      mean: 0,
      p10: 0,
      p25: 0,
      p50: 0,
      p75: 0,
      p90: 0,
      p95: 0,
      min: 0,
      max: 0,
      histogram: { binWidth: QUARTER, counts: [] }
    });
  });
});
