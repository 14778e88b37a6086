import { addDelay, type CompiledCalendar } from '$lib/calendar';
import { openUntil, slotOf, type CalendarTable } from './calendar-table';

const DAY = 86_400_000;

/** A delay of whole days on a calendar, slot by slot of its table. */
export interface Jumps {
  readonly days: number;
  /** What takes an open instant of the slot to the end of the delay; NaN: no one number does. */
  readonly by: Float64Array;
  /** What takes it to the open time from the base of the table to that end. */
  readonly openBy: Float64Array;
}

/** The jumps of a delay of business days from every slot that begins before `until`. */
export function jumpsOf(
  calendar: CompiledCalendar,
  table: CalendarTable,
  days: number,
  until: number
): Jumps {
  const delay = { amount: days, unit: 'businessDays' } as const;
  const { slots, opens, closes } = table;
  const by = new Float64Array(slots + 1).fill(NaN);
  const openBy = new Float64Array(slots + 1).fill(NaN);
  for (let slot = Math.min(slots - 1, slotOf(table, until)); slot >= 0; slot--) {
    const from = opens[slot] as number;
    const last = (closes[slot] as number) - 1;
    if (last < from) {
      by[slot] = by[slot + 1] as number;
      openBy[slot] = openBy[slot + 1] as number;
      continue;
    }
    const first = addDelay(calendar, from, delay);
    const end = addDelay(calendar, last, delay);
    const open = openUntil(table, first);
    // The slot as a whole comes to rest in one open stretch, or each instant is looked up.
    if (end - first !== last - from || openUntil(table, end + 1) - open !== end + 1 - first)
      continue;
    by[slot] = first - from;
    openBy[slot] = open - from;
  }
  return { days, by, openBy };
}

/** No delay of so many business days takes longer than this. */
export function longestJump({ gap }: CalendarTable, days: number): number {
  return (days + 1) * (gap + 2 * DAY);
}
