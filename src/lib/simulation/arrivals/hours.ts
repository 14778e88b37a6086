import { instantOf, localDateTime, type CompiledCalendar } from '$lib/calendar';
import type { ScenarioFault } from '../statistics/result';

const HOUR = 3_600_000;
const HOURS = 24;

/** When each local hour of a day begins, and the last of them ends. */
type Hours = Float64Array;

export function hoursFault(byHour: readonly number[]): ScenarioFault | null {
  const path = 'arrivals.byHour';
  if (byHour.length !== HOURS) return { path, message: 'must have a weight for each of 24 hours' };
  if (byHour.some((weight) => !(weight >= 0 && weight < Infinity)))
    return { path, message: 'must not have negative weights' };
  if (!byHour.some((weight) => weight > 0))
    return { path, message: 'must have an hour in which leads arrive' };
  return null;
}

/**
 * Within a day by the weights of its local hours, whether or not they are open. Nobody arrives before
 * the start: the first day has what is left of its hours.
 */
export function byHours(
  calendar: CompiledCalendar,
  start: number,
  begins: Float64Array,
  byHour: readonly number[]
): (day: number, place: number) => number {
  const upTo = runningSums(byHour);
  const hoursOf = new Map<number, Hours>();
  const instants = (day: number): Hours => {
    const known = hoursOf.get(day);
    if (known) return known;
    const made = hourInstants(calendar, begins[day] ?? 0);
    hoursOf.set(day, made);
    return made;
  };
  const missed = weightBefore(start, instants(0), byHour);
  const whole = upTo[HOURS] ?? 0;
  return (day, place) => {
    const from = day === 0 ? missed : 0;
    if (from >= whole) return start;
    const wanted = from + place * (whole - from);
    let hour = 0;
    while (hour < HOURS - 1 && (upTo[hour + 1] ?? 0) <= wanted) hour++;
    const weight = byHour[hour] ?? 0;
    const part = weight > 0 ? (wanted - (upTo[hour] ?? 0)) / weight : 0;
    const hours = instants(day);
    const begins = hours[hour] ?? 0;
    const at = begins + Math.floor(Math.min(part, 1) * ((hours[hour + 1] ?? 0) - begins));
    return day === 0 ? Math.max(start, at) : at;
  };
}

/** Weights before each hour, and of the whole day. */
function runningSums(byHour: readonly number[]): Float64Array {
  const upTo = new Float64Array(HOURS + 1);
  byHour.forEach((weight, hour) => (upTo[hour + 1] = (upTo[hour] ?? 0) + weight));
  return upTo;
}

/** The hours of the local date of an instant; where the clock is changed one takes no time, or two hours. */
function hourInstants(calendar: CompiledCalendar, at: number): Hours {
  const { date } = localDateTime(calendar, at);
  const hours = new Float64Array(HOURS + 1);
  for (let hour = 0; hour < HOURS; hour++)
    hours[hour] = instantOf(calendar, `${date}T${String(hour).padStart(2, '0')}:00`);
  hours[HOURS] = (hours[HOURS - 1] ?? 0) + HOUR;
  return hours;
}

/** Weight of the hours, and of the part of one, that lie before an instant. */
function weightBefore(t: number, hours: Hours, byHour: readonly number[]): number {
  let sum = 0;
  byHour.forEach((weight, hour) => {
    const begins = hours[hour] ?? 0;
    const ends = hours[hour + 1] ?? 0;
    if (t >= ends) sum += weight;
    else if (t > begins) sum += (weight * (t - begins)) / (ends - begins);
  });
  return sum;
}
