import type { ProgramDelay } from './specs';

const UNITS: Readonly<Record<ProgramDelay['unit'], string>> = {
  minutes: 'minute',
  hours: 'hour',
  days: 'calendar day',
  weeks: 'week',
  businessMinutes: 'business minute',
  businessHours: 'business hour',
  businessDays: 'business day'
};

/** `2 calendar days`: no two delays read alike. */
export function delayInWords({ amount, unit }: ProgramDelay): string {
  return `${amount} ${UNITS[unit]}${amount === 1 ? '' : 's'}`;
}
