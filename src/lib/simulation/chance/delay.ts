import {
  addBusinessDays,
  addBusinessTime,
  openBetween,
  type CompiledCalendar
} from '$lib/calendar';
import type { DurationUnit } from '$lib/domain';
import { unreachable } from '$lib/util';
import type { Sampler } from './sampler';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** The instant a drawn delay after `from`; `u` is uniform in [0, 1). */
export type DelaySampler = (calendar: CompiledCalendar, from: number, u: number) => number;

/** A drawn delay in a unit: business units count open time, the others clock time. */
export function delaySampler(sample: Sampler, unit: DurationUnit): DelaySampler {
  switch (unit) {
    case 'minutes':
      return (_, from, u) => from + Math.floor(sample(u) * MINUTE);
    case 'hours':
      return (_, from, u) => from + Math.floor(sample(u) * HOUR);
    case 'days':
      return (_, from, u) => from + Math.floor(sample(u) * DAY);
    case 'weeks':
      return (_, from, u) => from + Math.floor(sample(u) * 7 * DAY);
    case 'businessMinutes':
      return (calendar, from, u) => addBusinessTime(calendar, from, Math.floor(sample(u) * MINUTE));
    case 'businessHours':
      return (calendar, from, u) => addBusinessTime(calendar, from, Math.floor(sample(u) * HOUR));
    case 'businessDays':
      return (calendar, from, u) => afterBusinessDays(calendar, from, sample(u));
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
