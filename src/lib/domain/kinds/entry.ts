import type { Condition } from '../condition';
import type { Delay } from '../duration';
import type { Slug } from '../ids';
import type { NodeBase } from './node-base';

export const RE_ENTRY_POLICIES = ['never', 'afterExit', 'always'] as const;

/** Where leads come in. */
export interface EntryNode extends NodeBase<'entry'> {
  /** Only leads for which this holds may be enrolled. */
  readonly criteria?: Condition;
  /** Where such leads come from, in words. */
  readonly source?: string;
  readonly reEntry?: {
    readonly policy: (typeof RE_ENTRY_POLICIES)[number];
    readonly after?: Delay;
  };
  /** Signals that enroll a lead by themselves. */
  readonly signals?: readonly Slug[];
}
