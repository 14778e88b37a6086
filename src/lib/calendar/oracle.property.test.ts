import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, addCalendarDays, businessDaysBetween } from './days';
import { instantOf, localDateTime } from './local-time';
import { addBusinessTime, isOpen, openBetween, roll } from './open-time';
import { YEAR, calendars, instants } from './testing/arbitraries';
import { compiled } from './testing/calendars';
import {
  oracleAddBusinessDays,
  oracleAddBusinessTime,
  oracleAddCalendarDays,
  oracleInstantOf,
  oracleIsOpen,
  oracleOpenBetween,
  oracleRoll,
  zoned
} from './testing/oracle';
import { DAY, MINUTE } from './units';

const SEED = 20260306;
/** One year more than the instants have: the oracle knows no end of the horizon. */
const compile = (calendar: Parameters<typeof compiled>[0]) => compiled(calendar, YEAR, YEAR + 1);

function holds<T>(property: fc.IProperty<T>, numRuns: number): void {
  fc.assert(property, { seed: SEED, numRuns });
}

/** Random calendars and instants, against Temporal asked minute by minute. */
describe('oracle', { timeout: 30_000 }, () => {
  it('CAL-2 CAL-3 CAL-4 is open exactly when the clock on the wall shows open hours', () => {
    expect.hasAssertions();
    holds(
      fc.property(calendars, fc.array(instants, { minLength: 20 }), (calendar, times) => {
        const c = compile(calendar);
        for (const t of times) expect(isOpen(c, t)).toBe(oracleIsOpen(calendar, t));
      }),
      150
    );
  });

  it('CAL-5 rolls to the next open minute', () => {
    expect.hasAssertions();
    holds(
      fc.property(calendars, instants, (calendar, t) => {
        expect(roll(compile(calendar), t)).toBe(oracleRoll(calendar, t));
      }),
      100
    );
  });

  it('CAL-6 adds business days', () => {
    expect.hasAssertions();
    holds(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 6 }), (calendar, t, n) => {
        expect(addBusinessDays(compile(calendar), t, n)).toBe(
          oracleAddBusinessDays(calendar, t, n)
        );
      }),
      40
    );
  });

  it('CAL-7 adds calendar days', () => {
    expect.hasAssertions();
    holds(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 40 }), (calendar, t, n) => {
        expect(addCalendarDays(compile(calendar), t, n)).toBe(
          oracleAddCalendarDays(calendar, t, n)
        );
      }),
      100
    );
  });

  it('CAL-8 adds business time', () => {
    expect.hasAssertions();
    holds(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 0, max: 3000 }),
        (calendar, t, minutes) => {
          expect(addBusinessTime(compile(calendar), t, minutes * MINUTE)).toBe(
            oracleAddBusinessTime(calendar, t, minutes)
          );
        }
      ),
      60
    );
  });

  it('CAL-9 measures open time, and adding what was measured comes back', () => {
    expect.hasAssertions();
    holds(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 0, max: 9000 }),
        (calendar, t, minutes) => {
          const c = compile(calendar);
          const later = t + minutes * MINUTE;
          const open = openBetween(c, t, later);
          expect(open).toBe(oracleOpenBetween(calendar, t, later));
          expect(openBetween(c, later, t)).toBe(open === 0 ? 0 : -open);
          expect(addBusinessTime(c, t, open)).toBeLessThanOrEqual(later);
        }
      ),
      60
    );
  });

  it('CAL-10 counts the business days that fit', () => {
    expect.hasAssertions();
    holds(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 90 * 1440 }), (calendar, t, m) => {
        const c = compile(calendar);
        const b = t + m * MINUTE;
        const days = businessDaysBetween(c, t, b);
        if (days > 0) expect(addBusinessDays(c, t, days)).toBeLessThanOrEqual(b);
        expect(addBusinessDays(c, t, days + 1)).toBeGreaterThan(b);
      }),
      300
    );
  });

  it('CAL-12 CAL-13 reads and sets the clock as Temporal does', () => {
    expect.hasAssertions();
    const asked = fc.array(fc.tuple(instants, fc.integer({ min: 0, max: 3 })), { minLength: 20 });
    holds(
      fc.property(calendars, asked, (calendar, pairs) => {
        const c = compile(calendar);
        for (const [t, days] of pairs) {
          const shown = zoned(calendar, t).toPlainDateTime();
          const { date, time } = localDateTime(c, t);
          expect(`${date}T${time}`).toBe(shown.toString({ smallestUnit: 'minute' }));
          // Some days on, so that times in gaps and in overlaps are asked for too.
          const text = `${localDateTime(c, t + days * DAY).date}T${time}`;
          expect(instantOf(c, text)).toBe(oracleInstantOf(calendar, text));
        }
      }),
      150
    );
  });
});
