import type { Catalogue } from './entry';

/** What is asked about leads. */
export const CONDITIONS = {
  'contradictory-condition': {
    severity: 'warning',
    help: 'Its parts exclude one another, so it holds for no lead. Correct one of them.',
    message: (where: string, what: string) => `${where}: ${what} can never be true.`
  },
  'overlapping-case': {
    severity: 'warning',
    help: 'The first case that holds is taken. Put the narrower case first, or remove this one.',
    message: (step: string, name: string) =>
      `No lead is left for “${name}” of ${step}: the cases before it take them all.`
  },
  'compares-wrong-type': {
    severity: 'error',
    help: 'A number is compared with numbers, a text with texts, and so on; anything else is never equal. Correct what it is compared with.',
    message: (where: string, fact: string, type: string, value: string) =>
      `${where} compares “${fact}”, which is ${type}, with ${value}.`
  },
  'unknown-choice': {
    severity: 'warning',
    help: 'The lead field is chosen from a list that does not have this value. Add it to the list, or compare with one that is there.',
    message: (where: string, field: string, value: string) =>
      `${where} asks whether “${field}” is “${value}”, which cannot be chosen.`
  },
  'requirement-cannot-be-met': {
    severity: 'error',
    help: 'Whatever anybody does, no lead is ever allowed to come here. Add the steps that it asks for before this one, or ask for less.',
    message: (step: string, text: string) => `No path can meet what ${step} requires: ${text}.`
  },
  'guarded-way-stalls': {
    severity: 'error',
    help: 'A lead that comes this way waits for something that cannot happen any more. Put what is required on the way, or a branch before it that asks for the same.',
    message: (from: string, step: string, text: string) =>
      `Leads that come from ${from} to ${step} stay there forever: “${text}” cannot be met any more.`
  },
  'guarded-way-may-stall': {
    severity: 'warning',
    help: 'A lead that comes this way without it, because a step was skipped or left out, waits for something that cannot happen any more. Put a branch before it that asks for the same, or a time limit for the whole cadence.',
    message: (from: string, step: string, text: string) =>
      `Leads that come from ${from} to ${step} can be stuck there: “${text}” may never be met.`
  }
} as const satisfies Catalogue;
