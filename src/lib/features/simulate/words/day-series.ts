import type { DaySeries } from '$lib/worker/protocol';

/** Points of a chart by day, of one replication on average. */
export interface DayPoints {
  /** A date for each point, as in "Mar 9". */
  readonly places: readonly string[];
  /** How many days a point stands for. */
  readonly days: number;
  readonly series: readonly (readonly number[])[];
}

const DAY = 86_400_000;
const WEEK = 7;
/** More points than this cannot be told apart on a small chart. */
const MOST = 56;
/** Weekends make teeth of what flows; over more than this it is shown by weeks. */
const MOST_FLOWING = 21;

/** Arrivals and ends a day: their mean where a point stands for several days. */
export function flowPoints({ from, arrivals, ends }: DaySeries, replications: number): DayPoints {
  return points(from, [arrivals, ends], MOST_FLOWING, (counts, first, end) => {
    const group = counts.slice(first, end);
    return group.reduce((sum, count) => sum + count, 0) / (end - first) / replications;
  });
}

/** Open and overdue tasks as the last day of each point ends. */
export function loadPoints({ from, waiting, overdue }: DaySeries, replications: number): DayPoints {
  return points(
    from,
    [waiting, overdue],
    MOST,
    (counts, _, end) => (counts[end - 1] ?? 0) / replications
  );
}

/** The days up to the last that counts; weeks, or several of them, where they are more than `most`. */
function points(
  from: string,
  all: readonly (readonly number[])[],
  most: number,
  join: (counts: readonly number[], first: number, end: number) => number
): DayPoints {
  const length = 1 + Math.max(...all.map((counts) => counts.findLastIndex((count) => count > 0)));
  const days = length <= most ? 1 : WEEK * Math.ceil(length / WEEK / MOST);
  const firsts = Array.from({ length: Math.ceil(length / days) }, (_, at) => at * days);
  const start = Date.parse(`${from}T00:00Z`);
  return {
    places: firsts.map((first) => dateWords(start + first * DAY)),
    days,
    series: all.map((counts) =>
      firsts.map((first) => join(counts, first, Math.min(length, first + days)))
    )
  };
}

function dateWords(midnight: number): string {
  return new Date(midnight).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC'
  });
}
