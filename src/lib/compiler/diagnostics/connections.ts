import type { Catalogue } from './entry';

/** What leads a lead elsewhere: handlers, moves, other cadences. */
export const CONNECTIONS = {
  'handler-to-nowhere': {
    severity: 'error',
    help: 'A handler that ends the cadence leads to an exit; one that jumps, to a step that a lead can be at. Choose such a step.',
    message: (handler: string, step: string, why: string) =>
      `The handler ${handler} leads to ${step}, which is ${why}.`
  },
  'move-to-nowhere': {
    severity: 'error',
    help: 'A lead cannot be moved to the entry or to a note. Choose a step.',
    message: (who: string, step: string) => `${who} moves leads to ${step}, where no lead can be.`
  },
  'handoff-to-nowhere': {
    severity: 'error',
    help: 'Choose the cadence that goes on with the lead.',
    message: (step: string) => `${step} does not say which cadence gets the lead.`
  },
  'instant-handoff-loop': {
    severity: 'error',
    help: 'The lead would come back and be handed over again without any time passing. Put a wait or a step that a person does before it.',
    message: (step: string, cadences: string) =>
      `${step} hands the lead over in a circle without any time: ${cadences}.`
  },
  'different-data': {
    severity: 'warning',
    help: 'The two cadences do not speak of the same data. Add the lead field to the other cadence, or choose one that it has.',
    message: (step: string, field: string, cadence: string) =>
      `${step} fills the lead field “${field}”, which the cadence “${cadence}” does not have.`
  },
  'handoff-lacks-field': {
    severity: 'warning',
    help: 'Leads without the field are refused there. Add the field to this cadence and have it filled in, or fill it from another one.',
    message: (step: string, cadence: string, field: string) =>
      `${step} hands over to “${cadence}”, which asks for the lead field “${field}” that this cadence does not know.`
  },
  'signal-never-heard': {
    severity: 'info',
    help: 'None of the cadences at hand listens to this signal. That is right if it is meant for another system.',
    message: (step: string, signal: string) =>
      `${step} sends the signal “${signal}”, which nothing here listens to.`
  },
  'never-open-together': {
    severity: 'error',
    help: 'The step reaches out to the lead in working hours that are also contact hours, and there are none. Change one of the two.',
    message: (step: string, who: string) =>
      `${step} can never be done: ${who} and the contact hours never meet.`
  }
} as const satisfies Catalogue;
