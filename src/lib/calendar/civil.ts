import { MINUTE } from './units';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})$/;

/** Days of the proleptic Gregorian calendar in 400 years, and from 0000-03-01 to 1970-01-01. */
const ERA_DAYS = 146_097;
const EPOCH_SHIFT = 719_468;

function dateNumber(year: number, month: number, day: number): number {
  // Years begin in March, so that a leap day is the last of its year.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * ERA_DAYS + yearOfEra * 365 + leapDays + dayOfYear - EPOCH_SHIFT;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`; null when there is no such date. */
export function parseDate(text: string): number | null {
  const parts = DATE.exec(text);
  if (!parts) return null;
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return null;
  const date = dateNumber(Number(parts[1]), month, Number(parts[3]));
  return formatDate(date) === text ? date : null;
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function formatDate(date: number): string {
  const shifted = date + EPOCH_SHIFT;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Milliseconds since midnight of an `HH:MM` up to and including `24:00`; null when it is none. */
export function parseTime(text: string): number | null {
  const parts = TIME.exec(text);
  if (!parts) return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  if (Number(parts[2]) > 59 || minutes > 1440) return null;
  return minutes * MINUTE;
}

/** `HH:MM` of milliseconds since midnight, seconds cut off. */
export function formatTime(ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: number): number {
  return (((date + 3) % 7) + 7) % 7;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
