import {
  addBusinessDays,
  addBusinessTime,
  addDelay,
  instantOf,
  openBetween,
  roll
} from '$lib/calendar';
import type { CompiledCalendar } from '$lib/calendar';
import type { Arrivals } from '$lib/domain';

/** Days that a curve may take until the last lead has arrived. */
const MOST_DAYS = 100_000;

/** When lead `index` of `leads` arrives, given a uniform number of its own. */
export type ArrivalAt = (index: number, u: number) => number;

/** The arrival times of a scenario, or what is wrong with them. */
export function arrivalsOf(
  arrivals: Arrivals,
  start: number,
  leads: number,
  calendar: CompiledCalendar
): ArrivalAt | string {
  switch (arrivals.type) {
    case 'atOnce':
      return () => start;
    case 'even': {
      const from = roll(calendar, start);
      const open = openBetween(calendar, from, addDelay(calendar, from, arrivals.over));
      return evenly(calendar, from, open, leads);
    }
    case 'curve':
      return byCurve(calendar, roll(calendar, start), arrivals.perDay, leads);
    case 'list':
      return byList(calendar, arrivals.at);
    case 'leads':
      return byList(
        calendar,
        arrivals.leads.map(({ at }) => at)
      );
  }
}

/** Lead i somewhere in the i-th of equal shares of the open time: in order, without gaps. */
function evenly(
  calendar: CompiledCalendar,
  from: number,
  open: number,
  leads: number
): ArrivalAt | string {
  if (open <= 0) return 'must spread over some open time';
  const share = open / leads;
  return (index, u) =>
    roll(calendar, addBusinessTime(calendar, from, Math.floor((index + u) * share)));
}

/** Day after day so many leads, spread over the day's open time; the last day's figure goes on. */
function byCurve(
  calendar: CompiledCalendar,
  from: number,
  perDay: readonly number[],
  leads: number
): ArrivalAt | string {
  const last = perDay[perDay.length - 1] ?? 0;
  if (!(last > 0)) return 'must end with a day on which leads arrive';
  if (perDay.some((count) => !(count >= 0))) return 'must not have negative days';
  if (perDay.length + leads / last > MOST_DAYS)
    return `must bring the last lead within ${MOST_DAYS} days`;
  const before: number[] = [0];
  for (const count of perDay) before.push((before[before.length - 1] ?? 0) + count);
  const sum = before[perDay.length] ?? 0;
  return (index, u) => {
    let day = 0;
    let place: number;
    if (index < sum) {
      while ((before[day + 1] ?? Infinity) <= index) day++;
      place = (index - (before[day] ?? 0) + u) / Math.max(1, perDay[day] ?? 1);
    } else {
      day = perDay.length + Math.floor((index - sum) / last);
      place = ((index - sum) % last) / last + u / last;
    }
    const begins = day === 0 ? from : addBusinessDays(calendar, from, day);
    const open = openBetween(calendar, begins, addBusinessDays(calendar, begins, 1));
    return roll(
      calendar,
      addBusinessTime(calendar, begins, Math.floor(Math.min(place, 0.999999) * open))
    );
  };
}

/** The listed instants in turn; more leads than instants begin the list again. */
function byList(calendar: CompiledCalendar, at: readonly string[]): ArrivalAt | string {
  if (at.length === 0) return 'must list at least one arrival';
  const instants = at.map((local) => instantOf(calendar, local));
  return (index) => instants[index % instants.length] ?? 0;
}
