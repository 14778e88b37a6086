import { addDelay, type CompiledCalendar } from '$lib/calendar';
import type { ProgramDelay } from '$lib/program';
import { bitsAt } from '../chance/draw';
import { delayed, type DelayModel } from '../chance/delay';
import type { QuantileTable } from '../chance/quantile-table';
import { longestOpen, type CalendarTable } from './calendar-table';
import type { Counted, Operation } from './flow';
import { longestJump } from './jumps';
import type { Drawn } from './kernels/draws';
import { YEAR, type Tables } from './tables';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** The largest uniform number that is drawn. */
const ALMOST_ONE = 1 - 1 / 0x100000000;

/** An operation may take so long by the tables; a longer one asks the calendar itself. */
const LONGEST = 1.5 * YEAR;

/** At a step, on one calendar: what becomes of its lengths of time. */
export interface Place {
  readonly pc: number;
  readonly counted: Counted;
  readonly calendar: CompiledCalendar;
  readonly table: CalendarTable;
  readonly tables: Tables;
}

/** A delay of the cadence as operations (see `addDelay`). */
export function fixedDelay(place: Place, delay: ProgramDelay): Operation[] {
  const { amount, unit } = delay;
  const { pc, counted, calendar, table, tables } = place;
  const exact = (t: number): number => addDelay(calendar, t, delay);
  switch (unit) {
    case 'minutes':
      return clock(place, amount * MINUTE);
    case 'hours':
      return clock(place, amount * HOUR);
    case 'businessMinutes':
      return open(place, amount * MINUTE);
    case 'businessHours':
      return open(place, amount * HOUR);
    case 'businessDays':
      if (amount === 0) return toOpen(place);
      if (longestJump(table, amount) > LONGEST) break;
      return [
        { type: 'days', jumps: tables.jumps(calendar, table, amount), table, exact, pc, counted }
      ];
    default: {
      const days = unit === 'weeks' ? 7 * amount : amount;
      if (days > 0 && changesClock(calendar, tables)) break;
      return [...clock(place, days * DAY), ...toOpen(place)];
    }
  }
  return [{ type: 'exact', key: 0, exact, pc, counted }];
}

/** Until the calendar is open. */
export function toOpen({ pc, counted, table }: Place): Operation[] {
  return table.alwaysOpen ? [] : [{ type: 'toOpen', table, pc, counted }];
}

/** A delay that is drawn at `key` as operations (see `delayed`). */
export function drawnDelay(place: Place, model: DelayModel, key: number): Operation[] {
  const { pc, counted, calendar } = place;
  const { table, unit } = model;
  switch (unit) {
    case 'minutes':
      return drawnClock(place, { key, table, pre: 1, scale: MINUTE });
    case 'hours':
      return drawnClock(place, { key, table, pre: 1, scale: HOUR });
    case 'days':
      return drawnClock(place, { key, table, pre: 1, scale: DAY });
    case 'weeks':
      return drawnClock(place, { key, table, pre: 7, scale: DAY });
    case 'businessMinutes':
      return drawnOpen(place, { key, table, pre: 1, scale: MINUTE }, model);
    case 'businessHours':
      return drawnOpen(place, { key, table, pre: 1, scale: HOUR }, model);
    case 'businessDays':
      return [{ type: 'exact', key, exact: exactly(model, calendar), pc, counted }];
  }
}

/** The work of a task as operations; minutes are drawn at `key`. */
export function work(place: Place, table: QuantileTable, key: number): Operation[] {
  return drawnClock(place, { key, table, pre: 1, scale: MINUTE });
}

function exactly(model: DelayModel, calendar: CompiledCalendar) {
  return (t: number, low: number, high: number, place: number): number =>
    delayed(model, calendar, t, (bitsAt(low, high, place) >>> 0) / 0x100000000);
}

function clock({ pc, counted }: Place, by: number): Operation[] {
  return by === 0 ? [] : [{ type: 'fixed', by, pc, counted }];
}

function open(place: Place, by: number): Operation[] {
  const { pc, counted, calendar, table, tables } = place;
  if (by === 0) return [];
  if (table.alwaysOpen) return clock(place, by);
  if (longestOpen(table, by, tables.limit) <= LONGEST)
    return [{ type: 'open', by, table, pc, counted }];
  const delay = { amount: by / MINUTE, unit: 'businessMinutes' } as const;
  return [{ type: 'exact', key: 0, exact: (t) => addDelay(calendar, t, delay), pc, counted }];
}

function drawnClock(place: Place, drawn: Drawn): Operation[] {
  const { pc, counted } = place;
  const same = constantOf(drawn);
  return same === null ? [{ type: 'drawn', by: 0, drawn, pc, counted }] : clock(place, same);
}

function drawnOpen(place: Place, drawn: Drawn, model: DelayModel): Operation[] {
  const { pc, counted, calendar, table, tables } = place;
  if (table.alwaysOpen) return drawnClock(place, drawn);
  if (longestOpen(table, longestDrawn(drawn), tables.limit) > LONGEST)
    return [{ type: 'exact', key: drawn.key, exact: exactly(model, calendar), pc, counted }];
  return [{ type: 'openDrawn', by: 0, drawn, table, pc, counted }];
}

/** What is always drawn; null where it differs. Quantiles never fall. */
function constantOf({ table: { tail }, pre, scale }: Drawn): number | null {
  const least = tail(0);
  return least === tail(ALMOST_ONE) ? Math.floor(least * pre * scale) : null;
}

/** No draw is longer. */
export function longestDrawn({ table: { knots, last, tail }, pre, scale }: Drawn): number {
  const most = Math.max(knots[last] ?? 0, tail(ALMOST_ONE));
  return Math.ceil(most * pre * scale);
}

/** Whether the calendar's clocks are changed while the tables last. */
function changesClock({ offsetFrom, offsets }: CompiledCalendar, { base, until }: Tables): boolean {
  // A delay of days may look a day further on either side.
  for (let i = 1; i < offsets.length; i++) {
    const at = offsetFrom[i] as number;
    if (at > base - 2 * DAY && at < until + 2 * DAY) return true;
  }
  return false;
}

/** Appends an operation; it becomes one with the last one where a kernel does both. */
export function append(operations: Operation[], next: Operation): void {
  const last = operations[operations.length - 1];
  const joined = last ? join(last, next) : null;
  if (joined) operations[operations.length - 1] = joined;
  else operations.push(next);
}

function join(last: Operation, next: Operation): Operation | null {
  if (last.type === 'toOpen' && next.type === 'drawn') {
    const works = last.counted === 'nothing' && next.counted === 'worked' && next.by === 0;
    return works ? { ...next, type: 'toOpenAndWork', table: last.table } : null;
  }
  if (last.pc !== next.pc || last.counted !== next.counted) return null;
  if (last.type === 'fixed' && next.type === 'drawn') return { ...next, by: next.by + last.by };
  if (next.type !== 'openDrawn') return null;
  if (last.type === 'open' && last.table === next.table) return { ...next, by: next.by + last.by };
  if (last.type !== 'days' || last.table !== next.table || next.by > 0) return null;
  return { ...last, type: 'daysDrawn', drawn: next.drawn };
}

/** No lead takes longer over the operation; Infinity: nobody knows. */
export function longestOf(operation: Operation, { limit }: Tables): number {
  switch (operation.type) {
    case 'fixed':
      return operation.by;
    case 'drawn':
      return operation.by + longestDrawn(operation.drawn);
    case 'open':
      return longestOpen(operation.table, operation.by, limit);
    case 'openDrawn':
      return longestOpen(operation.table, operation.by + longestDrawn(operation.drawn), limit);
    case 'days':
      return longestJump(operation.table, operation.jumps.days);
    case 'daysDrawn':
      return (
        longestJump(operation.table, operation.jumps.days) +
        longestOpen(operation.table, longestDrawn(operation.drawn), limit)
      );
    case 'toOpen':
      return operation.table.gap;
    case 'toOpenAndWork':
      return operation.table.gap + longestDrawn(operation.drawn);
    case 'exact':
      return Infinity;
    default:
      return 0;
  }
}
