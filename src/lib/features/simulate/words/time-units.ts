import type { CadenceFile } from '$lib/domain';

type WorkCalendar = CadenceFile['cadence']['calendar'];

/** A unit that lengths of time are shown in. */
export interface TimeUnit {
  readonly milliseconds: number;
  /** `business days`. */
  readonly many: string;
  readonly one: string;
  /** `bd`, in tables. */
  readonly short: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const MINUTES = { milliseconds: MINUTE, many: 'minutes', one: 'minute', short: 'min' };
const HOURS = { milliseconds: HOUR, many: 'hours', one: 'hour', short: 'h' };
const DAYS = { milliseconds: DAY, many: 'days', one: 'day', short: 'd' };

/** Clock time: hours up to two days, then days. */
export function clockUnit(longest: number): TimeUnit {
  return longest > 2 * DAY ? DAYS : HOURS;
}

/** Open time of the calendar: business days when every open day is equally long, else hours. */
export function businessUnit(calendar: WorkCalendar, longest: number): TimeUnit {
  const day = businessDay(calendar);
  if (day !== null && longest > 2 * day) {
    return { milliseconds: day, many: 'business days', one: 'business day', short: 'bd' };
  }
  return { milliseconds: HOUR, many: 'business hours', one: 'business hour', short: 'bh' };
}

/** `3.5 bd`. */
export function inUnit(milliseconds: number, unit: TimeUnit): string {
  return `${inBareUnit(milliseconds, unit)} ${unit.short}`;
}

/** `3.5`: where the unit stands beside it. */
export function inBareUnit(milliseconds: number, unit: TimeUnit): string {
  return figure(milliseconds / unit.milliseconds);
}

/** `10 business days`. */
export function inWords(milliseconds: number, unit: TimeUnit): string {
  const text = figure(milliseconds / unit.milliseconds);
  return `${text} ${text === '1' ? unit.one : unit.many}`;
}

/** Clock time in whatever unit fits it: `12 min`, `3.1 h`, `2.5 d`. */
export function inFittingUnit(milliseconds: number): string {
  if (milliseconds < MINUTE / 2) return '0';
  return inUnit(milliseconds, fittingUnit(milliseconds));
}

/** The unit of clock time that fits a length. */
export function fittingUnit(milliseconds: number): TimeUnit {
  if (milliseconds < HOUR) return MINUTES;
  return milliseconds < 2 * DAY ? HOURS : DAYS;
}

/** Hours of work: `312 h`. */
export function inHours(milliseconds: number): string {
  return inUnit(milliseconds, HOURS);
}

/** How long a computation took: `0.06 s`. */
export function inSeconds(milliseconds: number): string {
  const digits = milliseconds < 995 ? 2 : 1;
  return `${Math.max(0.01, milliseconds / 1000).toFixed(digits)} s`;
}

function figure(value: number): string {
  const digits = value < 100 ? 1 : 0;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** Length of an open day; null when they differ or there is none. */
function businessDay(calendar: WorkCalendar): number | null {
  const lengths = new Set(
    Object.values(calendar.week)
      .map((ranges) => ranges.reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0))
      .filter((length) => length > 0)
  );
  const [only] = lengths;
  return lengths.size === 1 && only !== undefined ? only * MINUTE : null;
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
