import { ok, present } from '$lib/util';
import { forget, mentions } from './assumptions';
import type { Edit, RemoveNodeEdit } from './edit';
import { isFramed, unframed } from './set-frames';
import { findNode, refuse, titleOf, type EditKind } from './edit-kind';

export const removeNode: EditKind<RemoveNodeEdit> = {
  apply(file, { id }) {
    if (!findNode(file, id)) return refuse('unknownNode', `There is no step “${id}”.`);
    const { cadence, layout } = file;
    const nodes = cadence.nodes.filter((node) => node.id !== id);
    const edges = cadence.edges.filter(({ from, to }) => from !== id && to !== id);
    const { [id]: _gone, ...positions } = layout.positions;
    const frames =
      layout.frames && isFramed(layout.frames, id) ? unframed(layout.frames, id) : null;
    const moved = Object.hasOwn(layout.positions, id) || frames;
    return ok({
      ...file,
      cadence: { ...cadence, nodes, edges },
      layout: moved ? { ...layout, positions, ...(frames && { frames }) } : layout,
      scenarios: forget(file.scenarios, id)
    });
  },

  invert({ cadence, layout, scenarios }, { id }) {
    const index = cadence.nodes.findIndex((node) => node.id === id);
    const node = present(cadence.nodes[index], `node ${id}`);
    const position = layout.positions[id];
    const edits: Edit[] = [{ kind: 'addNode', node, index, ...(position && { position }) }];
    // In ascending order, so that each finds its old place.
    cadence.edges.forEach((edge, at) => {
      if (edge.from === id || edge.to === id) edits.push({ kind: 'connect', edge, index: at });
    });
    if (isFramed(layout.frames, id)) {
      edits.push({ kind: 'setFrames', frames: layout.frames ?? null });
    }
    if (mentions(scenarios, id)) edits.push({ kind: 'setScenarios', scenarios });
    return { kind: 'batch', edits };
  },

  label: (file, { id }) => `Delete ${titleOf(file, id)}`
};
