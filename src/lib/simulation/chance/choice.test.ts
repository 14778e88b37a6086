import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf, choose } from './choice';

/** How often each value comes of evenly spread numbers. */
function shares(chances: readonly number[], points = 100_000): number[] {
  const choice = choiceOf(
    chances,
    chances.map((_, place) => place),
    chances.length
  );
  const counts = new Array<number>(chances.length + 1).fill(0);
  for (let i = 0; i < points; i++) {
    const value = choose(choice, (i + 0.5) / points);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts.map((count) => count / points);
}

describe('choices', () => {
  it('SIM-62 every outcome comes as often as its chance says, the rest being one of them', () => {
    const weights = fc.array(fc.nat(100), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.nat(100), (parts, rest) => {
        const whole = parts.reduce((sum, part) => sum + part, rest) || 1;
        const chances = parts.map((part) => part / whole);
        const left = 1 - chances.reduce((sum, chance) => sum + chance, 0);
        const found = shares(chances);
        [...chances, left].forEach((chance, place) =>
          expect(Math.abs((found[place] ?? 0) - chance)).toBeLessThan(3e-4)
        );
      }),
      { seed: 62, numRuns: 50 }
    );
  });

  it('SIM-62 chances of nought never come, and what sums to one leaves nothing over', () => {
    for (const chances of [
      [0, 0.5, 0, 0.5],
      [0.25, 0, 0.25, 0.25, 0.25, 0]
    ]) {
      const found = shares(chances);
      found.forEach((share, place) => {
        if ((chances[place] ?? 0) === 0) expect(share).toBe(0);
      });
    }
  });

  it('SIM-62 of few outcomes, a chance a little higher changes few leads', () => {
    const before = choiceOf([0.2, 0.3, 0.1], [0, 1, 2], -1);
    const after = choiceOf([0.21, 0.3, 0.1], [0, 1, 2], -1);
    let changed = 0;
    for (let i = 0; i < 1000; i++) {
      const u = (i + 0.5) / 1000;
      if (choose(before, u) !== choose(after, u)) changed++;
    }
    expect(changed).toBe(30);
    expect(before.aliases).toBeNull();
    expect(choiceOf([0.1, 0.1, 0.1, 0.1, 0.1], [0, 1, 2, 3, 4], -1).aliases).not.toBeNull();
  });
});
