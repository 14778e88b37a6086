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

/** Draws of one lead at so many steps. */
const NODES = Array.from({ length: 12 }, (_, step) => hashText(`step-${step}`));

function drawn(draws: Draws, lead: number): number[] {
  draws.lead(lead);
  return NODES.map((each) => draws.uniform(each, 1, PURPOSE.outcome));
}

describe('draws taken together', { timeout: 60_000 }, () => {
  const leads = 100_000;

  it.each([
    ['three steps of a lead', [0, 1, 2], [0, 0, 0]],
    ['one step of three leads', [5, 5, 5], [0, 1, 2]],
    ['steps and leads', [3, 7, 3], [0, 0, 1]]
  ])('SIM-3 triples of draws at %s are independent', (_, steps, later) => {
    const draws = new Draws(9);
    const cells = new Array<number>(512).fill(0);
    for (let lead = 0; lead < leads; lead++) {
      const cell = steps.reduce((place, step, i) => {
        draws.lead(lead + (later[i] ?? 0));
        return place * 8 + Math.floor(draws.uniform(NODES[step] ?? 0, 1, PURPOSE.outcome) * 8);
      }, 0);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    // 99.99 % point of chi-square with 511 degrees of freedom.
    expect(chiSquare(cells)).toBeLessThan(638);
  });

  it('SIM-3 a million leads in a row have draws that do not follow from each other', () => {
    const many = 1_000_000;
    const draws = new Draws(3);
    const lags = [1, 2, 16, 1024];
    const sums = lags.map(() => 0);
    const all = new Float64Array(many);
    for (let lead = 0; lead < many; lead++) {
      draws.lead(lead);
      all[lead] = draws.uniform(node, 1, PURPOSE.delay) - 0.5;
    }
    lags.forEach((lag, i) => {
      for (let lead = lag; lead < many; lead++)
        sums[i] = (sums[i] ?? 0) + (all[lead] ?? 0) * (all[lead - lag] ?? 0);
    });
    // Four standard errors of a correlation.
    for (const sum of sums) expect(Math.abs((12 * sum) / many)).toBeLessThan(4 / Math.sqrt(many));
  });

  it('SIM-3 sums of twelve draws of a lead are spread as sums of independent numbers are', () => {
    const draws = new Draws(12);
    let sum = 0;
    let squares = 0;
    for (let lead = 0; lead < leads; lead++) {
      const far = drawn(draws, lead).reduce((all, u) => all + u, -6);
      sum += far;
      squares += far * far;
    }
    // Their variance is 1, their kurtosis 2.9; four standard errors.
    expect(Math.abs(sum / leads)).toBeLessThan(4 / Math.sqrt(leads));
    expect(Math.abs(squares / leads - 1)).toBeLessThan(4 * Math.sqrt(1.9 / leads));
  });

  it.each([0, 8, 16, 24])('SIM-3 bits from the %i. on are as even as the upper ones', (bit) => {
    const draws = new Draws(5);
    const cells = new Array<number>(256).fill(0);
    for (let lead = 0; lead < leads; lead++) {
      draws.lead(lead);
      const byte = ((draws.uniform(node, 2, PURPOSE.effort) * 0x100000000) >>> bit) & 255;
      cells[byte] = (cells[byte] ?? 0) + 1;
    }
    expect(chiSquare(cells)).toBeLessThan(LIMIT);
  });

  it('SIM-3 steps, visits and purposes of one lead have draws like those of many leads', () => {
    const draws = new Draws(8);
    draws.lead(77);
    const cells = new Array<number>(256).fill(0);
    for (let step = 0; step < 2000; step++)
      for (let visit = 1; visit <= 10; visit++)
        for (const purpose of [PURPOSE.outcome, PURPOSE.effort, PURPOSE.delay]) {
          const cell = Math.floor(draws.uniform(hashText(`s${step}`), visit, purpose) * 256);
          cells[cell] = (cells[cell] ?? 0) + 1;
        }
    expect(chiSquare(cells)).toBeLessThan(LIMIT);
  });

  it('SIM-3 no two leads live the same life, in one replication or another, or of another seed', () => {
    const lives = new Set<number>();
    const worlds = [new Draws(1), new Draws(1, 1), new Draws(2)];
    for (const draws of worlds)
      for (let lead = 0; lead < leads; lead++) {
        draws.lead(lead);
        const [a, b] = [NODES[0] ?? 0, NODES[1] ?? 0].map((each) =>
          Math.floor(draws.uniform(each, 1, PURPOSE.outcome) * 0x4000000)
        );
        lives.add((a ?? 0) * 0x4000000 + (b ?? 0));
      }
    expect(lives.size).toBe(worlds.length * leads);
  });
});

function at(draws: Draws, lead: number, key: number, visit: number, purpose: 3 | 4): number {
  draws.lead(lead);
  return draws.uniform(key, visit, purpose);
}
