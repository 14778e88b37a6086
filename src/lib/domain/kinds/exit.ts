import type { Requirement } from '../condition';
import type { Delay } from '../duration';
import type { CadenceId } from '../ids';
import type { NodeBase } from './node-base';

export const EXIT_RESULTS = [
  'won',
  'lost',
  'qualified',
  'meetingBooked',
  'notInterested',
  'unresponsive',
  'disqualified',
  'optedOut',
  'badData',
  'duplicate',
  'contactLater',
  'handedOver',
  'completed'
] as const;
export type ExitResult = (typeof EXIT_RESULTS)[number];

/** An end of the cadence, with its verdict. */
export interface ExitNode extends NodeBase<'exit'> {
  readonly result: ExitResult;
  readonly reason?: string;
  readonly requirements?: readonly Requirement[];
  readonly askReferral?: boolean;
  /** Come back after a while, to this cadence or another. */
  readonly recycle?: { readonly after: Delay; readonly cadence?: CadenceId };
}
