import { expect, it } from 'vitest';
import { layoutSeries } from './series';

const size = { width: 100, height: 50 };

it('draws each series over the whole width, from the axis up', () => {
  const { lines, yTicks } = layoutSeries(
    [{ id: 'a', label: 'A', color: 'red', values: [0, 10, 5] }],
    size
  );
  expect(lines).toEqual([
    { id: 'a', line: 'M0 50L50 0L100 25', area: 'M0 50L50 0L100 25L100 50L0 50Z' }
  ]);
  expect(yTicks.map(({ value }) => value)).toEqual([0, 5, 10]);
});

it('names no more places than there is room for', () => {
  const values = Array.from({ length: 90 }, () => 1);
  const { xTicks } = layoutSeries([{ id: 'a', label: 'A', color: 'red', values }], {
    width: 300,
    height: 50
  });
  expect(xTicks.map(({ value }) => value)).toEqual([0, 23, 46, 69]);
});

it('draws nothing of nothing', () => {
  expect(layoutSeries([{ id: 'a', label: 'A', color: 'red', values: [] }], size).lines).toEqual([
    { id: 'a', line: '', area: '' }
  ]);
});
