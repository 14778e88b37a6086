import { addDelay, type CompiledCalendar } from '$lib/calendar';
import { openUntil, slotOf, type CalendarTable } from './calendar-table';
import { Column } from './numbers';

const DAY = 86_400_000;

/**
 * A delay of business days on a calendar, slot by slot of its table. Most runs need those of the first
 * months alone: they are worked out as far as somebody asks for them.
 */
export class Jumps {
  readonly days: number;
  /** What takes an open instant of the slot to the end of the delay; NaN: no one number does, or nobody asked. */
  readonly by: Float64Array;
  /** What takes it to the open time from the base of the table to that end. */
  readonly openBy: Float64Array;
  /** The columns as kernels find them. */
  readonly found: Readonly<Record<'by' | 'openBy', Column>>;
  readonly #calendar: CompiledCalendar;
  readonly #table: CalendarTable;
  /** The last slot that is worked out ever, and the first one that is not yet. */
  readonly #last: number;
  #next = 0;

  /** Of slots that begin before `until`. */
  constructor(calendar: CompiledCalendar, table: CalendarTable, days: number, until: number) {
    const { slots } = table;
    this.days = days;
    this.by = new Float64Array(slots + 1).fill(NaN);
    this.openBy = new Float64Array(slots + 1).fill(NaN);
    this.found = { by: new Column(this.by), openBy: new Column(this.openBy) };
    this.#calendar = calendar;
    this.#table = table;
    this.#last = Math.min(slots - 1, slotOf(table, until));
  }

  /** Works them out up to an instant at least; where some are missing, for twice the time. */
  reach(instant: number): void {
    // Past its closing time a slot is left for the next one.
    const wanted = Math.min(this.#last, slotOf(this.#table, instant) + 1);
    const from = this.#next;
    if (wanted < from) return;
    const { opens, closes } = this.#table;
    let to = Math.min(this.#last, Math.max(wanted, 2 * from));
    // A slot that stays closed has those of the next one that opens.
    while (to < this.#last && (closes[to] as number) <= (opens[to] as number)) to++;
    for (let slot = to; slot >= from; slot--) this.#workOut(slot);
    this.#next = to + 1;
    this.found.by.change(from, to + 1);
    this.found.openBy.change(from, to + 1);
  }

  #workOut(slot: number): void {
    const { by, openBy } = this;
    const table = this.#table;
    const from = table.opens[slot] as number;
    const last = (table.closes[slot] as number) - 1;
    if (last < from) {
      by[slot] = by[slot + 1] as number;
      openBy[slot] = openBy[slot + 1] as number;
      return;
    }
    const delay = { amount: this.days, unit: 'businessDays' } as const;
    const first = addDelay(this.#calendar, from, delay);
    const end = addDelay(this.#calendar, last, delay);
    const open = openUntil(table, first);
    // The slot as a whole comes to rest in one open stretch, or each instant is looked up.
    if (end - first !== last - from || openUntil(table, end + 1) - open !== end + 1 - first) return;
    by[slot] = first - from;
    openBy[slot] = open - from;
  }
}

/** No delay of so many business days takes longer than this. */
export function longestJump({ gap }: CalendarTable, days: number): number {
  return (days + 1) * (gap + 2 * DAY);
}
