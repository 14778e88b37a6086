import { Temporal } from 'temporal-polyfill';
import { DAYS, type TimeRange, type WorkCalendar } from '../work-calendar';

/**
 * Business time the slow, obvious way: ask Temporal what the clock on the wall shows, minute by minute
 * where need be. Knows nothing of tables. Instants on whole minutes only.
 */
const MINUTE = 60_000;

export function zoned(calendar: WorkCalendar, t: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(calendar.tz);
}

function rangesOn(calendar: WorkCalendar, date: Temporal.PlainDate): readonly TimeRange[] {
  const day = DAYS[date.dayOfWeek - 1];
  const weekly = (day && calendar.week[day]) ?? [];
  const text = date.toString();
  const hit = (calendar.exceptions ?? []).findLast((e) => e.from <= text && text <= e.to);
  if (!hit) return weekly;
  return hit.kind === 'nonWorking' ? [] : (hit.ranges ?? weekly);
}

function isOpenWall(calendar: WorkCalendar, wall: Temporal.PlainDateTime): boolean {
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  return rangesOn(calendar, wall.toPlainDate()).some(([from, to]) => from <= time && time < to);
}

export function oracleIsOpen(calendar: WorkCalendar, t: number): boolean {
  return isOpenWall(calendar, zoned(calendar, t).toPlainDateTime());
}

export function oracleRoll(calendar: WorkCalendar, t: number): number {
  let at = t;
  while (!oracleIsOpen(calendar, at)) at += MINUTE;
  return at;
}

/** A date works when the clock shows open hours at some instant of it. */
function isWorkDate(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  if (rangesOn(calendar, date).length === 0) return false;
  const start = date.subtract({ days: 1 }).toZonedDateTime(calendar.tz).epochMilliseconds;
  for (let t = start; t < start + 72 * 60 * MINUTE; t += MINUTE) {
    const wall = zoned(calendar, t).toPlainDateTime();
    if (wall.toPlainDate().equals(date) && isOpenWall(calendar, wall)) return true;
  }
  return false;
}

export function oracleAddBusinessDays(calendar: WorkCalendar, t: number, n: number): number {
  const first = oracleRoll(calendar, t);
  if (n === 0) return first;
  const wall = zoned(calendar, first).toPlainDateTime();
  let date = wall.toPlainDate();
  for (let left = n; left > 0;) {
    date = date.add({ days: 1 });
    if (isWorkDate(calendar, date)) left--;
  }
  const target = date.toZonedDateTime({ timeZone: calendar.tz, plainTime: wall.toPlainTime() });
  return oracleRoll(calendar, target.epochMilliseconds);
}

export function oracleAddCalendarDays(calendar: WorkCalendar, t: number, n: number): number {
  if (n === 0) return oracleRoll(calendar, t);
  const wall = zoned(calendar, t).toPlainDateTime().add({ days: n });
  return oracleRoll(calendar, wall.toZonedDateTime(calendar.tz).epochMilliseconds);
}

export function oracleAddBusinessTime(calendar: WorkCalendar, t: number, minutes: number): number {
  let at = t;
  for (let left = minutes; left > 0; at += MINUTE) if (oracleIsOpen(calendar, at)) left--;
  return at;
}

export function oracleOpenBetween(calendar: WorkCalendar, a: number, b: number): number {
  let open = 0;
  for (let at = a; at < b; at += MINUTE) if (oracleIsOpen(calendar, at)) open += MINUTE;
  return open;
}

export function oracleInstantOf(calendar: WorkCalendar, text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(calendar.tz).epochMilliseconds;
}
