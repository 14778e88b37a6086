import { describe, expect, it } from 'vitest';
import { isTimeZone, parseRanges, rangesText, weekSummary, withDay, type Calendar } from './week';

const OFFICE: Calendar = {
  tz: 'Europe/Berlin',
  week: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    fri: [
      ['09:00', '12:00'],
      ['13:00', '15:00']
    ]
  }
};

describe('hours as text', () => {
  it.each([
    ['9-12, 13:00-17', '09:00–12:00, 13:00–17:00'],
    ['08:30 – 24', '08:30–24:00'],
    ['', '']
  ])('reads %j', (typed, shown) => {
    expect(rangesText(parseRanges(typed) ?? [['no', 'no']])).toBe(shown);
  });

  it.each(['9', '17-9', '9-12, 11-13', '25-26', '9:75-12', 'closed', '23-24:30'])(
    'ED-22 refuses %j',
    (typed) => {
      expect(parseRanges(typed)).toBeNull();
    }
  );

  it('tells equal days that follow each other together', () => {
    expect(weekSummary(OFFICE)).toBe('Mon–Tue 09:00–17:00; Fri 09:00–12:00, 13:00–15:00');
    expect(weekSummary({ tz: 'UTC', week: {} })).toBe('never open');
  });

  it('closes a day that has no hours', () => {
    expect(withDay(OFFICE, 'mon', []).week).not.toHaveProperty('mon');
    expect(withDay(OFFICE, 'sat', [['10:00', '12:00']]).week.sat).toEqual([['10:00', '12:00']]);
  });

  it('ED-22 knows time zones', () => {
    expect(isTimeZone('America/Sao_Paulo')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});
