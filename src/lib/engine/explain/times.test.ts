import { describe, expect, it } from 'vitest';
import { compileCalendar, type CalendarException } from '$lib/calendar';
import { at } from '$tests/support/history';
import { daysOff, sayDay, sayInstant, weekdaysIn } from './times';

function office(exceptions: readonly CalendarException[] = []) {
  const hours = [['09:00', '17:00']] as const;
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
  const compiled = compileCalendar(
    { tz: 'America/New_York', week, exceptions },
    { from: Date.UTC(2026, 0), to: Date.UTC(2027, 0) }
  );
  if (!compiled.ok) throw new Error(compiled.error);
  return compiled.value;
}

describe('times as they are told', () => {
  it('ENG-121 by the clock of the calendar, summer and winter', () => {
    const calendar = office();
    expect(sayInstant(calendar, at('2026-11-24T14:00Z'))).toBe('Tue 24 Nov 09:00');
    expect(sayInstant(calendar, at('2026-07-02T03:59Z'))).toBe('Wed 1 Jul 23:59');
  });

  it('ENG-121 a day of the week only where it can be no other', () => {
    const calendar = office();
    const now = at('2026-11-23T12:00-05:00');
    expect(sayDay(calendar, at('2026-11-20T16:00-05:00'), now)).toBe('Friday');
    expect(sayDay(calendar, at('2026-11-29T16:00-05:00'), now)).toBe('Sunday');
    expect(sayDay(calendar, at('2026-11-16T16:00-05:00'), now)).toBe('Mon 16 Nov');
  });

  it('ENG-122 finds days off, and takes no weekend for one', () => {
    const calendar = office([
      { from: '2026-11-26', to: '2026-11-28', kind: 'nonWorking', name: 'Thanksgiving' }
    ]);
    const off = daysOff(calendar, at('2026-11-20T16:00-05:00'), at('2026-11-30T09:00-05:00'));
    expect(off.map((day) => sayInstant(calendar, day))).toEqual([
      'Thu 26 Nov 00:00',
      'Fri 27 Nov 00:00'
    ]);
    expect(daysOff(office(), at('2026-11-20T16:00-05:00'), at('2026-11-30T09:00-05:00'))).toEqual(
      []
    );
  });

  it('ENG-122 names the days of a weekday wait', () => {
    expect(weekdaysIn(0b0000101)).toEqual(['Monday', 'Wednesday']);
    expect(weekdaysIn(0b1000000)).toEqual(['Sunday']);
  });
});
