import { ok } from '$lib/util';
import type { Layout } from '../file';
import { positionSchema, routeSchema } from '../schema/file';
import { isSlug } from '../schema/scalars';
import type { EditRefusal, MoveNodesEdit } from './edit';
import { badPart, titleOf, type EditKind } from './edit-kind';

export const moveNodes: EditKind<MoveNodesEdit> = {
  apply(file, edit) {
    const bad = badPlaces(edit);
    if (bad) return { ok: false, error: bad };
    const { direction: before, routes: laid, ...rest } = file.layout;
    const positions = changed(file.layout.positions, edit.positions);
    const direction = edit.direction === undefined ? before : (edit.direction ?? undefined);
    const routes = edit.routes === undefined ? laid : edit.routes && changed(laid, edit.routes);
    const layout: Layout = {
      ...rest,
      positions,
      ...(direction && { direction }),
      ...(routes && { routes })
    };
    return ok({ ...file, layout });
  },

  invert({ layout }, edit) {
    return {
      kind: 'moveNodes',
      positions: formerly(layout.positions, edit.positions),
      ...(edit.direction !== undefined && { direction: layout.direction ?? null }),
      ...(edit.routes !== undefined && { routes: formerRoutes(layout.routes, edit.routes) })
    };
  },

  label(file, { positions, direction }) {
    const ids = Object.keys(positions);
    const [only] = ids;
    if (direction !== undefined) return 'Change direction';
    if (only !== undefined && ids.length === 1) return `Move ${titleOf(file, only)}`;
    return ids.length === file.cadence.nodes.length ? 'Tidy up' : `Move ${ids.length} steps`;
  }
};

function badPlaces({ positions, routes }: MoveNodesEdit): EditRefusal | null {
  for (const [id, position] of Object.entries(positions)) {
    if (!isSlug(id)) return { code: 'badField', message: 'That is not the id of a step.' };
    const bad = position && badPart(positionSchema, position);
    if (bad) return bad;
  }
  for (const [id, route] of Object.entries(routes ?? {})) {
    if (!isSlug(id)) return { code: 'badField', message: 'That is not the id of a connection.' };
    const bad = route && badPart(routeSchema, route);
    if (bad) return bad;
  }
  return null;
}

/** By id of a step or of a connection. */
type Table<T> = Readonly<Record<string, T>>;

function changed<T extends object>(before: Table<T> | undefined, by: Table<T | null>): Table<T> {
  const after: Record<string, T> = { ...before };
  for (const [id, value] of Object.entries(by)) {
    if (value) after[id] = value;
    else delete after[id];
  }
  return after;
}

function formerly<T>(before: Table<T>, by: Table<T | null>): Table<T | null> {
  return Object.fromEntries(Object.keys(by).map((id) => [id, before[id] ?? null]));
}

/** Where no edge was laid before, there is nothing to keep but that there was nothing. */
function formerRoutes(before: Layout['routes'], by: MoveNodesEdit['routes']) {
  if (!before) return null;
  return by ? formerly(before, by) : before;
}
