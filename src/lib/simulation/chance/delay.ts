import {
  addBusinessDays,
  addBusinessTime,
  openBetween,
  type CompiledCalendar
} from '$lib/calendar';
import type { DurationUnit } from '$lib/domain';
import { unreachable } from '$lib/util';
import { sampleTable, type QuantileTable } from './quantile-table';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** A drawn length of time: business units count open time of a calendar, the others clock time. */
export interface DelayModel {
  readonly table: QuantileTable;
  readonly unit: DurationUnit;
}

/** The instant a drawn delay after `from`; `u` is uniform in [0, 1). */
export function delayed(
  { table, unit }: DelayModel,
  calendar: CompiledCalendar,
  from: number,
  u: number
): number {
  const length = sampleTable(table, u);
  switch (unit) {
    case 'minutes':
      return from + Math.floor(length * MINUTE);
    case 'hours':
      return from + Math.floor(length * HOUR);
    case 'days':
      return from + Math.floor(length * DAY);
    case 'weeks':
      return from + Math.floor(length * 7 * DAY);
    case 'businessMinutes':
      return addBusinessTime(calendar, from, Math.floor(length * MINUTE));
    case 'businessHours':
      return addBusinessTime(calendar, from, Math.floor(length * HOUR));
    case 'businessDays':
      return afterBusinessDays(calendar, from, length);
    default:
      return unreachable(unit);
  }
}

/** Whole business days keep the time of day; a fraction is that share of the next day's open time. */
function afterBusinessDays(calendar: CompiledCalendar, from: number, days: number): number {
  const whole = Math.floor(days);
  const at = addBusinessDays(calendar, from, whole);
  if (days === whole) return at;
  const open = openBetween(calendar, at, addBusinessDays(calendar, at, 1));
  return addBusinessTime(calendar, at, Math.floor((days - whole) * open));
}
