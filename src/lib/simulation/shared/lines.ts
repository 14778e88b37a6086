import type { StaffModel } from '../model/staff-model';
import { openUntil, type CalendarTable } from '../columnar/calendar-table';
import type { Crowd } from './crowd';
import type { PeopleCounts } from './people-counts';
import type { Service } from './service';

/** What a line works with. */
export interface LineTools {
  readonly staff: StaffModel;
  /** Hours of the groups. */
  readonly tables: readonly CalendarTable[];
  readonly crowd: Crowd;
  readonly people: PeopleCounts;
  /** Leads of the share. */
  readonly leads: number;
  /** Leads must not stand later. */
  readonly limit: number;
  /** Row of the group that does the tasks of a place. */
  readonly groupAt: Int32Array;
  /** Takes the next so many rows of the bucket into the block, whose places they get in this order. */
  load(from: number, count: number): void;
  /** The tasks of everybody in the block are done. */
  goOn(): boolean;
}

/**
 * One line of tasks a group, first come, first served by people who are all alike: a task is begun when
 * somebody of the group is free first, no earlier than it asks, and within their hours.
 */
export class Lines implements Service {
  readonly idle = true;
  readonly #tools: LineTools;
  /** By group: when each person is free, as a heap. */
  readonly #free: readonly Float64Array[];
  /** By group: places of the block whose tasks it does. */
  readonly #lists: readonly Uint16Array[];
  readonly #lengths: Int32Array;
  #next = 0;
  #count = 0;

  constructor(tools: LineTools) {
    const { groups } = tools.staff;
    this.#tools = tools;
    // A lead asks for one at a time: more people than leads are never busy.
    this.#free = groups.map(({ count }) =>
      new Float64Array(Math.min(count, tools.leads)).fill(-Infinity)
    );
    this.#lists = groups.map(() => tools.crowd.block.list());
    this.#lengths = new Int32Array(groups.length);
  }

  open(count: number): void {
    this.#next = 0;
    this.#count = count;
  }

  get isOver(): boolean {
    return this.#next === this.#count;
  }

  serve(): boolean {
    const { crowd, people, tables, limit, staff } = this.#tools;
    const count = Math.min(this.#count - this.#next, crowd.block.size);
    this.#tools.load(this.#next, count);
    this.#next += count;
    const alone = this.#free.length === 1;
    if (!alone) this.#line(count);
    for (let group = 0; group < this.#free.length; group++) {
      const length = alone ? count : (this.#lengths[group] as number);
      if (length === 0) continue;
      const list = alone ? crowd.block.places : (this.#lists[group] as Uint16Array);
      const free = this.#free[group] as Float64Array;
      const table = tables[group] as CalendarTable;
      const factor = staff.groups[group]?.effort ?? 1;
      if (!takeTurns(list, length, crowd, free, table, factor, limit)) return false;
      people.countAll(group, list, length, crowd);
    }
    return this.#tools.goOn();
  }

  /** Everybody into the list of the group that does the task. */
  #line(count: number): void {
    const { crowd, groupAt } = this.#tools;
    const lists = this.#lists;
    const lengths = this.#lengths.fill(0);
    for (let i = 0; i < count; i++) {
      const group = groupAt[crowd.place[i] as number] as number;
      const length = lengths[group] as number;
      (lists[group] as Uint16Array)[length] = i;
      lengths[group] = length + 1;
    }
  }
}

/** Work on tasks begins and ends, in the order of the list; false: some too late to go on here. */
function takeTurns(
  list: Uint16Array,
  n: number,
  { asked, begins, effort, overtime, block }: Crowd,
  free: Float64Array,
  table: CalendarTable,
  factor: number,
  limit: number
): boolean {
  const { base, perSlot, opens, closes } = table;
  const { time } = block;
  const size = free.length;
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const t = Math.max(asked[i] as number, free[0] as number);
    if (t >= limit) return false;
    let slot = ((t - base + 0.5) * perSlot) | 0;
    if (t >= (closes[slot] as number)) slot++;
    const from = Math.max(t, opens[slot] as number);
    const work = Math.floor((effort[i] as number) * factor);
    const to = from + work;
    effort[i] = work;
    begins[i] = from;
    time[i] = to;
    overtime[i] = to > (closes[slot] as number) && to < limit ? outside(table, from, to) : 0;
    // The one who was free first is free then.
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      let other = free[below] as number;
      if (below + 1 < size) {
        const right = free[below + 1] as number;
        if (right < other) {
          other = right;
          below++;
        }
      }
      if (other >= to) break;
      free[at] = other;
      at = below;
    }
    free[at] = to;
  }
  return true;
}

/** Milliseconds that lie outside the hours. */
function outside(table: CalendarTable, from: number, to: number): number {
  return to - from - (openUntil(table, to) - openUntil(table, from));
}
