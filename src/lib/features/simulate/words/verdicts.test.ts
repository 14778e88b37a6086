import { expect, it } from 'vitest';
import { EXIT_RESULTS } from '$lib/domain';
import { exitColors } from './verdicts';

it('SIMUI-6 gives each exit its verdict’s color, paler from the second on', () => {
  expect(exitColors(['qualified', 'notInterested', 'won', 'unresponsive'])).toEqual([
    'var(--won)',
    'var(--lost)',
    'color-mix(in srgb, var(--won) 72%, var(--surface))',
    'var(--bar-rest)'
  ]);
});

it('SIMUI-6 has a color for every result', () => {
  expect(exitColors(EXIT_RESULTS).every((color) => color.includes('var(--'))).toBe(true);
});
