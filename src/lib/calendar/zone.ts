import { Temporal } from 'temporal-polyfill';
import { type Result, fail, ok } from '$lib/util';
import { SECOND, WEEK } from './units';

/** UTC offset in milliseconds at an instant. */
export type OffsetAt = (instant: number) => number;

/** The UTC offset of an IANA time zone; the package hands out the native Temporal where there is one. */
export function offsetsOf(tz: string): Result<OffsetAt, string> {
  try {
    new Temporal.ZonedDateTime(0n, tz);
  } catch (error) {
    if (error instanceof RangeError) return fail(`“${tz}” is not a known time zone.`);
    throw error;
  }
  return ok((instant) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tz);
    return Math.round(zoned.offsetNanoseconds / 1e6);
  });
}

/** A change of the UTC offset: from the instant `at` on it is `offset`. */
export interface OffsetChange {
  readonly at: number;
  readonly offset: number;
}

/**
 * The offset at `from`, and every change of it up to `to`. Looks once a week, as asking is slow: no zone
 * has gone back to its old offset sooner.
 */
export function offsetChanges(
  offsetAt: OffsetAt,
  from: number,
  to: number
): readonly OffsetChange[] {
  const changes: OffsetChange[] = [{ at: from, offset: offsetAt(from) }];
  let offset = offsetAt(from);
  for (let week = from; week < to; week += WEEK) {
    const end = Math.min(week + WEEK, to);
    const next = offsetAt(end);
    if (next === offset) continue;
    changes.push({ at: firstInstantOf(next, offsetAt, week, end), offset: next });
    offset = next;
  }
  return changes;
}

/** Bisects to the second: at `low` the offset is another one, at `high` it is `offset`. */
function firstInstantOf(offset: number, offsetAt: OffsetAt, low: number, high: number): number {
  while (high - low > SECOND) {
    const middle = Math.floor((low + high) / 2 / SECOND) * SECOND;
    if (offsetAt(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/** The instant of a local date-time (milliseconds as if UTC): in a gap the later, in an overlap the earlier. */
export function resolveLocal(changes: readonly OffsetChange[], local: number): number {
  let offset = changes[0]?.offset ?? 0;
  for (const change of changes) {
    if (local >= change.at + Math.max(offset, change.offset)) offset = change.offset;
  }
  return local - offset;
}
