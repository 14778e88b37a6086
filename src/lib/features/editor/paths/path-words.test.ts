import { describe, expect, it } from 'vitest';
import { daysWords, slowestWords, stepsOf, touchesWords } from './path-words';

const nameOf = (id: string) => id.toUpperCase();

describe('the words of the path analysis', () => {
  it('ED-133 say business days', () => {
    expect([0, 1, 14].map(daysWords)).toEqual([
      'under a business day',
      '1 business day',
      '14 business days'
    ]);
  });

  it('ED-133 say where there is no limit', () => {
    expect(slowestWords({ businessDays: 3, path: ['a'] }, nameOf)).toBe('3 business days');
    expect(slowestWords({ unboundedAt: ['a'] }, nameOf)).toBe('no limit at A');
    expect(slowestWords({ unboundedAt: ['a', 'b', 'c'] }, nameOf)).toBe('no limit at A and 2 more');
    expect(slowestWords(null, nameOf)).toBe('–');
  });

  it('ED-133 count touches by channel, one as one', () => {
    expect(
      touchesWords({
        email: { min: 1, max: 3 },
        call: { min: 1, max: 1 },
        sms: { min: 0, max: 0 },
        demo: { min: 2, max: 2 }
      })
    ).toBe('1–3 emails · 1 call · 2 demos');
    expect(touchesWords({ sms: { min: 1, max: 1 } })).toBe('1 SMS');
    expect(touchesWords({})).toBe('no touches');
  });

  it('ED-134 light a bounded way, or where an unbounded one waits', () => {
    expect(stepsOf({ businessDays: 1, path: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(stepsOf({ unboundedAt: ['c'] })).toEqual(['c']);
    expect(stepsOf(null)).toEqual([]);
  });
});
