import { instantOf, localDateTime, roll, type CompiledCalendar } from '$lib/calendar';

const DAY = 86_400_000;

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday'
] as const;

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec'
] as const;

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
function dayNumber(date: string): number {
  return Math.floor(Date.parse(date) / DAY);
}

/** 0 for Monday to 6 for Sunday. */
function weekday(date: string): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

/** Local date of an instant, `YYYY-MM-DD`. */
export function dateOf(calendar: CompiledCalendar, at: number): string {
  return localDateTime(calendar, at).date;
}

/** `Tue 24 Nov`. */
export function sayDate(date: string): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return `${(WEEKDAYS[weekday(date)] ?? '').slice(0, 3)} ${Number(date.slice(8))} ${month}`;
}

/** `Tue 24 Nov 09:00`, as the clock of the calendar's zone shows it. */
export function sayInstant(calendar: CompiledCalendar, at: number): string {
  const { date, time } = localDateTime(calendar, at);
  return `${sayDate(date)} ${time}`;
}

/** `Friday` for a day of the week before or after `now`, else `Fri 6 Nov`. */
export function sayDay(calendar: CompiledCalendar, at: number, now: number): string {
  const date = dateOf(calendar, at);
  const far = Math.abs(dayNumber(date) - dayNumber(dateOf(calendar, now))) >= 7;
  return far ? sayDate(date) : (WEEKDAYS[weekday(date)] ?? '');
}

/** `Monday`, `Monday or Wednesday`: bit i of `days` is weekday i. */
export function weekdaysIn(days: number): readonly string[] {
  return WEEKDAYS.filter((_, index) => (days >> index) & 1);
}

/**
 * The instants of closed days (each at its midnight) after the date of `from`, up to and including
 * that of `to`, that an ordinary week would have open: holidays and days off. At most a year is looked at.
 */
export function daysOff(calendar: CompiledCalendar, from: number, to: number): readonly number[] {
  const off: number[] = [];
  const last = dayNumber(dateOf(calendar, to));
  let day = dayNumber(dateOf(calendar, from)) + 1;
  for (let count = 0; day <= last && count < 366; day++, count++) {
    const midnight = instantOf(calendar, `${isoDate(day)}T00:00`);
    if (!isOpenOn(calendar, day) && isOpenOn(calendar, ordinary(calendar, day))) off.push(midnight);
  }
  return off;
}

/** The same day of the week in a week before the calendar's tables, where no exceptions are. */
function ordinary(calendar: CompiledCalendar, day: number): number {
  const first = Math.floor(calendar.tableFrom / DAY) - 7;
  const weeks = Math.max(0, Math.ceil((day - first) / 7));
  return day - weeks * 7;
}

function isOpenOn(calendar: CompiledCalendar, day: number): boolean {
  const begin = instantOf(calendar, `${isoDate(day)}T00:00`);
  const end = instantOf(calendar, `${isoDate(day + 1)}T00:00`);
  return roll(calendar, begin) < end;
}

function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
