import type { Slug } from '../ids';
import type { NodeBase } from './node-base';

/** Starts several paths at once; paired with the join that names it. */
export interface ForkNode extends NodeBase<'fork'> {
  readonly paths: readonly { readonly id: Slug; readonly name: string }[];
}
