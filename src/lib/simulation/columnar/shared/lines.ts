import type { StaffModel } from '../../model/staff-model';
import { openUntil, slotOf, type CalendarTable } from '../calendar-table';
import { AT, type ParkedLeads } from './parked-leads';
import type { Served, Service } from './served';

/**
 * One line of tasks a group, first come, first served by people who are all alike: a task is begun when
 * somebody of the group is free first, no earlier than it asks, and within their hours.
 */
export class Lines implements Service {
  readonly idle = true;
  readonly #staff: StaffModel;
  readonly #asks: Int32Array;
  readonly #tables: readonly CalendarTable[];
  readonly #parked: ParkedLeads;
  readonly #host: Served;
  readonly #limit: number;
  /** By group: when each person is free, as a heap. */
  readonly #free: readonly Float64Array[];
  #next = 0;
  #count = 0;

  constructor(
    staff: StaffModel,
    tables: readonly CalendarTable[],
    parked: ParkedLeads,
    host: Served,
    leads: number,
    limit: number
  ) {
    this.#staff = staff;
    this.#asks = staff.asks[0] as Int32Array;
    this.#tables = tables;
    this.#parked = parked;
    this.#host = host;
    this.#limit = limit;
    // A lead asks for one at a time: more people than leads are never busy.
    this.#free = staff.groups.map(({ count }) =>
      new Float64Array(Math.min(count, leads)).fill(-Infinity)
    );
  }

  open(count: number): void {
    this.#next = 0;
    this.#count = count;
  }

  get isOver(): boolean {
    return this.#next === this.#count;
  }

  serve(many: number): boolean {
    const { rows } = this.#parked;
    const end = Math.min(this.#count, this.#next + many);
    while (this.#next < end) if (!this.#serve(rows[this.#next++] as number)) return false;
    return true;
  }

  #serve(row: number): boolean {
    const { floats, words } = this.#parked;
    const demand = this.#asks[this.#host.taskOf(row)] as number;
    const group = this.#staff.demands[demand]?.groups[0] ?? 0;
    const table = this.#tables[group] as CalendarTable;
    const free = this.#free[group] as Float64Array;
    const factor = this.#staff.groups[group]?.effort ?? 1;
    const t = Math.max(floats[row * words + AT.asked] as number, free[0] as number);
    if (t >= this.#limit) return false;
    const effort = Math.floor(this.#host.effortOf(row) * factor);
    let slot = slotOf(table, t);
    if (t >= (table.closes[slot] as number)) slot++;
    const begins = Math.max(t, table.opens[slot] as number);
    const ends = begins + effort;
    if (ends >= this.#limit) return false;
    replaceLeast(free, ends);
    const overtime =
      ends <= (table.closes[slot] as number)
        ? 0
        : effort - (openUntil(table, ends) - openUntil(table, begins));
    return this.#host.served(row, group, begins, begins, ends, effort, 0, overtime);
  }
}

/** Puts a number into a heap for the least one, which it is not below. */
function replaceLeast(heap: Float64Array, value: number): void {
  const size = heap.length;
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    let other = heap[below] as number;
    if (below + 1 < size) {
      const right = heap[below + 1] as number;
      if (right < other) {
        other = right;
        below++;
      }
    }
    if (other >= value) break;
    heap[at] = other;
    at = below;
  }
  heap[at] = value;
}
