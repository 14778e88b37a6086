import type { NodeBase } from './node-base';

/** Text on the canvas; leads never pass it. */
export interface NoteNode extends NodeBase<'note'> {
  readonly text: string;
}
