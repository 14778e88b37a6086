import { describe, expect, it } from 'vitest';
import { compileCalendar } from '$lib/calendar';
import { compileHours } from './hours-of-people';

const calendar = { tz: 'Europe/Paris', week: { mon: [['09:00', '17:00'] as const] } };
const horizon = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

describe('hours of people', () => {
  it('SIM-48 are those of their calendar, for each time they are needed for', () => {
    const longer = { ...horizon, to: Date.UTC(2028, 0, 1) };
    for (const each of [horizon, longer, horizon])
      expect(compileHours(calendar, each)).toEqual(compileCalendar(calendar, each));
  });

  it('SIM-48 are compiled once for models that have them in common', () => {
    const { tz, week } = calendar;
    expect(compileHours({ week, tz }, horizon)).toBe(compileHours(calendar, horizon));
  });

  it('SIM-59 that make no sense are refused however often they are asked for', () => {
    const nowhere = { ...calendar, tz: 'Nowhere/Here' };
    expect(compileHours(nowhere, horizon).ok).toBe(false);
    expect(compileHours(nowhere, horizon).ok).toBe(false);
  });
});
