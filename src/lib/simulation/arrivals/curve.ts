import { nextDate, openBetween, roll } from '$lib/calendar';
import type { Arrivals } from '$lib/domain';
import type { ScenarioFault } from '../statistics/result';
import { byHours, hoursFault } from './hours';
import type { Arriving, ArrivalAt } from './arrival-model';
import { inOpenTime } from './spread';

/** Days that a curve may take until the last lead has arrived. */
const MOST_DAYS = 100_000;

type Curve = Extract<Arrivals, { type: 'curve' }>;

/** Business day after business day so many leads; the last figure goes on. */
export function byCurve(arriving: Arriving, { perDay, byHour }: Curve): ArrivalAt | ScenarioFault {
  const fault = daysFault(perDay, arriving.leads) ?? (byHour ? hoursFault(byHour) : null);
  if (fault) return fault;
  const before = leadsBefore(perDay, arriving.leads);
  const within = withinDay(arriving, before.length - 1, byHour);
  return (index, u) => {
    const lead = index + u;
    const day = lastAtOrBelow(before, lead);
    const from = before[day] ?? 0;
    return within(day, (lead - from) / ((before[day + 1] ?? Infinity) - from));
  };
}

function daysFault(perDay: readonly number[], leads: number): ScenarioFault | null {
  const path = 'arrivals.perDay';
  const last = perDay[perDay.length - 1] ?? 0;
  if (!(last > 0)) return { path, message: 'must end with a day on which leads arrive' };
  if (perDay.some((count) => !(count >= 0 && count < Infinity)))
    return { path, message: 'must not have negative days' };
  if (!(perDay.length + leads / last <= MOST_DAYS))
    return { path, message: `must bring the last lead within ${MOST_DAYS} days` };
  return null;
}

/** Leads that have arrived as each day begins, up to the end of the day that brings the last. */
function leadsBefore(perDay: readonly number[], leads: number): Float64Array {
  const before = [0];
  const last = perDay[perDay.length - 1] ?? 0;
  for (let day = 0, sum = 0; sum < leads; day++) before.push((sum += perDay[day] ?? last));
  return Float64Array.from(before);
}

/** The instant at which so much of a day's share of leads has arrived, from 0 to 1. */
type WithinDay = (day: number, place: number) => number;

/** Days begin at the start, and then as each following working date opens. */
function withinDay(
  { calendar, start }: Arriving,
  days: number,
  byHour: readonly number[] | undefined
): WithinDay {
  const begins = new Float64Array(days);
  const open = new Float64Array(days);
  let from = roll(calendar, start);
  for (let day = 0; day < days; day++) {
    const next = nextDate(calendar, from);
    begins[day] = from;
    open[day] = openBetween(calendar, from, next);
    from = roll(calendar, next);
  }
  if (byHour) return byHours(calendar, start, begins, byHour);
  return (day, place) => inOpenTime(calendar, begins[day] ?? 0, place * (open[day] ?? 0));
}

/** The last row that is at or below `value`, of rows that never fall. */
function lastAtOrBelow(rows: Float64Array, value: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
