import type { Catalogue } from './entry';

/** What the steps hold. */
export const CONTENT = {
  'missing-script': {
    severity: 'warning',
    help: 'A script tells everybody what to say and in which order. Write one in the step.',
    message: (step: string) => `${step} is a call without a script.`
  },
  'missing-template': {
    severity: 'warning',
    help: 'Without a text everybody writes something else. Write it in the step.',
    message: (step: string) => `${step} has no text to send.`
  },
  'nothing-to-send': {
    severity: 'error',
    help: 'An automatic step goes out without anybody looking at it, so its text must be there. Write it, or make the step manual.',
    message: (step: string) => `${step} is sent automatically but has no text.`
  },
  'unhandled-disposition': {
    severity: 'warning',
    help: 'A lead with this disposition goes on as if nothing had been said. Give the disposition a way of its own, or put a branch on it after the step.',
    message: (step: string, disposition: string) =>
      `After ${step}, “${disposition}” makes no difference.`
  },
  'route-not-offered': {
    severity: 'warning',
    help: 'The step has a way of its own for a disposition that nobody can choose there. Offer the disposition, or remove the way.',
    message: (step: string, disposition: string) =>
      `${step} has a way for “${disposition}” but does not offer it.`
  },
  'unnamed-step': {
    severity: 'info',
    help: 'Names make results and tasks readable. Say what the step is for.',
    message: (kind: string) => `A step has no name yet: ${kind}.`
  },
  'unnamed-cadence': {
    severity: 'info',
    help: 'Give it a name by which others will find it.',
    message: () => 'The cadence has no name yet.'
  }
} as const satisfies Catalogue;
