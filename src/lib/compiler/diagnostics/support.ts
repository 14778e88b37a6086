import type { Catalogue } from './entry';

/** The calendar, and what this version does not run. */
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
  },
  'cannot-run-yet': {
    severity: 'error',
    help: 'Leaving it out would change what happens to leads, so the cadence is not run at all. Take it out to simulate the rest.',
    message: (what: string, where: string) =>
      `${where}: this version of Cadenza can draw ${what}, but cannot run that yet.`
  },
  'not-used-yet': {
    severity: 'warning',
    help: 'It is kept in the cadence and left out of simulations for now.',
    message: (what: string, where: string) =>
      `${where}: this version of Cadenza keeps ${what}, but makes no use of that yet.`
  }
} as const satisfies Catalogue;
