import type { ExitResult } from '$lib/domain';
import type { ProgramDisposition } from '$lib/program';
import type { EndCause } from './lead-state';

/** Why runs end, what counts most first: of several causes in one instant the first one acts (ENG-36). */
const END_CAUSES: readonly EndCause[] = [
  'optedOut',
  'badLead',
  'removed',
  'goal',
  'reply',
  'bounce',
  'business',
  'limit',
  'noMoreSteps',
  'handedOver'
];

const OF_RESULT: Readonly<Record<ExitResult, EndCause>> = {
  optedOut: 'optedOut',
  badData: 'badLead',
  duplicate: 'badLead',
  won: 'goal',
  qualified: 'goal',
  meetingBooked: 'goal',
  notInterested: 'business',
  disqualified: 'business',
  lost: 'business',
  contactLater: 'business',
  unresponsive: 'noMoreSteps',
  completed: 'noMoreSteps',
  handedOver: 'handedOver'
};

/** The cause that an exit with this result stands for. */
export function causeOfResult(result: ExitResult): EndCause {
  return OF_RESULT[result];
}

/** Rank of a cause: the smaller counts. */
export function rankOfCause(cause: EndCause): number {
  return END_CAUSES.indexOf(cause);
}

/** The verdict of a run that a disposition finishes. */
export function resultOfFinish({ goal, optOut, sentiment }: ProgramDisposition): ExitResult {
  if (optOut) return 'optedOut';
  if (goal) return 'qualified';
  return sentiment === 'negative' ? 'notInterested' : 'completed';
}
