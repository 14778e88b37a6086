import type { Catalogue } from './entry';

/** How leads come in, go on and leave. */
export const FLOW = {
  'no-entry': {
    severity: 'error',
    help: 'Leads come in at the entry. Add one and connect it to the first step.',
    message: () => 'There is no entry, so no lead can come in.'
  },
  'two-entries': {
    severity: 'error',
    help: 'A cadence has one entry, so that everybody starts alike. Remove the others, or make a cadence of its own for each.',
    message: (step: string, first: string) => `${step} is a second entry beside ${first}.`
  },
  'unreachable-step': {
    severity: 'warning',
    help: 'No path leads from the entry to this step, so it is never done. Connect a step to it, or remove it.',
    message: (step: string) => `No lead ever comes to ${step}.`
  },
  'no-way-out': {
    severity: 'error',
    help: 'Whatever happens, a lead that comes here stays forever. Let one of the ways lead to an exit.',
    message: (step: string) => `From ${step} no path leads to an exit.`
  },
  'dangling-port': {
    severity: 'error',
    help: 'Leads that leave the step this way would have nowhere to go. Connect it to the next step or to an exit.',
    message: (step: string, port: string | null) =>
      port === null ? `${step} leads nowhere.` : `${step} leads nowhere after “${port}”.`
  },
  'branch-without-default': {
    severity: 'error',
    help: 'Some leads fit none of the cases. Connect the way that they take.',
    message: (step: string) => `${step} does not say where leads go that fit none of its cases.`
  },
  'branch-without-cases': {
    severity: 'warning',
    help: 'Every lead goes the same way here. Add a case, or remove the branch.',
    message: (step: string) => `${step} has no cases to choose from.`
  },
  'empty-case': {
    severity: 'warning',
    help: 'Choose what must have happened, or what must be true of the lead, for the lead to go this way.',
    message: (step: string, name: string) => `“${name}” of ${step} does not say whom it is for.`
  },
  'weights-not-100': {
    severity: 'error',
    help: 'The shares of a split are percentages of all leads, so together they make 100.',
    message: (step: string, sum: number) => `The shares of ${step} add up to ${sum} %, not 100 %.`
  },
  'ends-in-wait': {
    severity: 'error',
    help: 'A wait never ends a cadence: a lead would wait for nothing. Connect it to the next step or to an exit.',
    message: (step: string) => `The path ends with the wait ${step}.`
  },
  'wait-before-exit': {
    severity: 'warning',
    help: 'Nothing happens between the wait and the exit, so the wait only keeps the lead open. Put a step after it, or go to the exit at once.',
    message: (step: string, exit: string) => `After ${step} nothing follows but the exit ${exit}.`
  },
  'endless-circle': {
    severity: 'error',
    help: 'A lead would go round without any time passing. Put a wait or a step that a person does into the circle.',
    message: (steps: string) => `The circle ${steps} has no wait and no step that a person does.`
  },
  'stray-connection': {
    severity: 'warning',
    help: 'No lead takes this connection: its case or disposition is gone, another connection leaves the same way, or it leads to a step that cannot be entered. Remove it.',
    message: (from: string, to: string) => `The connection from ${from} to ${to} is never taken.`
  },
  'crowded-day': {
    severity: 'warning',
    help: 'A third touch by the same channel within a day seldom brings an answer where two did not. Let a day pass, or try another channel.',
    message: (channel: string, steps: string) =>
      `${steps} can be three touches by ${channel} within one day.`
  }
} as const satisfies Catalogue;
