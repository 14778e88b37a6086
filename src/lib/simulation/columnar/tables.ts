import type { CompiledCalendar } from '$lib/calendar';
import type { Model } from '../model/model';
import { tableOf, type CalendarTable } from './calendar-table';
import { common, intervalsOf } from './intervals';
import { jumpsOf, type Jumps } from './jumps';

const DAY = 86_400_000;
export const YEAR = 366 * DAY;

/** How long after the last arrival leads are followed here: in cadences without loops, and with. */
const STRAIGHT = 1.5 * YEAR;
const LOOPING = 8 * YEAR;
/** Tables go on so much longer than leads are let in to a group: what one group may take. */
const BEYOND = 3.5 * YEAR;
/** Arrivals later than this are left to the general path. */
const ARRIVING = 5 * YEAR;

/** The calendars of a model as tables, each made once. */
export class Tables {
  readonly base: number;
  /** Leads that stand later than this are left to the general path. */
  readonly limit: number;
  readonly until: number;
  readonly #made = new Map<CompiledCalendar, Map<CompiledCalendar | null, CalendarTable | null>>();
  readonly #jumps = new Map<number, Jumps>();

  constructor(model: Model, loops: boolean) {
    const { midnight, leads, arrivalAt } = model;
    const last = Math.max(arrivalAt(0, 0), arrivalAt(leads - 1, 0)) - midnight;
    this.base = midnight;
    this.limit = midnight + Math.min(Math.max(last, 0), ARRIVING) + (loops ? LOOPING : STRAIGHT);
    this.until = this.limit + BEYOND;
  }

  /** When both are open; null where there is no table of it. */
  of(hours: CompiledCalendar, window: CompiledCalendar | null = null): CalendarTable | null {
    let made = this.#made.get(hours);
    if (!made)
      this.#made.set(hours, (made = new Map<CompiledCalendar | null, CalendarTable | null>()));
    let table = made.get(window);
    if (table === undefined) {
      const { base, until } = this;
      const own = intervalsOf(hours, base, until);
      const open = window ? common(own, intervalsOf(window, base, until)) : own;
      made.set(window, (table = tableOf(open, base, until)));
    }
    return table;
  }

  /** Jumps of business days of the cadence's own calendar. */
  jumps(calendar: CompiledCalendar, table: CalendarTable, days: number): Jumps {
    let jumps = this.#jumps.get(days);
    if (!jumps) this.#jumps.set(days, (jumps = jumpsOf(calendar, table, days, this.limit)));
    return jumps;
  }
}
