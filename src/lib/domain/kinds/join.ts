import type { NodeId } from '../ids';
import type { NodeBase } from './node-base';

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
