import { present } from '$lib/util';
import { weekdayOf } from './civil';
import { DAY, WEEK } from './units';
import { type OffsetAt, type OffsetChange, offsetChanges, resolveLocal } from './zone';

/**
 * The span that a calendar is compiled for: whole local weeks, and a plain week on either side.
 * From `tableFrom` on `changes` say the offset; the first and the last week have no change in them.
 */
export interface Frame {
  readonly tableFrom: number;
  readonly tableTo: number;
  /** Instants at which the weeks that touch the horizon begin and end. */
  readonly from: number;
  readonly to: number;
  /** Mondays; days since 1970-01-01. */
  readonly firstMonday: number;
  readonly endMonday: number;
  readonly changes: readonly OffsetChange[];
}

export function frameOf(
  offsetAt: OffsetAt,
  horizon: { readonly from: number; readonly to: number }
): Frame {
  const firstMonday = mondayOf(localDate(offsetAt, horizon.from));
  const endMonday = mondayOf(localDate(offsetAt, horizon.to - 1)) + 7;
  // Two days more on either side: no offset is larger.
  const found = offsetChanges(offsetAt, (firstMonday - 2) * DAY, (endMonday + 2) * DAY);
  const from = resolveLocal(found, firstMonday * DAY);
  const to = resolveLocal(found, endMonday * DAY);
  return {
    tableFrom: from - WEEK,
    tableTo: to + WEEK,
    from,
    to,
    firstMonday,
    endMonday,
    changes: changesBetween(found, from, to, firstMonday * DAY - from, endMonday * DAY - to)
  };
}

/**
 * Leaves one offset from `from - WEEK` to `from` and one from `to` on: those that put the Mondays'
 * midnights at `from` and `to`. They differ from the zone's own only where a change swallows that midnight.
 */
function changesBetween(
  found: readonly OffsetChange[],
  from: number,
  to: number,
  head: number,
  tail: number
): readonly OffsetChange[] {
  const changes: OffsetChange[] = [{ at: from - WEEK, offset: head }];
  const push = (at: number, offset: number) => {
    if (present(changes.at(-1), 'offset').offset !== offset) changes.push({ at, offset });
  };
  for (const change of found) {
    if (change.at < to) {
      if (change.at > from) push(change.at, change.offset);
      else if (isInForce(found, change, from)) push(from, change.offset);
    }
  }
  push(to, tail);
  return changes;
}

function isInForce(found: readonly OffsetChange[], change: OffsetChange, at: number): boolean {
  return change === found.findLast((other) => other.at <= at);
}

function localDate(offsetAt: OffsetAt, instant: number): number {
  return Math.floor((instant + offsetAt(instant)) / DAY);
}

function mondayOf(date: number): number {
  return date - weekdayOf(date);
}
