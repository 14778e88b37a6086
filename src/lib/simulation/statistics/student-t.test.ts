import { describe, expect, it } from 'vitest';
import { studentT } from './student-t';

describe('Student t', () => {
  it.each([
    [1, 0.95, 12.706204736],
    [2, 0.95, 4.30265273],
    [3, 0.95, 3.182446305],
    [4, 0.99, 4.604094871],
    [9, 0.95, 2.262157163],
    [19, 0.95, 2.093024054],
    [19, 0.999, 3.883405853],
    [120, 0.95, 1.979930405],
    [399, 0.95, 1.965927296],
    [1999, 0.95, 1.96115142]
  ])('SIM-86 %i degrees of freedom, %f inside: %f', (freedom, confidence, t) => {
    expect(studentT(freedom, confidence)).toBeCloseTo(t, 6);
  });

  it('SIM-86 the sums and the expansion meet', () => {
    expect(studentT(299, 0.95) - studentT(300, 0.95)).toBeGreaterThan(0);
    expect(studentT(299, 0.95) - studentT(300, 0.95)).toBeLessThan(3e-5);
    expect(studentT(0, 0.95)).toBe(Infinity);
  });
});
