import { describe, expect, it } from 'vitest';
import { businessUnit, clockUnit, inFittingUnit, inUnit, inWords } from './time-units';

const HOUR = 3_600_000;
const office = {
  tz: 'UTC',
  week: { mon: [['09:00', '17:00']], fri: [['08:00', '16:00']] }
} as const;

describe('units of time', () => {
  it('SIMUI-7 shows business days when all open days are equally long', () => {
    const unit = businessUnit(office, 40 * HOUR);
    expect(unit.many).toBe('business days');
    expect(inUnit(20 * HOUR, unit)).toBe('2.5 bd');
  });

  it('SIMUI-7 shows business hours for short times and uneven days', () => {
    const uneven = { tz: 'UTC', week: { ...office.week, sat: [['10:00', '12:00']] } } as const;
    expect(businessUnit(office, 10 * HOUR).many).toBe('business hours');
    expect(businessUnit(uneven, 400 * HOUR).many).toBe('business hours');
    expect(businessUnit({ tz: 'UTC', week: {} }, 400 * HOUR).many).toBe('business hours');
  });

  it('adds up the parts of a day', () => {
    const split = {
      tz: 'UTC',
      week: {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '18:00']
        ]
      }
    } as const;
    expect(businessUnit(split, 100 * HOUR).milliseconds).toBe(8 * HOUR);
  });

  it('writes figures people can read', () => {
    expect(inWords(24 * HOUR, clockUnit(100 * HOUR))).toBe('1 day');
    expect(inWords(10.4 * 24 * HOUR, clockUnit(1000 * HOUR))).toBe('10.4 days');
    expect([0, 12 * 60_000, 3.14 * HOUR, 60 * HOUR].map(inFittingUnit)).toEqual([
      '0',
      '12 min',
      '3.1 h',
      '2.5 d'
    ]);
  });
});
