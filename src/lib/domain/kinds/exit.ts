import * as v from 'valibot';
import { requirementsSchema, type Requirement } from '../condition';
import { delaySchema, type Delay } from '../duration';
import type { CadenceId } from '../ids';
import { flag, text, ulid } from '../schema/scalars';
import { shape } from '../schema/shapes';
import { describeDelay } from '../words/durations';
import { baseEntries, type KindSpec, type NodeBase } from './node-base';

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

/** Verdicts as they are written on the canvas and in results. */
export const EXIT_RESULT_NAMES: Readonly<Record<ExitResult, string>> = {
  won: 'Won',
  lost: 'Lost',
  qualified: 'Qualified',
  meetingBooked: 'Meeting booked',
  notInterested: 'Not interested',
  unresponsive: 'Unresponsive',
  disqualified: 'Disqualified',
  optedOut: 'Opted out',
  badData: 'Bad data',
  duplicate: 'Duplicate',
  contactLater: 'Contact later',
  handedOver: 'Handed over',
  completed: 'Completed'
};

export const exitSchema = shape({
  ...baseEntries('exit'),
  result: v.picklist(EXIT_RESULTS),
  reason: v.exactOptional(text),
  requirements: v.exactOptional(requirementsSchema),
  askReferral: v.exactOptional(flag),
  recycle: v.exactOptional(shape({ after: delaySchema, cadence: v.exactOptional(ulid) }))
});

export const EXIT: KindSpec<ExitNode> = {
  schema: exitSchema,
  create: (id) => ({ id, kind: 'exit', name: 'End', result: 'completed' }),
  ports: () => [],
  describe({ result, reason, recycle }, { parameters }) {
    const parts = [EXIT_RESULT_NAMES[result]];
    if (reason) parts.push(reason);
    if (recycle) parts.push(`back after ${describeDelay(recycle.after, parameters)}`);
    return parts.join(' · ');
  }
};
