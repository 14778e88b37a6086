import { describe, expect, it } from 'vitest';
import { intervalOf } from './interval';

const ROOT_2 = 1.4142135623730951;

const one = (numerator: number) => ({ numerator, denominator: 1 });

describe('intervals over batches', () => {
  it('SIM-77 are Student’s where batches are alike', () => {
    // Mean 12, deviation 2, four batches: 12 ± 3.182446 · 2 / 2.
    const { mean, low, high } = intervalOf([10, 14, 12 - ROOT_2, 12 + ROOT_2].map(one));
    expect(mean).toBe(12);
    expect(low).toBeCloseTo(12 - 3.182446, 5);
    expect(high).toBeCloseTo(12 + 3.182446, 5);
  });

  it('SIM-77 weigh batches by their leads', () => {
    const batches = [
      { numerator: 10, denominator: 10 },
      { numerator: 6, denominator: 2 }
    ];
    const { mean, low, high } = intervalOf(batches);
    expect(mean).toBe(16 / 12);
    expect((low ?? 0) + (high ?? 0)).toBeCloseTo(2 * mean, 12);
    expect(intervalOf([...batches, { numerator: 0, denominator: 0 }])).toEqual({ mean, low, high });
  });

  it('SIM-77 one batch gives none, and none is 0', () => {
    expect(intervalOf([one(3)])).toEqual({ mean: 3, low: null, high: null });
    expect(intervalOf([])).toEqual({ mean: 0, low: null, high: null });
  });
});
