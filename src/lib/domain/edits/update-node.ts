import { present } from '$lib/util';
import type { CadenceNode } from '../cadence';
import { nodeSchema } from '../schema/cadence';
import type { UpdateNodeEdit } from './edit';
import { propertyName } from '../versions/property-words';
import { oneOf } from '../words/durations';
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
    const fields = old ? changedFields(old, node) : [];
    const of = fields.length === 1 || fields.length === 2 ? `${oneOf(fields, 'and')} of ` : '';
    return `Change ${of}${titleOf(file, node.id)}`;
  }
};

/** What the properties are called that differ. */
export function changedFields(old: CadenceNode, fresh: CadenceNode): readonly string[] {
  const at = (node: CadenceNode, key: string) =>
    (node as unknown as Readonly<Record<string, unknown>>)[key];
  const keys = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...keys].filter((key) => at(old, key) !== at(fresh, key)).map(propertyName);
}
