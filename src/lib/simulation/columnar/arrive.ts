import { PURPOSE, bitsAt, highOf, lowOf, purposeOf, visitOf } from '../chance/draw';
import type { Model } from '../model/model';
import type { Block } from './block';
import type { DayCounts } from './scratch';

const WHOLE = 0x100000000;
const ARRIVAL = (visitOf(1) + purposeOf(PURPOSE.arrival)) | 0;
const SEGMENT = (visitOf(1) + purposeOf(PURPOSE.segment)) | 0;

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
  { arrivalAt }: Model,
  { start, replication, from, count }: Coming,
  { low, high, time, arrived }: Block,
  { base, perDay, counts }: DayCounts,
  limit: number
): boolean {
  let earliest = Infinity;
  let latest = 0;
  for (let j = 0; j < count; j++) {
    const l = lowOf(start, from + j);
    const h = highOf(l, from + j);
    low[j] = l;
    high[j] = h;
    const t = arrivalAt(from + j, (bitsAt(l, h, ARRIVAL) >>> 0) / WHOLE, replication);
    time[j] = t;
    arrived[j] = t;
    earliest = Math.min(earliest, t);
    latest = Math.max(latest, t);
  }
  if (earliest < base || latest >= limit) return false;
  for (let j = 0; j < count; j++) {
    const day = Math.trunc(((time[j] as number) - base + 0.5) * perDay);
    counts[day] = (counts[day] as number) + 1;
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
