import type { DaySeries } from '$lib/worker/protocol';

/** What a chart by day shows, of one replication on average. */
export interface DayPoints {
  /** A date for each point, as in "Mar 9". */
  readonly places: readonly string[];
  /** How many days a point stands for. */
  readonly days: number;
  /** Per day. */
  readonly arrivals: readonly number[];
  readonly touches: readonly number[];
  readonly ends: readonly number[];
  /** As the last of the point's days ended. */
  readonly waiting: readonly number[];
  readonly overdue: readonly number[];
}

const DAY = 86_400_000;
const WEEK = 7;
/** More points than this cannot be told apart on a small chart. */
const MOST = 56;

/** The days up to the last on which anything happened; weeks, or several of them, where they are many. */
export function dayPoints(days: DaySeries, replications: number): DayPoints {
  const { from, arrivals, touches, ends, waiting, overdue } = days;
  const last = Math.max(
    ...[arrivals, touches, ends, waiting, overdue].map((counts) =>
      counts.findLastIndex((count) => count > 0)
    )
  );
  const length = last + 1;
  const size = length <= MOST ? 1 : WEEK * Math.ceil(length / WEEK / MOST);
  const groups = Array.from({ length: Math.ceil(length / size) }, (_, at) => at * size);
  const flow = (counts: readonly number[]) =>
    groups.map((first) => {
      const group = counts.slice(first, Math.min(length, first + size));
      return group.reduce((sum, count) => sum + count, 0) / group.length / replications;
    });
  const stock = (counts: readonly number[]) =>
    groups.map((first) => (counts[Math.min(last, first + size - 1)] ?? 0) / replications);
  const start = Date.parse(`${from}T00:00Z`);
  return {
    places: groups.map((first) => dateWords(start + first * DAY)),
    days: size,
    arrivals: flow(arrivals),
    touches: flow(touches),
    ends: flow(ends),
    waiting: stock(waiting),
    overdue: stock(overdue)
  };
}

function dateWords(midnight: number): string {
  return new Date(midnight).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC'
  });
}
