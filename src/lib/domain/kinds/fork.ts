import type { Slug } from '../ids';
import { slug, text } from '../schema/scalars';
import { list, shape } from '../schema/shapes';
import { plural } from '../words/durations';
import { baseEntries, type KindSpec, type NodeBase } from './node-base';

/** Starts several paths at once; paired with the join that names it. */
export interface ForkNode extends NodeBase<'fork'> {
  readonly paths: readonly { readonly id: Slug; readonly name: string }[];
}

export const forkSchema = shape({
  ...baseEntries('fork'),
  paths: list(shape({ id: slug, name: text }), 'id')
});

export const FORK: KindSpec<ForkNode> = {
  schema: forkSchema,
  create: (id) => ({
    id,
    kind: 'fork',
    name: 'Fork',
    paths: [
      { id: 'a', name: 'First path' },
      { id: 'b', name: 'Second path' }
    ]
  }),
  ports: ({ paths }) => paths.map(({ id, name }) => ({ id, name: name || id, required: true })),
  describe: ({ paths }) => `${plural(paths.length, 'path')} at once`
};
