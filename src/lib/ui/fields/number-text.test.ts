import { describe, expect, it } from 'vitest';
import { formatNumber, numberFault, parseNumber, stepNumber } from './number-text';

describe('numbers as text', () => {
  it.each([
    ['10,000', 10_000],
    ['10 000', 10_000],
    [' 0.25 ', 0.25],
    ['.5', 0.5],
    ['-3', -3],
    ['−3', -3],
    ['', null],
    ['ten', null],
    ['1e9', null],
    ['1.2.3', null]
  ])('UI-1 reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it('UI-1 writes thousands commas', () => {
    expect(formatNumber(1_234_567.5)).toBe('1,234,567.5');
  });

  it('UI-2 says what is wrong', () => {
    expect(numberFault(null, {})).toBe('Enter a number.');
    expect(numberFault(1.5, { integer: true })).toBe('Enter a whole number.');
    expect(numberFault(0, { min: 1 })).toBe('At least 1.');
    expect(numberFault(2000, { max: 1000 })).toBe('At most 1,000.');
    expect(numberFault(5, { min: 1, max: 9, integer: true })).toBeUndefined();
  });

  it('UI-3 steps within the limits, without binary dust', () => {
    expect(stepNumber(0.1, 0.2, {})).toBe(0.3);
    expect(stepNumber(9, 10, { max: 12 })).toBe(12);
    expect(stepNumber(1, -10, { min: 0 })).toBe(0);
  });
});
