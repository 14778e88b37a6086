import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHundred } from './to-hundred';

describe('toHundred', () => {
  it.each([
    [
      [50, 25],
      [67, 33]
    ],
    [
      [1, 1, 1],
      [34, 33, 33]
    ],
    [
      [0, 0],
      [50, 50]
    ],
    [
      [0, 3],
      [0, 100]
    ]
  ])('CMP-19 %j becomes %j', (weights, shares) => {
    expect(toHundred(weights)).toEqual(shares);
  });

  it('CMP-19 shares are whole, make 100 and keep their order', () => {
    const weights = fc.array(fc.nat(100), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(weights, (list) => {
        const shares = toHundred(list);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        shares.forEach((share, i) => {
          expect(Number.isInteger(share) && share >= 0).toBe(true);
          const larger = list.flatMap((weight, j) => (weight > list[i]! ? (shares[j] ?? 0) : []));
          expect(larger.every((other) => other >= share)).toBe(true);
        });
      }),
      { seed: 20260713 }
    );
  });
});
