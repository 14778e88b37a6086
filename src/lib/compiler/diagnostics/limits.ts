import type { Catalogue } from './entry';

function businessDays(count: number): string {
  return count === 1 ? '1 business day' : `${count} business days`;
}

/** How long things take, against what was promised. */
export const LIMITS = {
  'worst-case-over-limit': {
    severity: 'warning',
    help: 'The cadence promises a verdict within a time that its slowest path does not keep; such leads are ended without one. Shorten the waits, or allow more time.',
    message: (days: number, limit: number, path: string) =>
      `A verdict can take ${businessDays(days)}, but only ${limit} ${limit === 1 ? 'is' : 'are'} allowed: ${path}.`
  },
  'unbounded-path': {
    severity: 'info',
    help: 'The cadence promises a verdict within a time, but nothing says how long a lead stays here at most. Let a step be skipped by itself when it is overdue, and a circle end.',
    message: (how: string, step: string) =>
      how === 'stay at'
        ? `A lead can stay at ${step} for any length of time.`
        : `A lead can go round ${step} any number of times.`
  },
  'guard-versus-fast-exit': {
    severity: 'info',
    help: 'The exit is offered as soon as the requirement is met. Nothing is wrong with that: the lead is kept on purpose.',
    message: (asker: string, exit: string, asks: number, allowed: number, text: string) =>
      `${asker} can ask for ${exit} ${asks === 0 ? 'at once' : `after ${businessDays(asks)}`}, but it opens after ${businessDays(allowed)} at the earliest: ${text}.`
  }
} as const satisfies Catalogue;
