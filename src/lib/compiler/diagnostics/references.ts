import type { Catalogue } from './entry';

/** Names that stand for something. */
export const REFERENCES = {
  'unknown-parameter': {
    severity: 'error',
    help: 'The gap is taken from a parameter that the cadence does not have. Add the parameter, or choose another one.',
    message: (where: string, id: string) => `${where} uses the parameter “${id}”, which is missing.`
  },
  'unknown-role': {
    severity: 'error',
    help: 'The work is given to a role that the cadence does not have. Add the role, or choose another one.',
    message: (where: string, id: string) => `${where} names the role “${id}”, which is missing.`
  },
  'unknown-disposition': {
    severity: 'error',
    help: 'The disposition is not in the list of the cadence. Add it there, or choose another one.',
    message: (where: string, id: string) =>
      `${where} names the disposition “${id}”, which is missing.`
  },
  'unknown-field': {
    severity: 'error',
    help: 'The field is not in the list of lead fields of the cadence. Add it there, or choose another one.',
    message: (where: string, id: string) =>
      `${where} uses the lead field “${id}”, which is missing.`
  },
  'unknown-merge-field': {
    severity: 'error',
    help: 'The placeholder in the text cannot be filled in. Add the lead field, or correct the placeholder, for example {{lead.first-name|there}}.',
    message: (where: string, id: string) =>
      `The text of ${where} has the placeholder “${id}”, which is not a lead field.`
  },
  'unknown-fact': {
    severity: 'error',
    help: 'Nothing is known about leads under this name, so the condition never holds. Choose something else to ask for.',
    message: (where: string, id: string) =>
      `${where} asks for “${id}”, which is not known of any lead.`
  },
  'unknown-step': {
    severity: 'error',
    help: 'The step it refers to was removed. Choose another one.',
    message: (where: string, id: string) => `${where} refers to the step “${id}”, which is missing.`
  },
  'not-an-action': {
    severity: 'error',
    help: 'Only actions have dispositions. Choose an action.',
    message: (where: string, step: string) =>
      `${where} asks for the disposition of ${step}, which has none.`
  },
  'unknown-cadence': {
    severity: 'error',
    help: 'What happens in another process is a cadence of its own, and this one is not here. Bring it here, or choose one that is.',
    message: (where: string, id: string) => `${where} leads to a cadence that is not here (${id}).`
  }
} as const satisfies Catalogue;
