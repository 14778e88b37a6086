import { addDelay, type CompiledCalendar } from '$lib/calendar';
import type { ProgramDelay } from '$lib/program';
import { bitsAt } from '../chance/draw';
import { delayed, type DelayModel } from '../chance/delay';
import type { QuantileTable } from '../chance/quantile-table';
import { rolled, type CalendarTable } from './calendar-table';
import type { Counted, Exact, Operation, Pass } from './flow';
import { longestJump } from './jumps';
import { byLines, type Drawn, type Spot } from './draws';
import { YEAR, type Tables } from './tables';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** The largest uniform number that is drawn. */
const WHOLE = 0x100000000;
const ALMOST_ONE = 1 - 1 / WHOLE;

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
export function fixedDelay(place: Place, delay: ProgramDelay): Pass[] {
  const { amount, unit } = delay;
  const { calendar, table, tables } = place;
  const exact: Exact = (t) => addDelay(calendar, t, delay);
  switch (unit) {
    case 'minutes':
      return clock(place, amount * MINUTE);
    case 'hours':
      return clock(place, amount * HOUR);
    case 'businessMinutes':
      return open(place, amount * MINUTE, exact);
    case 'businessHours':
      return open(place, amount * HOUR, exact);
    case 'businessDays': {
      if (amount === 0) return toOpen(place);
      if (longestJump(table, amount) > LONGEST) break;
      const jumps = tables.jumps(calendar, table, amount);
      return [{ ...base(place, exact), type: 'days', jumps, table }];
    }
    default: {
      const days = unit === 'weeks' ? 7 * amount : amount;
      if (days > 0 && changesClock(calendar, tables))
        return [{ ...base(place, exact), type: 'exact', least: days * DAY - 2 * HOUR }];
      return [...clock(place, days * DAY), ...toOpen(place)];
    }
  }
  return [{ ...base(place, exact), type: 'exact', least: 0 }];
}

/** Until the calendar is open, which is that of the place or its table alone. */
export function toOpen(place: Place): Pass[] {
  const { table } = place;
  if (table.alwaysOpen) return [];
  return [{ ...base(place, (t) => rolled(table, t)), type: 'toOpen', table }];
}

/** A delay that is drawn at `spot` as operations (see `delayed`). */
export function drawnDelay(place: Place, model: DelayModel, spot: Spot): Pass[] {
  const { calendar } = place;
  const { table, unit } = model;
  const exact: Exact = (t, low, high, at) =>
    delayed(model, calendar, t, (bitsAt(low, high, at) >>> 0) / WHOLE);
  const drawn = (pre: number, scale: number): Drawn => ({ table, pre, scale });
  switch (unit) {
    case 'minutes':
      return drawnClock(place, drawn(1, MINUTE), spot, exact);
    case 'hours':
      return drawnClock(place, drawn(1, HOUR), spot, exact);
    case 'days':
      return drawnClock(place, drawn(1, DAY), spot, exact);
    case 'weeks':
      return drawnClock(place, drawn(7, DAY), spot, exact);
    case 'businessMinutes':
      return drawnOpen(place, drawn(1, MINUTE), spot, exact);
    case 'businessHours':
      return drawnOpen(place, drawn(1, HOUR), spot, exact);
    case 'businessDays':
      return [{ ...base(place, exact, spot), type: 'exact', least: 0 }];
  }
}

/** The work of a task as operations; minutes are drawn at `spot`. */
export function work(place: Place, table: QuantileTable, spot: Spot): Pass[] {
  return drawnDelay(place, { table, unit: 'minutes' }, spot);
}

function base({ pc, counted }: Place, exact: Exact, spot: Spot | null = null) {
  return { pc, counted, spot, exact };
}

function clock(place: Place, by: number): Pass[] {
  return by === 0 ? [] : [{ ...base(place, (t) => t + by), type: 'fixed', by }];
}

function open(place: Place, by: number, exact: Exact): Pass[] {
  const { table, tables } = place;
  if (by === 0) return [];
  if (table.alwaysOpen) return clock(place, by);
  if (tables.longestOpen(table, by) > LONGEST)
    return [{ ...base(place, exact), type: 'exact', least: 0 }];
  return [{ ...base(place, exact), type: 'open', by, table }];
}

function drawnClock(place: Place, drawn: Drawn, spot: Spot, exact: Exact): Pass[] {
  const same = constantOf(drawn);
  if (same !== null) return clock(place, same);
  return [{ ...base(place, exact, spot), type: 'drawn', by: 0, drawn: byLines(drawn) }];
}

function drawnOpen(place: Place, drawn: Drawn, spot: Spot, exact: Exact): Pass[] {
  const { table, tables } = place;
  if (table.alwaysOpen) return drawnClock(place, drawn, spot, exact);
  if (tables.longestOpen(table, longestDrawn(drawn)) > LONGEST)
    return [{ ...base(place, exact, spot), type: 'exact', least: 0 }];
  return [{ ...base(place, exact, spot), type: 'openDrawn', by: 0, drawn: byLines(drawn), table }];
}

/** What is always drawn; null where it differs. Quantiles never fall. */
function constantOf({ table, pre, scale }: Drawn): number | null {
  const { least, most } = endsOf(table);
  return least === most ? Math.floor(least * pre * scale) : null;
}

/** What is drawn at either end of tables: it takes a while to work out, and models share tables. */
const ends = new WeakMap<QuantileTable, { readonly least: number; readonly most: number }>();

function endsOf(table: QuantileTable): { readonly least: number; readonly most: number } {
  let known = ends.get(table);
  if (!known) ends.set(table, (known = { least: table.tail(0), most: table.tail(ALMOST_ONE) }));
  return known;
}

/** No draw is longer. */
export function longestDrawn({ table, pre, scale }: Drawn): number {
  const most = Math.max(table.knots[table.last] ?? 0, endsOf(table).most);
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

/** Appends an operation; it becomes one with the last one where a kernel does both, and the tables last for both. */
export function append(operations: Operation[], next: Operation, tables: Tables): void {
  const last = operations[operations.length - 1];
  const joined = last && 'exact' in last && 'exact' in next ? join(last, next) : null;
  if (joined && longestOf(joined, tables) <= LONGEST) operations[operations.length - 1] = joined;
  else operations.push(next);
}

function join(last: Pass, next: Pass): Pass | null {
  if (last.type === 'toOpen' && next.type === 'drawn') {
    const works = last.counted === 'nothing' && next.counted === 'worked' && next.by === 0;
    return works ? { ...next, type: 'toOpenAndWork', table: last.table } : null;
  }
  if (last.pc !== next.pc || last.counted !== next.counted) return null;
  const exact: Exact = (t, low, high, place) =>
    next.exact(last.exact(t, low, high, place), low, high, place);
  if (last.type === 'fixed' && next.type === 'drawn')
    return { ...next, exact, by: next.by + last.by };
  if (next.type !== 'openDrawn') return null;
  if (last.type === 'open' && last.table === next.table)
    return { ...next, exact, by: next.by + last.by };
  if (last.type !== 'days' || last.table !== next.table || next.by > 0) return null;
  return { ...last, exact, spot: next.spot, type: 'daysDrawn', drawn: next.drawn };
}

/** No lead takes longer over the operation; Infinity: nobody knows. */
export function longestOf(operation: Operation, tables: Tables): number {
  switch (operation.type) {
    case 'fixed':
      return operation.by;
    case 'drawn':
      return operation.by + longestDrawn(operation.drawn);
    case 'open':
      return tables.longestOpen(operation.table, operation.by);
    case 'openDrawn':
      return tables.longestOpen(operation.table, operation.by + longestDrawn(operation.drawn));
    case 'days':
      return longestJump(operation.table, operation.jumps.days);
    case 'daysDrawn':
      return (
        longestJump(operation.table, operation.jumps.days) +
        tables.longestOpen(operation.table, longestDrawn(operation.drawn))
      );
    case 'toOpen':
      return operation.table.gap;
    case 'toOpenAndWork':
      return operation.table.gap + longestDrawn(operation.drawn);
    case 'exact':
    case 'asks':
      return Infinity;
    default:
      return 0;
  }
}
