import { type Result, fail, ok, present } from '$lib/util';
import { parseDate, parseTime, weekdayOf } from './civil';
import { type CalendarException, DAYS, type TimeRange, type WorkCalendar } from './work-calendar';

/** Milliseconds since midnight, to exclusive. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

interface ExceptionHours {
  readonly from: number;
  readonly to: number;
  /** Null: those of the weekday. */
  readonly hours: readonly Hours[] | null;
}

/** A calendar's hours as numbers, in order and not overlapping. */
export interface HoursBook {
  /** Seven days from Monday on. */
  readonly week: readonly (readonly Hours[])[];
  readonly exceptions: readonly ExceptionHours[];
}

/** Reads a calendar's hours, or says in plain words what is wrong with them. */
export function readHours(calendar: WorkCalendar): Result<HoursBook, string> {
  const week: (readonly Hours[])[] = [];
  for (const day of DAYS) {
    const hours = readRanges(calendar.week[day] ?? []);
    if (!hours.ok) return hours;
    week.push(hours.value);
  }
  if (week.every((hours) => hours.length === 0)) {
    return fail('The calendar has no weekly hours: it never opens.');
  }
  const exceptions: ExceptionHours[] = [];
  for (const exception of calendar.exceptions ?? []) {
    const read = readException(exception);
    if (!read.ok) return read;
    exceptions.push(read.value);
  }
  return ok({ week, exceptions });
}

/** The hours of a date (days since 1970-01-01); of several exceptions the last one counts. */
export function hoursOn(book: HoursBook, date: number): readonly Hours[] {
  const weekly = weeklyHours(book, date);
  for (let i = book.exceptions.length - 1; i >= 0; i--) {
    const exception = book.exceptions[i];
    if (exception && exception.from <= date && date <= exception.to) {
      return exception.hours ?? weekly;
    }
  }
  return weekly;
}

/** The hours of a date as if there were no exceptions. */
export function weeklyHours(book: HoursBook, date: number): readonly Hours[] {
  return present(book.week[weekdayOf(date)], 'weekday');
}

function readException(exception: CalendarException): Result<ExceptionHours, string> {
  const name = exception.name ?? `${exception.from} to ${exception.to}`;
  const from = parseDate(exception.from);
  const to = parseDate(exception.to);
  if (from === null) return fail(`“${exception.from}” is not a date (exception “${name}”).`);
  if (to === null) return fail(`“${exception.to}” is not a date (exception “${name}”).`);
  if (to < from) return fail(`The exception “${name}” ends before it begins.`);
  if (exception.kind === 'nonWorking') return ok({ from, to, hours: [] });
  if (!exception.ranges) return ok({ from, to, hours: null });
  const hours = readRanges(exception.ranges);
  return hours.ok ? ok({ from, to, hours: hours.value }) : hours;
}

function readRanges(ranges: readonly TimeRange[]): Result<readonly Hours[], string> {
  const read: { from: number; to: number }[] = [];
  for (const [fromText, toText] of ranges) {
    const from = parseTime(fromText);
    const to = parseTime(toText);
    if (from === null) return fail(`“${fromText}” is not a time of day.`);
    if (to === null) return fail(`“${toText}” is not a time of day.`);
    if (to <= from) return fail(`The hours ${fromText}–${toText} end before they begin.`);
    read.push({ from, to });
  }
  read.sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const hours of read) {
    const last = merged.at(-1);
    if (last && hours.from <= last.to) last.to = Math.max(last.to, hours.to);
    else merged.push(hours);
  }
  return ok(merged);
}
