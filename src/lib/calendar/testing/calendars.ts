import { assert } from '$lib/util';
import { compileCalendar } from '../compile-calendar';
import type { CompiledCalendar } from '../compiled-calendar';
import { instantOf, localDateTime } from '../local-time';
import type { TimeRange, WorkCalendar } from '../work-calendar';

const NINE_TO_FIVE: readonly TimeRange[] = [['09:00', '17:00']];

export const OFFICE_WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE
} satisfies WorkCalendar['week'];

/** The calendar of the published vectors. */
export const NEW_YORK: WorkCalendar = {
  tz: 'America/New_York',
  week: OFFICE_WEEK,
  exceptions: [{ from: '2026-11-26', to: '2026-11-26', kind: 'nonWorking', name: 'Thanksgiving' }]
};

/** Compiles for whole UTC years, `to` inclusive. */
export function compiled(calendar: WorkCalendar, from = 2025, to = 2027): CompiledCalendar {
  const result = compileCalendar(calendar, { from: Date.UTC(from, 0), to: Date.UTC(to + 1, 0) });
  assert(result.ok, result.ok ? '' : result.error);
  return result.value;
}

/** The instant of a local `YYYY-MM-DD HH:MM`. */
export function at(c: CompiledCalendar, text: string): number {
  return instantOf(c, text.replace(' ', 'T'));
}

/** What the clock on the wall shows, `YYYY-MM-DD HH:MM`. */
export function wall(c: CompiledCalendar, t: number): string {
  const { date, time } = localDateTime(c, t);
  return `${date} ${time}`;
}
