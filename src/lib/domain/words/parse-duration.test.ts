import { describe, expect, it } from 'vitest';
import type { DurationUnit, Parameter } from '$lib/domain';
import { delayText, parseDelay } from './parse-delay';
import { parseDuration } from './parse-duration';

const GAP: Parameter = {
  id: 'gap1',
  name: 'First gap',
  duration: { amount: 3, unit: 'businessDays' }
};

describe('lengths of time as people write them', () => {
  it.each<[string, number, DurationUnit]>([
    ['2 bd', 2, 'businessDays'],
    ['3 days', 3, 'days'],
    ['1 business hour', 1, 'businessHours'],
    ['45 min', 45, 'minutes'],
    ['45m', 45, 'minutes'],
    ['1w', 1, 'weeks'],
    ['  2   Business  Days ', 2, 'businessDays'],
    ['2-day', 2, 'days'],
    ['3 working days', 3, 'businessDays'],
    ['an hour', 1, 'hours'],
    ['two weeks', 2, 'weeks'],
    ['within 4 bh', 4, 'businessHours'],
    ['1h30', 90, 'minutes'],
    ['1 h 30 min', 90, 'minutes'],
    ['1.5 h', 90, 'minutes'],
    ['1,5 bh', 90, 'businessMinutes'],
    ['2 weeks and 3 days', 17, 'days'],
    ['0 h', 0, 'hours'],
    ['2000000 min', 2_000_000, 'minutes']
  ])('DOM-95 %j', (text, amount, unit) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: { amount, unit } });
  });

  it.each([
    ['', /how long/],
    ['bd', /number/],
    ['3', /3 of what/],
    ['-1 d', /forward/],
    ['1.5 d', /whole number/i],
    ['3 moons', /no unit/],
    ['3 dyas', /Did you mean days/],
    ['3 months', /weeks/],
    ['10 s', /minute/],
    ['3 constructor', /no unit/],
    ['1 bd 2 h', /added up/],
    ['9999999 d', /At most 2000000 days/]
  ])('DOM-96 %j is none, and the reason is said', (text, reason) => {
    const read = parseDuration(text);
    expect(read.ok ? '' : read.error).toMatch(reason);
  });

  it('DOM-95 a number alone counts in the unit it stood in before', () => {
    expect(parseDuration('3', 'businessDays')).toEqual({
      ok: true,
      value: { amount: 3, unit: 'businessDays' }
    });
  });
});

describe('named lengths of time', () => {
  it.each(['First gap', 'first gap', 'gap1', '=gap1', 'First gap (3 business days)'])(
    'DOM-97 %j is the parameter',
    (text) => {
      expect(parseDelay(text, [GAP])).toEqual({ ok: true, value: { parameter: 'gap1' } });
    }
  );

  it('DOM-97 one that does not exist is said with one that does', () => {
    const read = parseDelay('frist gap', [GAP]);
    expect(read.ok ? '' : read.error).toBe('There is no “frist gap”. Did you mean first gap?');
  });

  it('DOM-97 a name that could be a length of time is written so that it cannot', () => {
    const odd: Parameter = { ...GAP, id: '3d', name: '3 days' };
    expect(delayText({ parameter: '3d' }, [odd])).toBe('=3d');
  });
});
