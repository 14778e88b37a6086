import { localDateTime } from '$lib/calendar';
import type { Model } from '../model/model';
import { SERIES, type DayTally } from './day-tally';
import type { DaySeries } from './result';

/** What was counted by day, all series of one length. */
export function daysOf({ program, midnight }: Model, tally: DayTally): DaySeries {
  const length = Math.max(...Object.values(SERIES).map((row) => tally.series(row).length));
  const counts = (row: number) => {
    const column = tally.series(row);
    return Array.from({ length }, (_, day) => column[day] ?? 0);
  };
  return {
    from: localDateTime(program.calendar, midnight).date,
    arrivals: counts(SERIES.arrivals),
    touches: counts(SERIES.touches),
    ends: counts(SERIES.ends),
    waiting: running(counts(SERIES.waiting)),
    overdue: running(counts(SERIES.overdue))
  };
}

/** Changes by day as what is there when each day ends. */
function running(changes: readonly number[]): readonly number[] {
  let there = 0;
  return changes.map((change) => (there += change));
}
