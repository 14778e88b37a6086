import { PURPOSE, bitsAt, highOf, lowOf, placeOf, purposeOf } from '../chance/draw';
import type { Model } from '../model/model';
import type { Block } from './block';
import { instantAfter, openUntil, type CalendarTable } from './calendar-table';
import { countDays } from './choices';
import type { DayCounts } from './scratch';

const WHOLE = 0x100000000;
const ARRIVAL = placeOf(purposeOf(PURPOSE.arrival), 1);
const SEGMENT = placeOf(purposeOf(PURPOSE.segment), 1);

/** Leads of a block, from lead `from` on. */
export interface Coming {
  /** What draws of the replication start from. */
  readonly start: number;
  readonly replication: number;
  readonly from: number;
  readonly count: number;
}

/** Lets leads arrive; false: one of them comes at a time that the tables do not know. */
export function arrive(
  model: Model,
  coming: Coming,
  block: Block,
  table: CalendarTable,
  days: DayCounts,
  limit: number
): boolean {
  const { count } = coming;
  drawKeys(coming, block);
  if (!model.even || !comeEvenly(model.even, coming, block, table))
    comeAnyhow(model, coming, block);
  const { time } = block;
  let earliest = Infinity;
  let latest = 0;
  for (let j = 0; j < count; j++) {
    earliest = Math.min(earliest, time[j] as number);
    latest = Math.max(latest, time[j] as number);
  }
  if (earliest < days.base || latest >= limit) return false;
  block.arrived.set(time.subarray(0, count));
  countDays(block.places, count, block, days);
  return true;
}

function drawKeys({ start, from, count }: Coming, { low, high }: Block): void {
  for (let j = 0; j < count; j++) {
    const l = lowOf(start, from + j);
    low[j] = l;
    high[j] = highOf(l, from + j);
  }
}

function comeAnyhow(
  { arrivalAt }: Model,
  { from, count, replication }: Coming,
  { low, high, time }: Block
): void {
  for (let j = 0; j < count; j++) {
    const u = (bitsAt(low[j] as number, high[j] as number, ARRIVAL) >>> 0) / WHOLE;
    time[j] = arrivalAt(from + j, u, replication);
  }
}

/** By the table of the calendar; false: it cannot say when some of them come. */
function comeEvenly(
  { from: first, share }: NonNullable<Model['even']>,
  { from, count }: Coming,
  { low, high, time }: Block,
  table: CalendarTable
): boolean {
  const { before, shift, perGrain, base, slots } = table;
  if (first < base) return false;
  const earlier = openUntil(table, first);
  if (earlier + (from + count) * share >= (before[slots] as number)) return false;
  for (let j = 0; j < count; j++) {
    const u = (bitsAt(low[j] as number, high[j] as number, ARRIVAL) >>> 0) / WHOLE;
    const open = earlier + Math.floor((from + j + u) * share);
    // At the end of a slot it comes as the next one opens.
    const at = open + (shift[(open * perGrain) | 0] as number);
    time[j] = at === at ? at : instantAfter(table, open + 1) - 1;
  }
  return true;
}

/** Puts the leads into the list of their segment; `lengths` are how many came to each. */
export function partBySegment(
  { segments }: Model,
  count: number,
  { low, high }: Block,
  lists: readonly Uint16Array[],
  lengths: Int32Array
): void {
  lengths.fill(0);
  const last = segments.length - 1;
  for (let j = 0; j < count; j++) {
    const u = (bitsAt(low[j] as number, high[j] as number, SEGMENT) >>> 0) / WHOLE;
    let segment = 0;
    while (segment < last && u >= (segments[segment]?.upTo ?? 1)) segment++;
    const length = lengths[segment] as number;
    (lists[segment] as Uint16Array)[length] = j;
    lengths[segment] = length + 1;
  }
}
