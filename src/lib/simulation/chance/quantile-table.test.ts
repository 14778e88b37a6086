import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '$lib/domain';
import { quantileOf } from './quantile';
import { CELLS, sampleTable, tableOf, type QuantileTable } from './quantile-table';

function made(distribution: Distribution): QuantileTable {
  const table = tableOf(distribution);
  if (typeof table === 'string') throw new Error(table);
  return table;
}

/** Mean by Gauss-Legendre points in each of many parts of [0, 1), finer and finer towards both ends. */
function mean(at: (u: number) => number): number {
  const half = Math.sqrt(3 / 5) / 2;
  const part = (from: number, to: number): number => {
    const width = to - from;
    const middle = (from + to) / 2;
    const ends = at(middle - half * width) + at(middle + half * width);
    return ((5 * ends + 8 * at(middle)) / 18) * width;
  };
  let sum = 0;
  for (let cell = 1; cell < CELLS - 1; cell++)
    for (let piece = 0; piece < 4; piece++)
      sum += part((cell + piece / 4) / CELLS, (cell + (piece + 1) / 4) / CELLS);
  for (let width = 1 / CELLS; width > 1e-15; width /= 2)
    sum += part(width / 2, width) + part(1 - width, 1 - width / 2);
  return sum;
}

const DISTRIBUTIONS: readonly Distribution[] = [
  { type: 'triangular', min: 3, mode: 6, max: 15 },
  { type: 'triangular', min: 0, mode: 0, max: 15 },
  { type: 'exponential', mean: 15 },
  { type: 'lognormal', median: 10, p90: 20 },
  { type: 'lognormal', median: 1, p90: 20 },
  { type: 'lognormal', median: 0.001, p90: 1000 },
  { type: 'normal', mean: 50, deviation: 5 },
  { type: 'normal', mean: 3, deviation: 5, min: 1, max: 30 },
  { type: 'gamma', shape: 0.05, scale: 100 },
  { type: 'gamma', shape: 0.7, scale: 10 },
  { type: 'gamma', shape: 2.5, scale: 10 },
  { type: 'gamma', shape: 900, scale: 0.1 }
];

describe('quantile tables', () => {
  it.each(DISTRIBUTIONS)('SIM-61 the mean of %o is right to 1e-4', (distribution) => {
    const quantile = quantileOf(distribution);
    if (typeof quantile === 'string') throw new Error(quantile);
    const table = made(distribution);
    const exact = mean(quantile.at);
    expect(Math.abs(mean((u) => sampleTable(table, u)) / exact - 1)).toBeLessThan(1e-4);
  });

  it.each<[Distribution, number]>([
    [{ type: 'triangular', min: 3, mode: 6, max: 15 }, 8],
    [{ type: 'exponential', mean: 15 }, 15],
    [{ type: 'lognormal', median: 10, p90: 20 }, 10 * Math.exp((Math.LN2 / 1.2815515655) ** 2 / 2)],
    [{ type: 'gamma', shape: 2.5, scale: 10 }, 25],
    [{ type: 'gamma', shape: 0.05, scale: 100 }, 5]
  ])('SIM-61 the mean of %o is the closed form to 1e-4', (distribution, expected) => {
    const table = made(distribution);
    expect(Math.abs(mean((u) => sampleTable(table, u)) / expected - 1)).toBeLessThan(1e-4);
  });

  it.each(DISTRIBUTIONS)('SIM-61 both ends of %o are exact, and it never falls', (distribution) => {
    const table = made(distribution);
    const quantile = quantileOf(distribution);
    if (typeof quantile === 'string') throw new Error(quantile);
    for (const u of [0, 1 / 0x100000000, 0.0005, 1 - 0.0005, 1 - 1 / 0x100000000])
      expect(sampleTable(table, u)).toBe(quantile.at(u));
    expect(table.last - table.first).toBeGreaterThan(CELLS / 4);
    let before = 0;
    for (let i = 0; i < 8 * CELLS; i++) {
      const value = sampleTable(table, i / (8 * CELLS));
      expect(value).toBeGreaterThanOrEqual(before - 1e-9 * before);
      before = value;
    }
  });

  it('SIM-61 constants and uniforms are straight from end to end, and exact', () => {
    const constant = made({ type: 'constant', value: 0.1 });
    const uniform = made({ type: 'uniform', min: 2, max: 5 });
    fc.assert(
      fc.property(fc.nat(0xffffffff), (bits) => {
        const u = bits / 0x100000000;
        expect(sampleTable(constant, u)).toBe(0.1);
        expect(Math.abs(sampleTable(uniform, u) - (2 + 3 * u))).toBeLessThan(1e-14);
      }),
      { seed: 61 }
    );
    expect([constant.first, constant.last, uniform.first, uniform.last]).toEqual([
      0,
      CELLS,
      0,
      CELLS
    ]);
  });

  it('SIM-61 observed values are drawn as they are, each equally often', () => {
    const table = made({ type: 'empirical', values: [7, 1, 3] });
    const counts = new Map<number, number>();
    for (let i = 0; i < 3000; i++) {
      const value = sampleTable(table, i / 3000);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts]).toEqual([
      [1, 1000],
      [3, 1000],
      [7, 1000]
    ]);
  });
});
