import * as v from 'valibot';
import type { CadenceId, Slug } from '../ids';
import { slug, ulid } from '../schema/scalars';
import { list, shape } from '../schema/shapes';
import { baseEntries, NEXT, type KindSpec, type NodeBase } from './node-base';

export type HandoffTo =
  | {
      readonly type: 'enroll';
      readonly cadence?: CadenceId;
      readonly fields?: readonly { readonly from: Slug; readonly to: Slug }[];
    }
  | { readonly type: 'signal'; readonly signal: Slug };

/** Gives the lead to another cadence, or tells other cadences something. */
export interface HandoffNode extends NodeBase<'handoff'> {
  readonly to: HandoffTo;
  readonly then: 'continue' | 'end';
}

export const handoffSchema = shape({
  ...baseEntries('handoff'),
  to: v.variant('type', [
    shape({
      type: v.literal('enroll'),
      cadence: v.exactOptional(ulid),
      fields: v.exactOptional(list(shape({ from: slug, to: slug })))
    }),
    shape({ type: v.literal('signal'), signal: slug })
  ]),
  then: v.picklist(['continue', 'end'])
});

export const HANDOFF: KindSpec<HandoffNode> = {
  schema: handoffSchema,
  create: (id) => ({ id, kind: 'handoff', name: 'Hand over', to: { type: 'enroll' }, then: 'end' }),
  ports: ({ then }) => (then === 'end' ? [] : NEXT),
  describe({ to, then }) {
    const what = to.type === 'enroll' ? 'Enroll in another cadence' : `Signal ${to.signal}`;
    return `${what}, then ${then === 'end' ? 'end' : 'go on'}`;
  }
};
