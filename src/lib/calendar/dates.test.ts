import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type addDelay } from './add-delay';
import { nextDate, nextWeekday, readLocal, rollBoth } from './dates';
import { localDateTime } from './local-time';
import { isOpen, openBetween, roll } from './open-time';
import { subtractDelay } from './subtract-delay';
import { YEAR, calendars, instants } from './testing/arbitraries';
import { NEW_YORK, OFFICE_WEEK, at, compiled, wall } from './testing/calendars';
import { DAY, MINUTE } from './units';

const SEED = 20261122;
const c = compiled(NEW_YORK);
const before = (from: string, amount: number, unit: Parameters<typeof addDelay>[2]['unit']) =>
  wall(c, subtractDelay(c, at(c, from), { amount, unit }));

describe('before an instant', () => {
  it('CAL-21 elapsed time, days of the calendar and of work, open time', () => {
    expect(before('2026-01-12 10:00', 3, 'hours')).toBe('2026-01-12 07:00');
    expect(before('2026-01-12 10:00', 90, 'minutes')).toBe('2026-01-12 08:30');
    expect(before('2026-01-14 10:00', 2, 'days')).toBe('2026-01-12 10:00');
    expect(before('2026-01-14 10:00', 3, 'days')).toBe('2026-01-12 09:00');
    expect(before('2026-01-14 10:00', 1, 'weeks')).toBe('2026-01-07 10:00');
    expect(before('2026-01-12 10:00', 2, 'businessDays')).toBe('2026-01-08 10:00');
    // From a Sunday the working dates before it are counted; Thanksgiving is none.
    expect(before('2026-11-29 10:00', 3, 'businessDays')).toBe('2026-11-24 10:00');
    expect(before('2026-01-12 10:00', 2, 'businessHours')).toBe('2026-01-09 16:00');
    expect(before('2026-01-12 10:00', 30, 'businessMinutes')).toBe('2026-01-12 09:30');
  });

  it('CAL-21 no time at all is the instant, days are rolled', () => {
    expect(before('2026-01-11 10:00', 0, 'businessHours')).toBe('2026-01-11 10:00');
    expect(before('2026-01-11 10:00', 0, 'days')).toBe('2026-01-12 09:00');
    expect(before('2026-01-11 10:00', 0, 'businessDays')).toBe('2026-01-12 09:00');
  });

  it('CAL-21 the open time taken off lies between', () => {
    expect.hasAssertions();
    const amounts = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(calendars, instants, amounts, (calendar, t, amount) => {
        const any = compiled(calendar, YEAR, YEAR);
        const start = subtractDelay(any, t, { amount, unit: 'businessMinutes' });
        expect(openBetween(any, start, t)).toBe(amount * MINUTE);
      }),
      { seed: SEED, numRuns: 100 }
    );
  });
});

describe('dates of the wall clock', () => {
  it('CAL-22 a date is its beginning; what is none is null', () => {
    expect(readLocal(c, '2026-03-08')).toBe(at(c, '2026-03-08 00:00'));
    expect(readLocal(c, '2026-03-09T15:30')).toBe(at(c, '2026-03-09 15:30'));
    for (const text of ['', 'soon', '2026-02-30', '2026-01-05T24:00', '2026-01-05T09:00T1', '2026'])
      expect(readLocal(c, text)).toBe(null);
  });

  it('CAL-23 the next date begins at midnight, however long the day', () => {
    expect(wall(c, nextDate(c, at(c, '2026-03-08 00:00')))).toBe('2026-03-09 00:00');
    expect(nextDate(c, at(c, '2026-03-08 00:00')) - at(c, '2026-03-08 00:00')).toBe(
      23 * 60 * MINUTE
    );
    expect(wall(c, nextDate(c, at(c, '2026-01-05 23:59')))).toBe('2026-01-06 00:00');
  });

  it('CAL-24 the next of some weekdays at a time of day, rolled', () => {
    const next = (from: string, days: number, minute: number) =>
      wall(c, nextWeekday(c, at(c, from), days, minute));
    expect(next('2026-01-05 10:00', 0b1, 600)).toBe('2026-01-05 10:00');
    expect(next('2026-01-05 10:01', 0b1, 600)).toBe('2026-01-12 10:00');
    expect(next('2026-01-05 10:01', 0b101, 600)).toBe('2026-01-07 10:00');
    expect(next('2026-01-05 10:01', 0b1000000, 600)).toBe('2026-01-12 09:00');
    expect(() => nextWeekday(c, 0, 0, 600)).toThrow('weekday');
  });

  it('CAL-24 it is never before the instant, and at most a week and what rolling adds later', () => {
    expect.hasAssertions();
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 127 }), minutes, (t, days, minute) => {
        const found = nextWeekday(c, t, days, minute);
        expect(found).toBeGreaterThanOrEqual(t);
        expect(found).toBeLessThanOrEqual(roll(c, t + 7 * DAY + 60 * MINUTE));
        if (localDateTime(c, found).time === '12:00') expect(isOpen(c, found)).toBe(true);
      }),
      { seed: SEED, numRuns: 200 }
    );
  });
});

describe('two calendars', () => {
  const berlin = compiled({ tz: 'Europe/Berlin', week: OFFICE_WEEK });

  it('CAL-25 the first instant at which both are open', () => {
    // Nine to five in Berlin ends at eleven in New York.
    expect(rollBoth(c, berlin, at(c, '2026-01-05 10:00'))).toBe(at(c, '2026-01-05 10:00'));
    expect(rollBoth(c, berlin, at(c, '2026-01-05 11:00'))).toBe(at(c, '2026-01-06 09:00'));
    expect(rollBoth(berlin, c, at(c, '2026-01-09 12:00'))).toBe(at(c, '2026-01-12 09:00'));
  });

  it('CAL-25 null when they never are', () => {
    const nights = compiled({ tz: 'America/New_York', week: { sat: [['20:00', '24:00']] } });
    expect(rollBoth(c, nights, at(c, '2026-01-05 10:00'))).toBe(null);
  });
});
