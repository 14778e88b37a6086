import { describe, expect, it } from 'vitest';
import { coarsen, layoutHistogram, type Bin } from './histogram';

function bins(counts: readonly number[]): readonly Bin[] {
  return counts.map((count, at) => ({ from: at * 2, to: at * 2 + 2, count }));
}

describe('layoutHistogram', () => {
  const size = { width: 400, height: 100 };

  it('UI-11 stands bars on one zero line, within the plot', () => {
    const { bars } = layoutHistogram(bins([3, 0, 7, 1]), size);
    for (const bar of bars) {
      expect(bar.y + bar.height).toBeCloseTo(100);
      expect(bar.y).toBeGreaterThanOrEqual(0);
      expect(bar.x).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width).toBeLessThanOrEqual(400);
    }
    expect(bars[1]?.height).toBe(0);
    expect(bars[2]?.height).toBeGreaterThan(bars[0]?.height ?? Infinity);
  });

  it('UI-11 survives emptiness', () => {
    expect(layoutHistogram([], size).bars).toEqual([]);
    expect(layoutHistogram(bins([0, 0]), size).bars.every((bar) => bar.height === 0)).toBe(true);
  });
});

describe('coarsen', () => {
  it.each([1, 3, 7, 100])('UI-12 keeps the sum with at most %i bins', (most) => {
    const before = bins([1, 0, 4, 4, 0, 2, 9, 1, 1, 0, 3, 0, 0]);
    const after = coarsen(before, most);
    expect(after.length).toBeLessThanOrEqual(most);
    const sum = (list: readonly Bin[]) => list.reduce((total, bin) => total + bin.count, 0);
    expect(sum(after)).toBe(sum(before));
  });

  it('UI-12 leaves bins of equal width, end to end', () => {
    const after = coarsen(bins([1, 2, 3, 4, 5]), 3);
    expect(after).toEqual([
      { from: 0, to: 4, count: 3 },
      { from: 4, to: 8, count: 7 },
      { from: 8, to: 12, count: 5 }
    ]);
  });
});
