import { describe, expect, it } from 'vitest';
import { InvariantError } from '$lib/util';
import { addDelay } from './add-delay';
import { addBusinessDays, addCalendarDays, businessDaysBetween } from './days';
import { instantOf, localDateTime } from './local-time';
import { addBusinessTime, openBetween } from './open-time';
import { NEW_YORK, at, compiled, wall } from './testing/calendars';
import { HOUR } from './units';

const c = compiled(NEW_YORK);
const SATURDAY = at(c, '2026-03-07 10:00');

describe('business time', () => {
  it('CAL-8 nothing added is nothing moved, and a closing time stays one', () => {
    expect(addBusinessTime(c, SATURDAY, 0)).toBe(SATURDAY);
    expect(wall(c, addBusinessTime(c, SATURDAY, 8 * HOUR))).toBe('2026-03-09 17:00');
    expect(wall(c, addBusinessTime(c, SATURDAY, 8 * HOUR + 1))).toBe('2026-03-10 09:00');
  });

  it('CAL-9 a weekend has no open time, a week has forty hours', () => {
    const nextSaturday = at(c, '2026-03-14 10:00');
    expect(openBetween(c, SATURDAY, at(c, '2026-03-09 09:00'))).toBe(0);
    expect(openBetween(c, SATURDAY, nextSaturday)).toBe(40 * HOUR);
    expect(openBetween(c, nextSaturday, SATURDAY)).toBe(-40 * HOUR);
  });

  it('CAL-10 counts whole business days, in both directions', () => {
    const friday = at(c, '2026-03-06 16:00');
    expect(businessDaysBetween(c, friday, at(c, '2026-03-09 15:59'))).toBe(0);
    expect(businessDaysBetween(c, friday, at(c, '2026-03-09 16:00'))).toBe(1);
    expect(businessDaysBetween(c, SATURDAY, at(c, '2026-03-08 10:00'))).toBe(0);
    expect(businessDaysBetween(c, at(c, '2026-03-09 16:00'), friday)).toBe(-1);
    expect(businessDaysBetween(c, at(c, '2026-11-25 09:00'), at(c, '2026-11-28 09:00'))).toBe(1);
  });

  it.each([
    ['minutes', 90, '2026-03-07 11:30'],
    ['hours', 24, '2026-03-08 11:00'],
    ['days', 3, '2026-03-10 10:00'],
    ['days', 1, '2026-03-09 09:00'],
    ['weeks', 1, '2026-03-16 09:00'],
    ['businessMinutes', 30, '2026-03-09 09:30'],
    ['businessHours', 8, '2026-03-09 17:00'],
    ['businessDays', 1, '2026-03-10 09:00']
  ] as const)('CAL-11 %s: Saturday 10:00 + %i is %s', (unit, amount, expected) => {
    expect(wall(c, addDelay(c, SATURDAY, { amount, unit }))).toBe(expected);
  });

  it('CAL-11 refuses to go back', () => {
    expect(() => addBusinessDays(c, SATURDAY, -1)).toThrow(InvariantError);
    expect(() => addCalendarDays(c, SATURDAY, -1)).toThrow(InvariantError);
    expect(() => addBusinessTime(c, SATURDAY, -1)).toThrow(InvariantError);
  });

  it('CAL-16 mornings and afternoons in turn meet at an opening; days 0 and 1 do not', () => {
    const turns = compiled({
      tz: 'UTC',
      week: { thu: [['09:00', '17:00']], fri: [['09:00', '12:00']], mon: [['13:00', '17:00']] }
    });
    const days = [0, 1, 2, 3].map((n) =>
      wall(turns, addBusinessDays(turns, at(turns, '2026-06-04 12:30'), n))
    );
    expect(days).toEqual([
      '2026-06-04 12:30',
      '2026-06-08 13:00',
      '2026-06-08 13:00',
      '2026-06-11 12:30'
    ]);
  });
});

describe('clock on the wall', () => {
  it('CAL-12 shows the local date and time, seconds cut off', () => {
    expect(localDateTime(c, Date.UTC(2026, 0, 1, 4, 59, 59, 999))).toEqual({
      date: '2025-12-31',
      time: '23:59'
    });
  });

  it('CAL-13 moves a skipped time on and takes the earlier of two', () => {
    expect(instantOf(c, '2026-03-08T02:30')).toBe(Date.UTC(2026, 2, 8, 7, 30));
    expect(instantOf(c, '2026-11-01T01:30')).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });

  it.each([
    '2026-02-30T09:00',
    '2026-03-08',
    '2026-03-08T24:00',
    '2026-03-08T9:00',
    '',
    'T',
    '2026-03-08T09:00T'
  ])('CAL-13 throws for %j', (text) => {
    expect(() => instantOf(c, text)).toThrow(InvariantError);
  });
});
