import type { Disposition } from './disposition';

/** The list a new cadence begins with: what may come of a call, with what usually follows. */
export const DEFAULT_DISPOSITIONS: readonly Disposition[] = [
  { id: 'no-answer', name: 'No answer', answered: false, sentiment: 'neutral', action: 'advance' },
  {
    id: 'busy',
    name: 'Busy',
    answered: false,
    sentiment: 'neutral',
    action: 'retry',
    after: { amount: 2, unit: 'businessHours' }
  },
  {
    id: 'voicemail',
    name: 'Left voicemail',
    answered: false,
    sentiment: 'neutral',
    action: 'advance'
  },
  {
    id: 'live-message',
    name: 'Left live message',
    answered: false,
    sentiment: 'neutral',
    action: 'advance'
  },
  {
    id: 'wrong-number',
    name: 'Wrong number or bad data',
    answered: false,
    sentiment: 'negative',
    action: 'block'
  },
  {
    id: 'call-back',
    name: 'Call back later',
    answered: true,
    sentiment: 'neutral',
    action: 'pause',
    after: { amount: 1, unit: 'businessDays' }
  },
  {
    id: 'connected',
    name: 'Connected, no decision',
    answered: true,
    sentiment: 'neutral',
    action: 'advance'
  },
  {
    id: 'interested',
    name: 'Interested',
    answered: true,
    sentiment: 'positive',
    action: 'finish',
    goal: true
  },
  {
    id: 'meeting-booked',
    name: 'Meeting booked',
    answered: true,
    sentiment: 'positive',
    action: 'finish',
    goal: true
  },
  {
    id: 'not-interested',
    name: 'Not interested',
    answered: true,
    sentiment: 'negative',
    action: 'finish'
  },
  {
    id: 'no-show',
    name: 'No show',
    answered: false,
    sentiment: 'neutral',
    action: 'advance',
    missed: true
  },
  {
    id: 'unqualified',
    name: 'Unqualified',
    answered: true,
    sentiment: 'negative',
    action: 'finish'
  },
  {
    id: 'do-not-contact',
    name: 'Do not contact',
    answered: true,
    sentiment: 'negative',
    action: 'block',
    optOut: true
  }
];
