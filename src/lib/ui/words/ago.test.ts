import { describe, expect, it } from 'vitest';
import { ago } from './ago';

const NOW = new Date(2026, 10, 22, 12).getTime();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('ago', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 minute ago'],
    [3.5 * MINUTE, '3 minutes ago'],
    [60 * MINUTE, '1 hour ago'],
    [23.9 * 60 * MINUTE, '23 hours ago'],
    [DAY, '1 day ago'],
    [6.9 * DAY, '6 days ago'],
    [10 * DAY, 'on November 12'],
    [400 * DAY, 'on October 18, 2025'],
    [-5 * MINUTE, 'just now']
  ])('LIB-18 tells %d milliseconds as “%s”', (passed, words) => {
    expect(ago(NOW - passed, NOW)).toBe(words);
  });
});
