import { describe, expect, it } from 'vitest';
import type { WaitUntil } from '$lib/domain';
import { parseTime } from './parse-time';
import { parseWait, type WaitWords } from './parse-wait';

const WORDS: WaitWords = {
  fields: [
    { id: 'renewal', name: 'Renewal date', type: 'date' },
    { id: 'company', name: 'Company', type: 'text' }
  ],
  parameters: [{ id: 'gap1', name: 'First gap', duration: { amount: 2, unit: 'days' } }],
  signals: ['reply', 'meeting-booked']
};

const AFTER_3_BD = { amount: 3, unit: 'businessDays' } as const;

describe('waits as people write them', () => {
  it.each<[string, WaitUntil]>([
    ['2 bd', { type: 'duration', delay: { amount: 2, unit: 'businessDays' } }],
    ['wait for 3 days', { type: 'duration', delay: { amount: 3, unit: 'days' } }],
    ['First gap', { type: 'duration', delay: { parameter: 'gap1' } }],
    ['next Tue 9:00', { type: 'weekday', days: ['tue'], time: '09:00' }],
    ['Tuesday', { type: 'weekday', days: ['tue'], time: '09:00' }],
    ['until wed at 2pm', { type: 'weekday', days: ['wed'], time: '14:00' }],
    ['Mon or Thursday 9.30', { type: 'weekday', days: ['mon', 'thu'], time: '09:30' }],
    ['mon, wed and fri at noon', { type: 'weekday', days: ['mon', 'wed', 'fri'], time: '12:00' }],
    ['Fri–Mon 8', { type: 'weekday', days: ['mon', 'fri', 'sat', 'sun'], time: '08:00' }],
    [
      'weekdays at 8:15',
      { type: 'weekday', days: ['mon', 'tue', 'wed', 'thu', 'fri'], time: '08:15' }
    ],
    ['on Renewal date', { type: 'date', field: 'renewal' }],
    [
      '1 week before renewal',
      {
        type: 'date',
        field: 'renewal',
        offset: { direction: 'before', by: { amount: 1, unit: 'weeks' } }
      }
    ],
    ['until reply', { type: 'event', signals: ['reply'], timeout: AFTER_3_BD }],
    ['reply', { type: 'event', signals: ['reply'], timeout: AFTER_3_BD }],
    [
      'until reply or signed, at most 5 days',
      { type: 'event', signals: ['reply', 'signed'], timeout: { amount: 5, unit: 'days' } }
    ],
    ['reply or 5 bd', { type: 'event', signals: ['reply'], timeout: { ...AFTER_3_BD, amount: 5 } }],
    ['until reply with no time limit', { type: 'event', signals: ['reply'] }]
  ])('DOM-98 %j', (text, until) => {
    expect(parseWait(text, WORDS)).toEqual({ ok: true, value: until });
  });

  it.each([
    ['on the 1st', /day of the month/],
    ['until 2026-03-01', /day of the month/],
    ['next tue 25:00', /no time of day/],
    ['2 days before kickoff', /No date field/],
    ['1 week after company', /no date/],
    ['2 moons', /no unit/],
    ['soon enough', /Say how long/],
    ['until ???', /Until what/]
  ])('DOM-98 %j is refused with the reason', (text, reason) => {
    const read = parseWait(text, WORDS);
    expect(read.ok ? JSON.stringify(read.value) : read.error).toMatch(reason);
  });

  it.each([
    ['9', '09:00'],
    ['09:05', '09:05'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['5p', '17:00'],
    ['midnight', '00:00'],
    ['24:00', null],
    ['13pm', null],
    ['9:5', null],
    ['', null]
  ])('DOM-98 %j is the time %j', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });
});
