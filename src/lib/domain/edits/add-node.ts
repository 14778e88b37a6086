import { ok } from '$lib/util';
import type { CadenceFile } from '../file';
import { nodeSchema } from '../schema/cadence';
import { positionSchema } from '../schema/file';
import type { AddNodeEdit, Edit } from './edit';
import { badPart, findNode, inserted, refuse, type EditKind } from './edit-kind';
import { mentions } from './assumptions';
import { isFramed } from './set-frames';

export const addNode: EditKind<AddNodeEdit> = {
  apply(file, { node, position, index }) {
    const bad = badPart(nodeSchema, node) ?? (position ? badPart(positionSchema, position) : null);
    if (bad) return { ok: false, error: bad };
    if (findNode(file, node.id)) return refuse('idTaken', `There is a step “${node.id}” already.`);
    const nodes = inserted(file.cadence.nodes, node, index);
    const cadence = { ...file.cadence, nodes };
    if (!position) return ok({ ...file, cadence });
    const positions = { ...file.layout.positions, [node.id]: position };
    return ok({ ...file, cadence, layout: { ...file.layout, positions } });
  },

  invert(file, { node: { id } }) {
    const remove: Edit = { kind: 'removeNode', id };
    const leftovers = leftoversOf(file, id);
    return leftovers.length > 0 ? { kind: 'batch', edits: [remove, ...leftovers] } : remove;
  },

  label: (_file, { node }) => `Add ${node.name || node.kind}`
};

/** What the file said of this id before there was such a node; removing the node would take it along. */
function leftoversOf(file: CadenceFile, id: string): readonly Edit[] {
  const edits: Edit[] = [];
  const position = file.layout.positions[id];
  if (position) edits.push({ kind: 'moveNodes', positions: { [id]: position } });
  const { frames } = file.layout;
  if (frames && isFramed(frames, id)) edits.push({ kind: 'setFrames', frames });
  if (mentions(file.scenarios, id)) {
    edits.push({ kind: 'setScenarios', scenarios: file.scenarios });
  }
  return edits;
}
