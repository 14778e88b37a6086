import { unreachable } from '$lib/util';
import type { CompiledCalendar } from './compiled-calendar';
import { addBusinessDays, addCalendarDays } from './days';
import { addBusinessTime } from './open-time';
import { HOUR, MINUTE } from './units';

/** A length of time; the amount is a non-negative integer. */
export interface CalendarDelay {
  readonly amount: number;
  readonly unit:
    'minutes' | 'hours' | 'days' | 'weeks' | 'businessMinutes' | 'businessHours' | 'businessDays';
}

/** The instant a delay after `t` (CAL-11): elapsed time and business time end where they end, days are rolled. */
export function addDelay(c: CompiledCalendar, t: number, delay: CalendarDelay): number {
  switch (delay.unit) {
    case 'minutes':
      return t + delay.amount * MINUTE;
    case 'hours':
      return t + delay.amount * HOUR;
    case 'days':
      return addCalendarDays(c, t, delay.amount);
    case 'weeks':
      return addCalendarDays(c, t, delay.amount * 7);
    case 'businessMinutes':
      return addBusinessTime(c, t, delay.amount * MINUTE);
    case 'businessHours':
      return addBusinessTime(c, t, delay.amount * HOUR);
    case 'businessDays':
      return addBusinessDays(c, t, delay.amount);
    default:
      return unreachable(delay.unit);
  }
}
