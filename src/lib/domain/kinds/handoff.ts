import type { CadenceId, Slug } from '../ids';
import type { NodeBase } from './node-base';

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
