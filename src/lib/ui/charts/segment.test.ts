import { expect, it } from 'vitest';
import { count, percent } from './segment';

it.each([
  [0, '0.0 %'],
  [0.0004, '< 0.1 %'],
  [0.2332, '23.3 %'],
  [0.9996, '> 99.9 %'],
  [1, '100.0 %']
])('UI-10 writes the share %d', (share, text) => {
  expect(percent(share)).toBe(text);
});

it('writes counts with commas', () => {
  expect(count(10_000)).toBe('10,000');
});
