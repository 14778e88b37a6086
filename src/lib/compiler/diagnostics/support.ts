import type { Catalogue } from './entry';

/** The calendar. */
export const SUPPORT = {
  'bad-calendar': {
    severity: 'error',
    help: 'Without working hours no step can be planned. Correct the calendar of the cadence.',
    message: (reason: string) => `The calendar cannot be used. ${reason}`
  },
  'calendar-never-open': {
    severity: 'error',
    help: 'Steps are done in working hours, and this calendar has none. Add hours to at least one day.',
    message: () => 'The calendar is never open.'
  }
} as const satisfies Catalogue;
