import { present } from '$lib/util';
import { nodeSchema } from '../schema/cadence';
import type { UpdateNodeEdit } from './edit';
import { badPart, findNode, refuse, titleOf, withCadence, type EditKind } from './edit-kind';

export const updateNode: EditKind<UpdateNodeEdit> = {
  apply(file, { node }) {
    const bad = badPart(nodeSchema, node);
    if (bad) return { ok: false, error: bad };
    const old = findNode(file, node.id);
    if (!old) return refuse('unknownNode', `There is no step “${node.id}”.`);
    if (old.kind !== node.kind) return refuse('kindChanged', 'A step keeps its kind.');
    return withCadence(file, {
      nodes: file.cadence.nodes.map((other) => (other === old ? node : other))
    });
  },

  invert: (file, { node }) => ({
    kind: 'updateNode',
    node: present(findNode(file, node.id), `node ${node.id}`)
  }),

  label(file, { node }) {
    const old = findNode(file, node.id);
    if (old && old.name !== node.name) return `Rename ${titleOf(file, node.id)}`;
    return `Change ${titleOf(file, node.id)}`;
  }
};
