import { present } from '$lib/util';
import type { Frame } from './frame';
import { type Hours, type HoursBook, hoursOn, weeklyHours } from './hours';
import { DAY } from './units';

export interface OpenIntervals {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Local dates with an open instant, in order. */
  readonly workDates: readonly number[];
}

/**
 * The instants at which the clock on the wall shows open hours. Between two offset changes local time
 * runs straight, so hours in a gap are gone, and those in an overlap are there twice.
 */
export function openIntervals(frame: Frame, book: HoursBook): OpenIntervals {
  const starts: number[] = [];
  const ends: number[] = [];
  const workDates = new Set<number>();

  const push = (start: number, end: number) => {
    const last = ends.length - 1;
    // A plain week has to hold the same intervals each time: nothing runs across its ends.
    const seam = start === frame.from || start === frame.to;
    if (ends[last] === start && !seam) ends[last] = end;
    else {
      starts.push(start);
      ends.push(end);
    }
  };

  frame.changes.forEach(({ at, offset }, i) => {
    const localFrom = at + offset;
    const localTo = (frame.changes[i + 1]?.at ?? frame.tableTo) + offset;
    for (let date = Math.floor(localFrom / DAY); date * DAY < localTo; date++) {
      for (const hours of hoursOf(frame, book, date)) {
        const start = Math.max(date * DAY + hours.from, localFrom);
        const end = Math.min(date * DAY + hours.to, localTo);
        if (start >= end) continue;
        push(start - offset, end - offset);
        workDates.add(date);
      }
    }
  });
  return { starts, ends, workDates: [...workDates].sort((a, b) => a - b) };
}

function hoursOf(frame: Frame, book: HoursBook, date: number): readonly Hours[] {
  const covered = date >= frame.firstMonday && date < frame.endMonday;
  return covered ? hoursOn(book, date) : weeklyHours(book, date);
}

/** How many of the sorted `values` are below `limit`. */
export function countBelow(values: readonly number[], limit: number): number {
  let count = 0;
  while (count < values.length && present(values[count], 'value') < limit) count++;
  return count;
}
