import { describe, expect, it } from 'vitest';
import { hashText } from '$lib/engine';
import { Draws, PURPOSE } from './draw';

/** Chi-square of `counts` against equal shares. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Pairs of draws in a 16 × 16 table: uneven cells mean that the two depend on each other. */
function pairs(draw: (index: number) => readonly [number, number]): number[] {
  const cells = new Array<number>(256).fill(0);
  for (let i = 0; i < 64_000; i++) {
    const [a, b] = draw(i);
    const cell = Math.floor(a * 16) * 16 + Math.floor(b * 16);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

// 99.99 % point of chi-square with 255 degrees of freedom is 346.
const LIMIT = 346;
const node = hashText('call-1');

describe('draws', () => {
  it('SIM-2 the same place gives the same number, in any order', () => {
    const a = new Draws(7);
    const b = new Draws(7);
    a.lead(5);
    b.lead(9);
    const other = b.uniform(node, 1, PURPOSE.outcome);
    b.lead(5);
    expect(b.uniform(node, 1, PURPOSE.outcome)).toBe(a.uniform(node, 1, PURPOSE.outcome));
    expect(other).not.toBe(a.uniform(node, 1, PURPOSE.outcome));
  });

  it('SIM-3 numbers lie in [0, 1) and have the mean and variance of a uniform one', () => {
    const draws = new Draws(1);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < 100_000; i++) {
      draws.lead(i);
      const u = draws.uniform(node, 1, PURPOSE.effort);
      expect(u >= 0 && u < 1).toBe(true);
      sum += u;
      squares += (u - 0.5) ** 2;
    }
    expect(sum / 100_000).toBeCloseTo(0.5, 2);
    expect(squares / 100_000).toBeCloseTo(1 / 12, 3);
  });

  it.each([
    [
      'neighboring leads',
      (d: Draws, i: number) => [at(d, i, node, 1, 3), at(d, i + 1, node, 1, 3)] as const
    ],
    [
      'neighboring visits',
      (d: Draws, i: number) => [at(d, i, node, 1, 3), at(d, i, node, 2, 3)] as const
    ],
    ['purposes', (d: Draws, i: number) => [at(d, i, node, 1, 3), at(d, i, node, 1, 4)] as const],
    [
      'nodes',
      (d: Draws, i: number) => [at(d, i, node, 1, 3), at(d, i, hashText('call-2'), 1, 3)] as const
    ]
  ])('SIM-3 draws of %s are independent', (_, draw) => {
    const draws = new Draws(42);
    expect(chiSquare(pairs((index) => draw(draws, index)))).toBeLessThan(LIMIT);
  });

  it('SIM-3 draws of neighboring seeds are independent', () => {
    const a = new Draws(1);
    const b = new Draws(2);
    expect(chiSquare(pairs((i) => [at(a, i, node, 1, 3), at(b, i, node, 1, 3)]))).toBeLessThan(
      LIMIT
    );
  });
});

function at(draws: Draws, lead: number, key: number, visit: number, purpose: 3 | 4): number {
  draws.lead(lead);
  return draws.uniform(key, visit, purpose);
}
