import type { Catalogue } from './entry';

/** What the actions ask of people. */
export const ACTIONS = {
  'repeat-without-gap': {
    severity: 'warning',
    help: 'The step opens again the moment it is done. Leave some time between the attempts.',
    message: (step: string) => `${step} is repeated without any time in between.`
  },
  'repeat-never-ends-early': {
    severity: 'info',
    help: 'Every attempt is made, whatever came of the one before. Choose the dispositions that end it.',
    message: (step: string) => `No disposition ends the repetition of ${step}.`
  },
  'route-on-approval': {
    severity: 'warning',
    help: 'An approval is given or refused by a person; nothing else comes of it, and no time limit decides it. Remove what is not used, and lead the way “Refused” to where the lead should go.',
    message: (step: string, unused: string) =>
      `${step} is an approval, which makes no use of its ${unused}.`
  },
  'approval-without-role': {
    severity: 'warning',
    help: 'Nobody knows whose approval is needed, so that anybody can give it. Choose a role.',
    message: (step: string) => `${step} does not say who approves.`
  },
  'cannot-be-automatic': {
    severity: 'error',
    help: 'Only messages can go out by themselves: emails, text messages and social messages. Let a person do this step.',
    message: (step: string, channel: string) =>
      `${step} is automatic, but ${channel} is done by a person.`
  },
  'variants-not-100': {
    severity: 'error',
    help: 'The shares of the variants are percentages of all leads, so together they make 100.',
    message: (step: string, sum: number) =>
      `The shares of the variants of ${step} add up to ${sum} %, not 100 %.`
  },
  'missing-checklist-text': {
    severity: 'warning',
    help: 'Nobody knows what to do before ticking it. Say what must be done.',
    message: (step: string) => `${step} has an item to tick that says nothing.`
  },
  'limit-without-target': {
    severity: 'error',
    help: 'When the time is over the lead is moved. Choose the step it is moved to.',
    message: (step: string) => `A time limit of ${step} moves the lead, but does not say where.`
  },
  'limits-out-of-order': {
    severity: 'warning',
    help: 'Time limits are looked at in their order, so a shorter one after a longer one comes too late. Put them in order.',
    message: (step: string) => `A time limit of ${step} is shorter than the one before it.`
  },
  'held-never-taken': {
    severity: 'warning',
    help: 'Leads take the way “Held” when a disposition leads straight to a step whose requirements are not met. Put requirements on such a step, or remove the way.',
    message: (step: string) => `No lead takes the way “Held” of ${step}.`
  }
} as const satisfies Catalogue;
