import { expect, it } from 'vitest';
import type { Sensitivity } from '$lib/worker/protocol';
import { tornado } from './tornado';

function assumption(name: string, low: number | null, high: number | null): Sensitivity {
  const side = (mean: number | null) =>
    mean === null ? null : { to: 1, difference: { mean, low: mean, high: mean, unpairedWidth: 0 } };
  const rest = { from: 1, swing: null, elasticity: null, seen: true, words: '' };
  return { path: name, name, low: side(low), high: side(high), ...rest };
}

it('SIMUI-17 draws each assumption to the side that it moves the goal, the longest in full', () => {
  const bars = tornado([
    assumption('chance', -0.04, 0.02),
    assumption('gap', 0.01, null),
    assumption('unknown', null, null)
  ]);
  expect(bars.map(({ name, less, more, most }) => [name, less, more, most])).toEqual([
    ['chance', 1, 0.5, 0.04],
    ['gap', 0, 0.25, 0.01]
  ]);
});
