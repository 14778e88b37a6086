import { type Result, assert, fail, ok } from '$lib/util';
import type { CompiledCalendar } from './compiled-calendar';
import { type Frame, frameOf } from './frame';
import { readHours } from './hours';
import { type OpenIntervals, countBelow, openIntervals } from './open-intervals';
import { openBetween } from './open-time';
import { DAY } from './units';
import type { WorkCalendar } from './work-calendar';
import { offsetsOf } from './zone';

/**
 * A calendar as plain numbers for `horizon` (instants, `to` exclusive), or in plain words why there is
 * none: an unknown time zone, hours that cannot be read, never open within the horizon. Beyond the
 * horizon the weekly hours go on (SPEC.md, CAL-20).
 */
export function compileCalendar(
  calendar: WorkCalendar,
  horizon: { readonly from: number; readonly to: number }
): Result<CompiledCalendar, string> {
  assert(
    Number.isSafeInteger(horizon.from) && Number.isSafeInteger(horizon.to),
    'a horizon is made of whole milliseconds'
  );
  assert(horizon.from < horizon.to, 'a horizon ends after it begins');
  const hours = readHours(calendar);
  if (!hours.ok) return hours;
  const offsetAt = offsetsOf(calendar.tz);
  if (!offsetAt.ok) return offsetAt;
  const frame = frameOf(offsetAt.value, horizon);
  const compiled = assemble(calendar.tz, frame, openIntervals(frame, hours.value));
  if (openBetween(compiled, horizon.from, horizon.to) === 0) {
    return fail('The calendar is never open in the time it is needed for.');
  }
  return ok(compiled);
}

function assemble(tz: string, frame: Frame, open: OpenIntervals): CompiledCalendar {
  const firstDate = frame.firstMonday - 7;
  const days = dayCount(frame);
  const firstDay = Math.floor(frame.tableFrom / DAY);
  const before = runningSum(open);
  const inHead = countBelow(open.starts, frame.from);
  const tailStart = countBelow(open.starts, frame.to);
  assert(open.starts.length - tailStart === inHead, 'plain weeks hold the same intervals');
  return {
    tz,
    starts: Float64Array.from(open.starts),
    ends: Float64Array.from(open.ends),
    before,
    dayIndex: dayHints(open.ends, firstDay, days, 0),
    firstDay,
    offsetFrom: Float64Array.from(frame.changes, (change) => change.at),
    offsets: Float64Array.from(frame.changes, (change) => change.offset),
    dayOffset: dayHints(
      frame.changes.map((change) => change.at),
      firstDay,
      days,
      1
    ),
    tableFrom: frame.tableFrom,
    tableTo: frame.tableTo,
    firstDate,
    dateRank: dateRanks(open.workDates, firstDate, frame.endMonday + 7),
    workDates: Int32Array.from(open.workDates),
    weekIntervals: inHead,
    weekOpen: before[inHead] ?? 0,
    weekDates: countBelow(open.workDates, frame.firstMonday)
  };
}

function dayCount(frame: Frame): number {
  return Math.floor((frame.tableTo - 1) / DAY) - Math.floor(frame.tableFrom / DAY) + 1;
}

/** For each UTC day the index of the first instant after its beginning, less `less`, at least 0. */
function dayHints(
  instants: readonly number[],
  firstDay: number,
  days: number,
  less: number
): Int32Array {
  let next = 0;
  return Int32Array.from({ length: days }, (_, i) => {
    while (next < instants.length && (instants[next] ?? 0) <= (firstDay + i) * DAY) next++;
    return Math.max(next - less, 0);
  });
}

function runningSum(open: OpenIntervals): Float64Array {
  let sum = 0;
  return Float64Array.from(open.starts, (start, i) => {
    const before = sum;
    sum += (open.ends[i] ?? start) - start;
    return before;
  });
}

function dateRanks(workDates: readonly number[], from: number, to: number): Int32Array {
  let rank = 0;
  return Int32Array.from({ length: to - from }, (_, i) => {
    while (rank < workDates.length && (workDates[rank] ?? 0) < from + i) rank++;
    return rank;
  });
}
