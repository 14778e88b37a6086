import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessTime,
  addDelay,
  compileCalendar,
  openBetween,
  roll,
  rollBoth,
  type CompiledCalendar
} from '$lib/calendar';
import {
  instantAfter,
  openUntil,
  rolled,
  slotOf,
  tableOf,
  type CalendarTable
} from './calendar-table';
import { common, intervalsOf } from './intervals';
import { Jumps } from './jumps';
import { calendars } from './testing/straight-cadences';

const BASE = Date.UTC(2026, 0, 5);
const TO = Date.UTC(2029, 0, 1);
const MINUTE = 60_000;

/** Compiled for less time than the tables last, so that plain weeks repeat in them. */
const made = calendars.map((calendar): { calendar: CompiledCalendar; table: CalendarTable } => {
  const compiled = compileCalendar(calendar, { from: BASE, to: Date.UTC(2027, 6, 1) });
  if (!compiled.ok) throw new Error(compiled.error);
  const table = tableOf(intervalsOf(compiled.value, BASE, TO), BASE, TO);
  if (!table) throw new Error('no table');
  return { calendar: compiled.value, table };
});

const each = fc.constantFrom(...made);
/** Whole minutes most of the time: there calendars open and close. */
const instant = fc
  .tuple(
    fc.integer({ min: 0, max: (Date.UTC(2028, 6, 1) - BASE) / MINUTE }),
    fc.constantFrom(0, 0, 0, 1, 59_999)
  )
  .map(([minute, more]) => BASE + minute * MINUTE + more);
const open = fc.oneof(
  fc.integer({ min: 1, max: 30 * 480 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 480 * MINUTE })
);

describe('calendar tables', () => {
  it('SIM-36 open where the calendar does', () => {
    fc.assert(
      fc.property(each, instant, ({ calendar, table }, t) => {
        expect(rolled(table, t)).toBe(roll(calendar, t));
      }),
      { seed: 37, numRuns: 4000 }
    );
  });

  it('SIM-36 count open time as the calendar does, both ways', () => {
    fc.assert(
      fc.property(each, instant, open, ({ calendar, table }, t, length) => {
        expect(openUntil(table, t)).toBe(openBetween(calendar, BASE, t));
        expect(instantAfter(table, openUntil(table, t) + length)).toBe(
          addBusinessTime(calendar, t, length)
        );
      }),
      { seed: 38, numRuns: 4000 }
    );
  });

  it('SIM-36 jump business days as the calendar does, or not at all', () => {
    let jumped = 0;
    const days = [1, 2, 3, 7];
    const jumps = new Map(
      made.map(({ calendar, table }) => [
        table,
        days.map((amount) => new Jumps(calendar, table, amount, Date.UTC(2028, 6, 1)))
      ])
    );
    fc.assert(
      fc.property(each, instant, fc.nat(3), ({ calendar, table }, t, row) => {
        const known = jumps.get(table)?.[row];
        if (!known) throw new Error('jumps');
        known.reach(t);
        const { by, openBy } = known;
        const at = slotOf(table, t);
        const slot = t >= (table.closes[at] ?? 0) ? at + 1 : at;
        const from = Math.max(t, table.opens[slot] ?? 0);
        const jump = by[slot] ?? NaN;
        if (Number.isNaN(jump)) return;
        jumped++;
        const end = addDelay(calendar, t, { amount: days[row] ?? 0, unit: 'businessDays' });
        expect(from + jump).toBe(end);
        expect(from + (openBy[slot] ?? NaN)).toBe(openUntil(table, end));
      }),
      { seed: 39, numRuns: 4000 }
    );
    expect(jumped).toBeGreaterThan(2000);
  });

  it('SIM-36 of two calendars open where both do', () => {
    const [one, , other] = made;
    if (!one || !other) throw new Error('calendars');
    const both = common(intervalsOf(one.calendar, BASE, TO), intervalsOf(other.calendar, BASE, TO));
    const table = tableOf(both, BASE, TO);
    if (!table) throw new Error('no table');
    fc.assert(
      fc.property(instant, (t) => {
        expect(rolled(table, t)).toBe(rollBoth(one.calendar, other.calendar, t));
      }),
      { seed: 40, numRuns: 1000 }
    );
  });

  it('SIM-36 there is none of a calendar that is closed for months', () => {
    const open = [{ from: BASE, to: BASE + MINUTE }];
    expect(tableOf(open, BASE, TO)).toBeNull();
  });
});
