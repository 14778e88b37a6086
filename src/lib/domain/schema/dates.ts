import * as v from 'valibot';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A local date `YYYY-MM-DD` of the Gregorian calendar. */
export const localDate = v.pipe(v.string(), v.check(isDate, 'must be a date like 2026-01-31'));

/** A local date-time `YYYY-MM-DDTHH:MM`. */
export const localDateTime = v.pipe(
  v.string(),
  v.check(isLocalDateTime, 'must be a date and time like 2026-01-31T09:00')
);

/** A wall-clock time `HH:MM`, before midnight. */
export const localTime = v.pipe(v.string(), v.check(isTime, 'must be a time like 09:00'));

/** Whether a text is a local date-time `YYYY-MM-DDTHH:MM` of a day there is. */
export function isLocalDateTime(value: string): boolean {
  return value[10] === 'T' && isDate(value.slice(0, 10)) && isTime(value.slice(11));
}

export function isTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year >= 1970 && day >= 1 && day <= (LENGTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}
