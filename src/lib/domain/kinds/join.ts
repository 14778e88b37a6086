import * as v from 'valibot';
import type { NodeId } from '../ids';
import { slug, whole } from '../schema/scalars';
import { shape } from '../schema/shapes';
import { plural } from '../words/durations';
import { baseEntries, NEXT, type KindSpec, type NodeBase } from './node-base';

export type JoinPolicy =
  | { readonly type: 'all' }
  | { readonly type: 'any' }
  | { readonly type: 'atLeast'; readonly count: number };

/** Where the paths of a fork meet again. */
export interface JoinNode extends NodeBase<'join'> {
  readonly fork?: NodeId;
  readonly policy: JoinPolicy;
  /** What happens to paths that are still under way when the join lets go. */
  readonly rest: 'cancel' | 'detach';
}

export const joinSchema = shape({
  ...baseEntries('join'),
  fork: v.exactOptional(slug),
  policy: v.variant('type', [
    shape({ type: v.literal('all') }),
    shape({ type: v.literal('any') }),
    shape({ type: v.literal('atLeast'), count: whole(1, 1000) })
  ]),
  rest: v.picklist(['cancel', 'detach'])
});

export const JOIN: KindSpec<JoinNode> = {
  schema: joinSchema,
  create: (id) => ({ id, kind: 'join', name: 'Join', policy: { type: 'all' }, rest: 'cancel' }),
  ports: () => NEXT,
  describe({ policy }) {
    switch (policy.type) {
      case 'all':
        return 'When all paths have arrived';
      case 'any':
        return 'When the first path arrives';
      case 'atLeast':
        return `When ${plural(policy.count, 'path')} ${policy.count === 1 ? 'has' : 'have'} arrived`;
    }
  }
};
