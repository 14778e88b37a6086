import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, parseDate } from './civil';
import { closeDates } from './close-dates';
import { compileCalendar } from './compile-calendar';
import { closing, isOpen, roll } from './open-time';
import { YEAR, calendars, instants } from './testing/arbitraries';
import { DAY } from './units';

const horizon = { from: Date.UTC(YEAR, 0, 1), to: Date.UTC(YEAR + 1, 0, 1) };
const first = parseDate(`${YEAR}-01-01`) ?? 0;
const spans = fc.array(
  fc.record({ from: fc.integer({ min: -20, max: 380 }), days: fc.integer({ min: 0, max: 30 }) }),
  { maxLength: 4 }
);

describe('dates on which a calendar is closed as well', () => {
  it('CAL-26 is what the same dates as exceptions make of it', () => {
    fc.assert(
      fc.property(calendars, spans, (calendar, drawn) => {
        const away = drawn.map(({ from, days }) => ({
          from: formatDate(first + from),
          to: formatDate(first + from + days)
        }));
        const plain = compileCalendar(calendar, horizon);
        if (!plain.ok) return;
        const exceptions = away.map((span) => ({ ...span, kind: 'nonWorking' as const }));
        const expected = compileCalendar(
          { ...calendar, exceptions: [...(calendar.exceptions ?? []), ...exceptions] },
          horizon
        );
        const made = closeDates(plain.value, away);
        expect(made.ok).toBe(expected.ok);
        if (made.ok && expected.ok) expect(made.value).toEqual(expected.value);
      }),
      { seed: 2601, numRuns: 200 }
    );
  });

  it('CAL-26 dates that are none are refused in words', () => {
    const calendar = compileCalendar({ tz: 'UTC', week: { mon: [['09:00', '17:00']] } }, horizon);
    if (!calendar.ok) throw new Error(calendar.error);
    const span = { from: '2011-03-02', to: '2011-03-01' };
    expect(closeDates(calendar.value, [span]).ok).toBe(false);
    expect(closeDates(calendar.value, [{ from: 'May', to: '2011-03-01' }]).ok).toBe(false);
    expect(closeDates(calendar.value, [{ from: '2010-01-01', to: '2012-12-31' }]).ok).toBe(false);
  });

  it('CAL-27 it closes at the first instant, from its opening on, at which it is not open', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, t) => {
        const compiled = compileCalendar(calendar, horizon);
        if (!compiled.ok) return;
        const end = closing(compiled.value, t);
        const from = roll(compiled.value, t);
        expect(end).toBeGreaterThan(from);
        expect(isOpen(compiled.value, end - 1)).toBe(true);
        for (let at = from; at < Math.min(end, from + DAY); at += DAY / 16)
          expect(isOpen(compiled.value, at)).toBe(true);
      }),
      { seed: 2701, numRuns: 200 }
    );
  });
});
