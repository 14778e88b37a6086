import { ok } from '$lib/util';
import type { Layout, Position } from '../file';
import type { NodeId } from '../ids';
import { positionSchema } from '../schema/file';
import { isSlug } from '../schema/scalars';
import type { MoveNodesEdit } from './edit';
import { badPart, refuse, titleOf, type EditKind } from './edit-kind';

export const moveNodes: EditKind<MoveNodesEdit> = {
  apply(file, edit) {
    const positions: Record<NodeId, Position> = { ...file.layout.positions };
    for (const [id, position] of Object.entries(edit.positions)) {
      if (!isSlug(id)) return refuse('badField', 'That is not the id of a step.');
      const bad = position && badPart(positionSchema, position);
      if (bad) return { ok: false, error: bad };
      if (position) positions[id] = position;
      else delete positions[id];
    }
    const { direction: before, ...rest } = file.layout;
    const direction = edit.direction === undefined ? before : (edit.direction ?? undefined);
    const layout: Layout = { ...rest, positions, ...(direction && { direction }) };
    return ok({ ...file, layout });
  },

  invert({ layout }, edit) {
    const ids = Object.keys(edit.positions);
    const positions = Object.fromEntries(ids.map((id) => [id, layout.positions[id] ?? null]));
    if (edit.direction === undefined) return { kind: 'moveNodes', positions };
    return { kind: 'moveNodes', positions, direction: layout.direction ?? null };
  },

  label(file, { positions, direction }) {
    const ids = Object.keys(positions);
    const [only] = ids;
    if (direction !== undefined) return 'Change direction';
    if (only !== undefined && ids.length === 1) return `Move ${titleOf(file, only)}`;
    return ids.length === file.cadence.nodes.length ? 'Tidy up' : `Move ${ids.length} steps`;
  }
};
