import { text } from '../schema/scalars';
import { shape } from '../schema/shapes';
import { baseEntries, type KindSpec, type NodeBase } from './node-base';

/** Text on the canvas; leads never pass it. */
export interface NoteNode extends NodeBase<'note'> {
  readonly text: string;
}

export const noteSchema = shape({ ...baseEntries('note'), text });

export const NOTE: KindSpec<NoteNode> = {
  schema: noteSchema,
  create: (id) => ({ id, kind: 'note', name: 'Note', text: '' }),
  ports: () => [],
  describe: ({ text }) => text.split('\n', 1)[0] ?? ''
};
