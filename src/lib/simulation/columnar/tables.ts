import type { CompiledCalendar } from '$lib/calendar';
import type { Model } from '../model/model';
import { longestOpen, tableOf, type CalendarTable } from './calendar-table';
import { common, intervalsOf } from './intervals';
import { Jumps } from './jumps';

const DAY = 86_400_000;
export const YEAR = 366 * DAY;

/** How long after the last arrival leads are followed here: in cadences without loops, and with. */
const STRAIGHT = 1.5 * YEAR;
const LOOPING = 8 * YEAR;
/** Tables go on so much longer than leads are let in to a group: what one group may take. */
const BEYOND = 3.5 * YEAR;
/** Arrivals later than this are left to the general path. */
const ARRIVING = 5 * YEAR;

/** Spans begin and end at multiples of this, so that models that differ a little share their tables. */
const STEP = YEAR / 4;

/** What is made of a calendar for one span of time; the span asked for last is kept. */
interface Made {
  readonly span: string;
  /** By the calendar that it has to meet; the calendar itself stands for none. */
  readonly tables: WeakMap<CompiledCalendar, { readonly table: CalendarTable | null }>;
  readonly jumps: Map<number, Jumps>;
}

const made = new WeakMap<CompiledCalendar, Made>();

/** How long amounts of open time may take at most. */
const longest = new WeakMap<CalendarTable, Map<number, number>>();

function madeOf(calendar: CompiledCalendar, span: string): Made {
  const known = made.get(calendar);
  if (known?.span === span) return known;
  const fresh: Made = { span, tables: new WeakMap(), jumps: new Map() };
  made.set(calendar, fresh);
  return fresh;
}

/** The calendars of a model as tables; models of one time share them. */
export class Tables {
  readonly base: number;
  /** Leads that stand later than this are left to the general path. */
  readonly limit: number;
  readonly until: number;
  /** Jumps are worked out until then at first. */
  readonly #soon: number;

  constructor(model: Model, loops: boolean) {
    const { midnight, leads, arrivalAt, staff } = model;
    const last = Math.max(arrivalAt(0, 0), arrivalAt(leads - 1, 0)) - midnight;
    const arriving = Math.ceil(Math.min(Math.max(last, 0), ARRIVING) / STEP) * STEP;
    this.base = midnight;
    this.limit = midnight + arriving + (loops ? LOOPING : STRAIGHT);
    this.until = this.limit + BEYOND;
    // What leads that share people may do is planned for all of the time.
    this.#soon = staff ? this.limit : midnight + arriving + STEP;
  }

  /** When both are open; null where there is no table of it. */
  of(hours: CompiledCalendar, window: CompiledCalendar | null = null): CalendarTable | null {
    const { tables } = madeOf(hours, this.#span);
    const known = tables.get(window ?? hours);
    if (known) return known.table;
    const { base, until } = this;
    const own = intervalsOf(hours, base, until);
    const open = window ? common(own, intervalsOf(window, base, until)) : own;
    const table = tableOf(open, base, until);
    tables.set(window ?? hours, { table });
    return table;
  }

  /** Jumps of business days on a calendar that has this table. */
  jumps(calendar: CompiledCalendar, table: CalendarTable, days: number): Jumps {
    const { jumps } = madeOf(calendar, this.#span);
    let known = jumps.get(days);
    if (!known) jumps.set(days, (known = new Jumps(calendar, table, days, this.limit)));
    known.reach(this.#soon);
    return known;
  }

  /** The longest that so much open time may take from any instant at which leads are let in. */
  longestOpen(table: CalendarTable, open: number): number {
    let known = longest.get(table);
    if (!known) longest.set(table, (known = new Map<number, number>()));
    let found = known.get(open);
    if (found === undefined) known.set(open, (found = longestOpen(table, open, this.limit)));
    return found;
  }

  get #span(): string {
    return `${this.base} ${this.until}`;
  }
}
