import { describe, expect, it } from 'vitest';
import { nearest } from './nearest';

describe('the nearest word', () => {
  it.each([
    ['dyas', ['minutes', 'hours', 'days'], 'days'],
    ['frist-name', ['last-name', 'first-name'], 'first-name'],
    ['firstname', ['first-name', 'company'], 'first-name'],
    ['x', ['days'], undefined],
    ['moons', ['hours', 'days'], undefined],
    ['days', [], undefined]
  ])('of %j among %j is %j', (word, among, expected) => {
    expect(nearest(word, among)).toBe(expected);
  });
});
