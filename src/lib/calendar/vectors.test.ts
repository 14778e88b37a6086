import { describe, expect, it } from 'vitest';
import { addBusinessDays, addCalendarDays } from './days';
import { addBusinessTime, roll } from './open-time';
import { NEW_YORK, at, compiled, wall } from './testing/calendars';
import { HOUR } from './units';

const c = compiled(NEW_YORK);

const businessDays = (from: string, n: number) => wall(c, addBusinessDays(c, at(c, from), n));
const calendarDays = (from: string, n: number) => wall(c, addCalendarDays(c, at(c, from), n));
const businessHours = (from: string, n: number) =>
  wall(c, addBusinessTime(c, at(c, from), n * HOUR));
const elapsed = (from: string, n: number) =>
  (addBusinessDays(c, at(c, from), n) - at(c, from)) / HOUR;

/** Mon–Fri 09:00–17:00 in New York, Thursday 2026-11-26 a holiday. */
describe('published vectors', () => {
  it('CAL-6 vector 1: Friday 16:00 + 1 business day is Monday 16:00, 71 hours later as DST starts', () => {
    expect(businessDays('2026-03-06 16:00', 1)).toBe('2026-03-09 16:00');
    expect(elapsed('2026-03-06 16:00', 1)).toBe(71);
  });

  it('CAL-6 vector 2: Saturday + 0 business days is Monday 09:00', () => {
    expect(businessDays('2026-03-07 10:00', 0)).toBe('2026-03-09 09:00');
  });

  it('CAL-6 vector 3: Saturday + 1 business day is Tuesday 09:00', () => {
    expect(businessDays('2026-03-07 10:00', 1)).toBe('2026-03-10 09:00');
  });

  it('CAL-6 vector 4: Saturday + 2 business days is Wednesday 09:00', () => {
    expect(businessDays('2026-03-07 10:00', 2)).toBe('2026-03-11 09:00');
  });

  it('CAL-6 vector 5: Wednesday 10:00 + 3 business days is Monday 10:00', () => {
    expect(businessDays('2026-03-04 10:00', 3)).toBe('2026-03-09 10:00');
  });

  it('CAL-7 vector 6: Wednesday 10:00 + 3 calendar days is a Saturday and rolls to Monday 09:00', () => {
    expect(calendarDays('2026-03-04 10:00', 3)).toBe('2026-03-09 09:00');
  });

  it('CAL-6 vector 7: a business day skips the holiday', () => {
    expect(businessDays('2026-11-25 15:00', 1)).toBe('2026-11-27 15:00');
  });

  it('CAL-7 vector 8: a calendar day lands on the holiday and rolls to the next opening', () => {
    expect(calendarDays('2026-11-25 15:00', 1)).toBe('2026-11-27 09:00');
  });

  it('CAL-8 vector 9: Friday 16:00 + 4 business hours is Monday 12:00', () => {
    expect(businessHours('2026-03-06 16:00', 4)).toBe('2026-03-09 12:00');
  });

  it('CAL-8 vector 10: Friday 09:00 + 24 business hours is Tuesday 17:00, rolled Wednesday 09:00', () => {
    expect(businessHours('2025-03-28 09:00', 24)).toBe('2025-04-01 17:00');
    const closing = addBusinessTime(c, at(c, '2025-03-28 09:00'), 24 * HOUR);
    expect(wall(c, roll(c, closing))).toBe('2025-04-02 09:00');
  });

  it('CAL-6 vector 11: after hours 0 and 1 business days stay distinct', () => {
    expect(businessDays('2026-03-06 18:30', 0)).toBe('2026-03-09 09:00');
    expect(businessDays('2026-03-06 18:30', 1)).toBe('2026-03-10 09:00');
  });

  it('CAL-6 vector 12: Friday 16:00 + 1 business day is Monday 16:00, 73 hours later as DST ends', () => {
    expect(businessDays('2026-10-30 16:00', 1)).toBe('2026-11-02 16:00');
    expect(elapsed('2026-10-30 16:00', 1)).toBe(73);
  });

  it('CAL-7 vector 13: 3 calendar days from Thursday roll to Monday 07:00, and from there to Thursday', () => {
    const early = [['07:00', '17:00']] as const;
    const outreach = compiled({
      tz: 'America/New_York',
      week: { mon: early, tue: early, wed: early, thu: early, fri: early }
    });
    const monday = addCalendarDays(outreach, at(outreach, '2026-06-04 10:00'), 3);
    expect(wall(outreach, monday)).toBe('2026-06-08 07:00');
    expect(wall(outreach, addCalendarDays(outreach, monday, 3))).toBe('2026-06-11 07:00');
  });
});
