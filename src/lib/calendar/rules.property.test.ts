import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, addCalendarDays, businessDaysBetween } from './days';
import { instantOf, localDateTime } from './local-time';
import { addBusinessTime, isOpen, openBetween, roll } from './open-time';
import { YEAR, ZONES, calendars, instants } from './testing/arbitraries';
import { OFFICE_WEEK, compiled } from './testing/calendars';
import { DAY, HOUR, MINUTE, WEEK } from './units';
import type { WorkCalendar } from './work-calendar';

const SEED = 20261126;
const amount = fc.integer({ min: 0, max: 400 });
/** Within the horizon, and up to 60 years off it on either side. */
const anywhere = fc.oneof(
  instants,
  fc
    .integer({ min: -60 * 365 * 1440, max: 60 * 365 * 1440 })
    .map((m) => Date.UTC(YEAR) + m * MINUTE)
);
const compile = (calendar: WorkCalendar) => compiled(calendar, YEAR, YEAR);

function holds<T>(property: fc.IProperty<T>, numRuns = 300): void {
  fc.assert(property, { seed: SEED, numRuns });
}

describe('what always holds', { timeout: 30_000 }, () => {
  it('CAL-15 CAL-20 days added end at an open instant that is not earlier', () => {
    expect.hasAssertions();
    holds(
      fc.property(calendars, anywhere, amount, (calendar, t, n) => {
        const c = compile(calendar);
        for (const result of [roll(c, t), addBusinessDays(c, t, n), addCalendarDays(c, t, n)]) {
          expect(isOpen(c, result)).toBe(true);
          expect(result).toBeGreaterThanOrEqual(t);
        }
      })
    );
  });

  it('CAL-16 CAL-20 business days never decrease in n, and 0 and 1 differ', () => {
    expect.hasAssertions();
    holds(
      fc.property(calendars, anywhere, amount, (calendar, t, n) => {
        const c = compile(calendar);
        expect(addBusinessDays(c, t, n + 1)).toBeGreaterThanOrEqual(addBusinessDays(c, t, n));
        expect(addBusinessDays(c, t, 1)).toBeGreaterThan(addBusinessDays(c, t, 0));
      })
    );
  });

  /** Days that share a part of their hours: the ordinary case. */
  const overlapping = fc
    .record({
      tz: fc.constantFrom(...ZONES),
      hours: fc.array(fc.tuple(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 12, max: 22 })), {
        minLength: 5,
        maxLength: 5
      }),
      holiday: fc.integer({ min: 10, max: 28 })
    })
    .map(({ tz, hours, holiday }) => {
      const range = (i: number) => {
        const [from = 9, to = 17] = hours[i] ?? [];
        return [[`${String(from).padStart(2, '0')}:00`, `${to}:30`]] as const;
      };
      const date = `${YEAR}-03-${holiday}`;
      return {
        tz,
        week: { mon: range(0), tue: range(1), wed: range(2), thu: range(3), sat: range(4) },
        exceptions: [{ from: date, to: date, kind: 'nonWorking' as const }]
      };
    });

  it('CAL-16 CAL-20 business days strictly increase in n when days share hours', () => {
    expect.hasAssertions();
    holds(
      fc.property(overlapping, anywhere, amount, (calendar, t, n) => {
        const c = compile(calendar);
        expect(addBusinessDays(c, t, n + 1)).toBeGreaterThan(addBusinessDays(c, t, n));
      })
    );
  });

  it('CAL-10 CAL-16 the count of business days undoes adding them when days share hours', () => {
    expect.hasAssertions();
    holds(
      fc.property(overlapping, anywhere, amount, (calendar, t, n) => {
        const c = compile(calendar);
        expect(businessDaysBetween(c, t, addBusinessDays(c, t, n))).toBe(n);
      })
    );
  });

  it('CAL-17 on a uniform week adding twice is adding the sum', () => {
    expect.hasAssertions();
    const uniform = fc.constantFrom(...ZONES).map((tz) => ({
      tz,
      week: OFFICE_WEEK,
      exceptions: [{ from: `${YEAR}-04-20`, to: `${YEAR}-04-22`, kind: 'nonWorking' as const }]
    }));
    holds(
      fc.property(uniform, anywhere, amount, amount, (calendar, t, a, b) => {
        const c = compile(calendar);
        expect(addBusinessDays(c, addBusinessDays(c, t, a), b)).toBe(addBusinessDays(c, t, a + b));
      })
    );
  });

  it('CAL-18 CAL-20 business time and its measure undo each other', () => {
    expect.hasAssertions();
    holds(
      fc.property(
        calendars,
        anywhere,
        fc.integer({ min: 0, max: 5000 * HOUR }),
        (calendar, t, ms) => {
          const c = compile(calendar);
          const later = addBusinessTime(c, t, ms);
          expect(openBetween(c, t, later)).toBe(ms);
          if (ms > 0) expect(openBetween(c, t, later - 1)).toBe(ms - 1);
        }
      )
    );
  });
});

describe('beyond the horizon', { timeout: 30_000 }, () => {
  it('CAL-20 the weekly hours repeat week by week, before and after', () => {
    expect.hasAssertions();
    const beyond = fc.integer({ min: 0, max: 50 * 365 * 1440 });
    const weeks = fc.integer({ min: 1, max: 2000 });
    holds(
      fc.property(calendars, beyond, weeks, amount, (calendar, minutes, w, n) => {
        const c = compile(calendar);
        const after = c.tableTo + minutes * MINUTE;
        expect(roll(c, after + w * WEEK)).toBe(roll(c, after) + w * WEEK);
        expect(addBusinessDays(c, after + w * WEEK, n)).toBe(
          addBusinessDays(c, after, n) + w * WEEK
        );
        expect(addBusinessTime(c, after + w * WEEK, n * HOUR)).toBe(
          addBusinessTime(c, after, n * HOUR) + w * WEEK
        );
        const before = c.tableFrom - minutes * MINUTE - 3 * WEEK;
        expect(roll(c, before - w * WEEK)).toBe(roll(c, before) - w * WEEK);
        expect(addCalendarDays(c, before - w * WEEK, 7)).toBe(
          addCalendarDays(c, before, 7) - w * WEEK
        );
      })
    );
  });

  it('CAL-20 a zone without changes goes on as if the horizon were longer', () => {
    expect.hasAssertions();
    const calendar: WorkCalendar = { tz: 'Asia/Kolkata', week: OFFICE_WEEK };
    const short = compiled(calendar, 2026, 2026);
    const long = compiled(calendar, 2016, 2036);
    const times = fc.integer({ min: Date.UTC(2016, 1), max: Date.UTC(2036, 0) });
    holds(
      fc.property(times, fc.integer({ min: 0, max: 200 }), (t, n) => {
        expect(addBusinessDays(short, t, n)).toBe(addBusinessDays(long, t, n));
        expect(addCalendarDays(short, t, n)).toBe(addCalendarDays(long, t, n));
        expect(addBusinessTime(short, t, n * HOUR)).toBe(addBusinessTime(long, t, n * HOUR));
        expect(openBetween(short, t, t + n * DAY)).toBe(openBetween(long, t, t + n * DAY));
        const { date, time } = localDateTime(long, t);
        expect(localDateTime(short, t)).toEqual({ date, time });
        expect(instantOf(short, `${date}T${time}`)).toBe(instantOf(long, `${date}T${time}`));
      })
    );
  });

  it('CAL-20 exceptions end with the week in which the horizon ends, and the last offset stays', () => {
    const closed = { from: '2026-12-28', to: '2027-12-31', kind: 'nonWorking' } as const;
    const calendar = { tz: 'America/New_York', week: OFFICE_WEEK, exceptions: [closed] };
    const c = compiled(calendar, 2026, 2026);
    // The horizon ends on Thursday 2026-12-31 local time; its week on Sunday 2027-01-03.
    expect(roll(c, instantOf(c, '2026-12-28T10:00'))).toBe(Date.UTC(2027, 0, 4, 14));
    expect(instantOf(c, '2027-07-01T09:00')).toBe(Date.UTC(2027, 6, 1, 14));
  });
});
