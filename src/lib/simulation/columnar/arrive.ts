import { PURPOSE, bitsAt, highOf, lowOf, placeOf, purposeOf } from '../chance/draw';
import type { Model } from '../model/model';
import { columns, type Block } from './block';
import { instantAfter, openUntil, type CalendarTable } from './calendar-table';
import { countDays } from './choices';
import { noteArrivals } from './notes';
import { numbers } from './numbers';
import type { DayCounts } from './scratch';
import { TOLD, rehearse, tellTable, told } from './told';

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
  drawKeys(coming.start, coming.from, count);
  const evenly = model.even !== null && comeEvenly(model.even, coming, table);
  if (!evenly) comeAnyhow(model, coming, block);
  const { time, places } = block;
  if (!isBetween(time, count, model.inOrder, days.base, limit)) return false;
  block.arrived.set(time.subarray(0, count));
  if (model.brief) return true;
  if (!evenly || !model.inOrder) block.workOn(places, count);
  if (!evenly) noteArrivals(count, table);
  if (model.inOrder) countDaysInOrder(time, count, days);
  else countDays(count, days);
  return true;
}

function isBetween(
  time: Float64Array,
  count: number,
  inOrder: boolean,
  from: number,
  to: number
): boolean {
  let earliest = time[0] as number;
  let latest = time[count - 1] as number;
  if (!inOrder)
    for (let j = 0; j < count; j++) {
      earliest = Math.min(earliest, time[j] as number);
      latest = Math.max(latest, time[j] as number);
    }
  return earliest >= from && latest < to;
}

/** Looks for the last one of each day. */
function countDaysInOrder(
  time: Float64Array,
  count: number,
  { base, perDay, counts }: DayCounts
): void {
  const dayOf = (place: number): number => (((time[place] as number) - base) * perDay) | 0;
  for (let from = 0; from < count;) {
    const day = dayOf(from);
    let last = from;
    for (let beyond = count; beyond - last > 1;) {
      const middle = (last + beyond) >> 1;
      if (dayOf(middle) === day) last = middle;
      else beyond = middle;
    }
    counts[day] = (counts[day] as number) + last + 1 - from;
    from = last + 1;
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

function kernels() {
  const { low, high, time, openBefore } = columns;
  const draw = bitsAt;
  const lowHalf = lowOf;
  const highHalf = highOf;
  const whole = WHOLE;
  const place = ARRIVAL;
  const row = numbers;
  const ask = told;

  /** The halves of the keys of leads from `from` on. */
  function drawKeys(start: number, from: number, count: number): void {
    for (let j = 0; j < count; j++) {
      const l = lowHalf(start, from + j);
      low[j] = l;
      high[j] = highHalf(l, from + j);
    }
  }

  /** Each has its share of open time from `earlier` on; where a slot ends, the instant is not known: NaN. */
  function spread(count: number, from: number, share: number, earlier: number): void {
    const perGrain = ask[TOLD.perGrain] as number;
    const shift = (ask[TOLD.shift] as number) | 0;
    for (let j = 0; j < count; j++) {
      const u = (draw(low[j] as number, high[j] as number, place) >>> 0) / whole;
      const open = earlier + Math.floor((from + j + u) * share);
      openBefore[j] = open;
      time[j] = open + (row[(shift + ((open * perGrain) | 0)) | 0] as number);
    }
  }

  return { drawKeys, spread };
}

const { drawKeys, spread } = kernels();

rehearse([() => drawKeys(0, 0, 0), () => spread(0, 0, 0, 0)]);

/** By the table of the calendar; false: it cannot say when some of them come. */
function comeEvenly(
  { from: first, share }: NonNullable<Model['even']>,
  { from, count }: Coming,
  table: CalendarTable
): boolean {
  if (first < table.base) return false;
  const earlier = openUntil(table, first);
  if (earlier + (from + count) * share >= (table.before[table.slots] as number)) return false;
  tellTable(table);
  spread(count, from, share, earlier);
  const { time, openBefore } = columns;
  // At the end of a slot it comes as the next one opens.
  for (let j = 0; j < count; j++)
    if (time[j] !== time[j]) time[j] = instantAfter(table, (openBefore[j] as number) + 1) - 1;
  return true;
}

/** Puts the leads into the list of their segment; `lengths` are how many came to each. */
export function partBySegment(
  { segments }: Model,
  count: number,
  { low, high, places }: Block,
  lists: readonly Uint16Array[],
  lengths: Int32Array
): void {
  lengths.fill(0);
  const last = segments.length - 1;
  if (last === 0) {
    (lists[0] as Uint16Array).set(places.subarray(0, count));
    lengths[0] = count;
    return;
  }
  for (let j = 0; j < count; j++) {
    const u = (bitsAt(low[j] as number, high[j] as number, SEGMENT) >>> 0) / WHOLE;
    let segment = 0;
    while (segment < last && u >= (segments[segment]?.upTo ?? 1)) segment++;
    const length = lengths[segment] as number;
    (lists[segment] as Uint16Array)[length] = j;
    lengths[segment] = length + 1;
  }
}
