import { describe, expect, it } from 'vitest';
import { compileCalendar } from './compile-calendar';
import type { CompiledCalendar } from './compiled-calendar';
import { isOpen, openBetween } from './open-time';
import { NEW_YORK, OFFICE_WEEK, at, compiled, wall } from './testing/calendars';
import { DAY, HOUR } from './units';
import type { TimeRange, WorkCalendar } from './work-calendar';

const YEAR_2026 = { from: Date.UTC(2026, 0), to: Date.UTC(2027, 0) };

function refusal(calendar: WorkCalendar): string {
  const result = compileCalendar(calendar, YEAR_2026);
  return result.ok ? 'compiled' : result.error;
}

/** Open intervals that begin on a local date, `HH:MM–HH:MM` or with the date when it ends on another. */
function openOn(c: CompiledCalendar, date: string): string[] {
  const texts: string[] = [];
  c.starts.forEach((start, i) => {
    if (!wall(c, start).startsWith(date)) return;
    const end = wall(c, c.ends[i] ?? 0);
    texts.push(`${wall(c, start).slice(11)}–${end.startsWith(date) ? end.slice(11) : end}`);
  });
  return texts;
}

const daily = (...ranges: TimeRange[]): WorkCalendar['week'] => ({
  mon: ranges,
  tue: ranges,
  wed: ranges,
  thu: ranges,
  fri: ranges,
  sat: ranges,
  sun: ranges
});

describe('compileCalendar refuses', () => {
  it('CAL-1 an unknown time zone', () => {
    expect(refusal({ ...NEW_YORK, tz: 'America/Gotham' })).toBe(
      '“America/Gotham” is not a known time zone.'
    );
    expect(refusal({ ...NEW_YORK, tz: '' })).toBe('“” is not a known time zone.');
  });

  it('CAL-1 times that cannot be read and hours that end before they begin', () => {
    expect(refusal({ tz: 'UTC', week: { mon: [['9:00', '17:00']] } })).toBe(
      '“9:00” is not a time of day.'
    );
    expect(refusal({ tz: 'UTC', week: { mon: [['09:00', '24:15']] } })).toBe(
      '“24:15” is not a time of day.'
    );
    expect(refusal({ tz: 'UTC', week: { mon: [['22:00', '06:00']] } })).toBe(
      'The hours 22:00–06:00 end before they begin.'
    );
  });

  it('CAL-1 exceptions whose dates do not exist or are the wrong way round', () => {
    const except = (from: string, to: string) =>
      refusal({ tz: 'UTC', week: OFFICE_WEEK, exceptions: [{ from, to, kind: 'nonWorking' }] });
    expect(except('2026-02-29', '2026-03-01')).toContain('“2026-02-29” is not a date');
    expect(except('2026-02-28', '2026-02-30')).toContain('“2026-02-30” is not a date');
    expect(except('2026-03-02', '2026-03-01')).toContain('ends before it begins');
    expect(except('2028-02-29', '2028-02-29')).toBe('compiled');
  });

  it('CAL-1 a calendar that never opens', () => {
    expect(refusal({ tz: 'UTC', week: {} })).toBe(
      'The calendar has no weekly hours: it never opens.'
    );
    const closed = { from: '2025-12-01', to: '2027-02-01', kind: 'nonWorking' } as const;
    expect(refusal({ tz: 'UTC', week: OFFICE_WEEK, exceptions: [closed] })).toBe(
      'The calendar is never open in the time it is needed for.'
    );
  });
});

describe('compileCalendar', () => {
  it('CAL-2 drops the hours that the clock skips and has the repeated ones twice', () => {
    const c = compiled({
      tz: 'America/New_York',
      week: daily(['01:15', '01:45'], ['02:15', '03:30'])
    });
    expect(openOn(c, '2026-03-07')).toEqual(['01:15–01:45', '02:15–03:30']);
    expect(openOn(c, '2026-03-08')).toEqual(['01:15–01:45', '03:00–03:30']);
    expect(openOn(c, '2026-11-01')).toEqual(['01:15–01:45', '01:15–01:45', '02:15–03:30']);
  });

  it('CAL-2 knows half-hour changes, changes at midnight and a date that was left out', () => {
    const lordHowe = compiled({ tz: 'Australia/Lord_Howe', week: daily(['00:00', '24:00']) });
    const hours = (c: CompiledCalendar, from: string, to: string) =>
      openBetween(c, at(c, `${from} 00:00`), at(c, `${to} 00:00`)) / HOUR;
    expect(hours(lordHowe, '2026-10-04', '2026-10-05')).toBe(23.5);
    expect(hours(lordHowe, '2026-04-05', '2026-04-06')).toBe(24.5);

    const saoPaulo = compiled(
      { tz: 'America/Sao_Paulo', week: daily(['00:00', '02:00']) },
      2018,
      2018
    );
    expect(openOn(saoPaulo, '2018-11-04')).toEqual(['01:00–02:00']);

    const apia = compiled({ tz: 'Pacific/Apia', week: { fri: [['09:00', '17:00']] } }, 2011, 2012);
    expect(openOn(apia, '2011-12-23')).toEqual(['09:00–17:00']);
    expect(openOn(apia, '2011-12-30')).toEqual([]);
    expect(openOn(apia, '2011-12-31')).toEqual([]);
    expect(openOn(apia, '2012-01-06')).toEqual(['09:00–17:00']);
  });

  it('CAL-2 CAL-20 begins and ends its weeks on a midnight that the clock skips', () => {
    // In Tehran Monday 2021-03-22 began at 01:00.
    const calendar: WorkCalendar = { tz: 'Asia/Tehran', week: daily(['00:00', '02:00']) };
    const compile = (from: string, to: string) => {
      const result = compileCalendar(calendar, { from: Date.parse(from), to: Date.parse(to) });
      return result.ok ? result.value : expect.unreachable(result.error);
    };
    const after = compile('2021-03-24T12:00Z', '2021-05-01T12:00Z');
    expect(openOn(after, '2021-03-21')).toEqual(['00:00–02:00']);
    expect(openOn(after, '2021-03-22')).toEqual(['01:00–02:00']);
    expect(at(after, '2021-03-23 00:00')).toBe(Date.UTC(2021, 2, 22, 19, 30));
    const before = compile('2021-02-01T12:00Z', '2021-03-20T12:00Z');
    expect(openOn(before, '2021-03-22')).toEqual(['00:00–02:00']);
    expect(at(before, '2021-03-23 00:00')).toBe(Date.UTC(2021, 2, 22, 20, 30));
  });

  it('CAL-3 closes, opens and gives other hours by exception, the last one counting', () => {
    const c = compiled({
      tz: 'UTC',
      week: OFFICE_WEEK,
      exceptions: [
        { from: '2026-07-01', to: '2026-07-10', kind: 'nonWorking', name: 'Summer' },
        { from: '2026-07-04', to: '2026-07-04', kind: 'working', ranges: [['10:00', '12:00']] },
        { from: '2026-07-06', to: '2026-07-07', kind: 'working' },
        { from: '2026-07-07', to: '2026-07-07', kind: 'nonWorking' },
        { from: '2026-07-11', to: '2026-07-11', kind: 'working' }
      ]
    });
    const open = (day: string) => openOn(c, `2026-07-${day}`);
    expect(open('01')).toEqual([]);
    expect(open('04')).toEqual(['10:00–12:00']);
    expect(open('06')).toEqual(['09:00–17:00']);
    expect(open('07')).toEqual([]);
    expect(open('10')).toEqual([]);
    expect(open('11')).toEqual([]);
    expect(open('13')).toEqual(['09:00–17:00']);
  });

  it('CAL-4 is open at the first instant and closed at the last', () => {
    const c = compiled(NEW_YORK);
    expect(isOpen(c, at(c, '2026-06-01 09:00') - 1)).toBe(false);
    expect(isOpen(c, at(c, '2026-06-01 09:00'))).toBe(true);
    expect(isOpen(c, at(c, '2026-06-01 17:00') - 1)).toBe(true);
    expect(isOpen(c, at(c, '2026-06-01 17:00'))).toBe(false);
  });

  it('CAL-4 joins hours that overlap or touch, over midnight too', () => {
    const c = compiled({
      tz: 'UTC',
      week: {
        mon: [
          ['22:00', '24:00'],
          ['13:00', '17:00'],
          ['09:00', '12:00'],
          ['12:00', '14:00']
        ],
        tue: [['00:00', '06:00']]
      }
    });
    expect(openOn(c, '2026-06-01')).toEqual(['09:00–17:00', '22:00–2026-06-02 06:00']);
  });

  it('CAL-4 keeps its intervals in order, apart but for the seams of the plain weeks', () => {
    const c = compiled({ tz: 'Europe/Berlin', week: daily(['00:00', '24:00']) });
    expect(c.starts.length).toBe(3);
    expect([...c.starts.slice(1)]).toEqual([...c.ends.slice(0, -1)]);
    const office = compiled(NEW_YORK);
    office.starts.forEach((start, i) => {
      if (i > 0) expect(start).toBeGreaterThan(office.ends[i - 1] ?? 0);
    });
  });

  it('CAL-19 is plain numbers that survive structured cloning', () => {
    const c = compiled(NEW_YORK);
    expect(structuredClone(c)).toEqual(c);
    expect([...c.offsets].every(Number.isInteger)).toBe(true);
    expect(c.tableTo - c.tableFrom).toBeGreaterThan(3 * 365 * DAY);
  });
});
