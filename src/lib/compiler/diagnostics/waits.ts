import type { Catalogue } from './entry';

/** What waits wait for. */
export const WAITS = {
  'wait-without-timeout': {
    severity: 'error',
    help: 'What a lead waits for may never happen. Say how long the wait lasts at most.',
    message: (step: string) => `${step} may wait forever.`
  },
  'wait-for-nothing': {
    severity: 'error',
    help: 'Choose the signals, or what must be true of the lead, that end the wait. To let time pass, wait for a duration.',
    message: (step: string) => `${step} does not say what it waits for.`
  },
  'wait-for-no-day': {
    severity: 'error',
    help: 'Choose at least one day of the week, or the wait never ends.',
    message: (step: string) => `${step} waits for a day of the week, but for none of them.`
  },
  'not-a-date-field': {
    severity: 'error',
    help: 'Only a date tells when a wait is over. Choose a lead field of the type date, or change the type of this one.',
    message: (step: string, field: string) =>
      `${step} waits for the lead field “${field}”, which is no date.`
  }
} as const satisfies Catalogue;
