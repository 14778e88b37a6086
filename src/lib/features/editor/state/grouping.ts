import type { CadenceFile, Edit, MoveNodesEdit } from '$lib/domain';
import { changedPlace } from './changed-place';

/** What an edit does to the place it changes. */
export type Touch =
  /** The file stays as it is. */
  | { readonly type: 'nothing' }
  /** A step of its own, whatever was done before. */
  | { readonly type: 'own' }
  /** One step with an edit of the same key just before, as when somebody types on. */
  | { readonly type: 'joins'; readonly key: string };

const NOTHING: Touch = { type: 'nothing' };
const OWN: Touch = { type: 'own' };

/**
 * What an edit does, given the file before it. Two edits of the same key have inverses that touch the
 * same things, so the older inverse undoes both.
 */
export function touchOf(file: CadenceFile, edit: Edit): Touch {
  switch (edit.kind) {
    case 'updateNode': {
      const before = file.cadence.nodes.find(({ id }) => id === edit.node.id);
      return touching(`node ${edit.node.id}`, before, edit.node, 1);
    }
    case 'updateCadence': {
      const fields = Object.keys(edit.fields).sort();
      const before = fields.map((field) => (file.cadence as unknown as Fields)[field] ?? null);
      const after = fields.map((field) => (edit.fields as Fields)[field] ?? null);
      return touching(`cadence ${fields.join(' ')}`, before, after, 0);
    }
    case 'setScenarios':
      return touching('scenarios', file.scenarios, edit.scenarios, 0);
    case 'setFrames':
      return touching('frames', file.layout.frames ?? null, edit.frames, 0);
    case 'moveNodes':
      return moving(file, edit);
    case 'batch':
      return together(edit.edits.map((part) => touchOf(file, part)));
    default:
      return OWN;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** `depth`: how deep a change must lie to be one that is typed on. */
function touching(what: string, before: unknown, after: unknown, depth: number): Touch {
  const place = changedPlace(before, after);
  if (!place) return NOTHING;
  if (place.isListOfOtherLength || place.path.length < depth) return OWN;
  return { type: 'joins', key: `${what} ${place.path.join('.')}` };
}

function moving({ layout }: CadenceFile, edit: MoveNodesEdit): Touch {
  const { positions, direction, routes = {} } = edit;
  if (direction !== undefined || routes === null) return OWN;
  const steps = Object.keys(positions).sort();
  const edges = Object.keys(routes).sort();
  const isMoved =
    steps.some((id) => changedPlace(layout.positions[id] ?? null, positions[id] ?? null)) ||
    edges.some((id) => changedPlace(layout.routes?.[id] ?? null, routes[id] ?? null));
  return isMoved ? { type: 'joins', key: `move ${[...steps, ...edges].join(' ')}` } : NOTHING;
}

/** Several edits at once are typed on when each of them is, as when many steps are edited together. */
function together(parts: readonly Touch[]): Touch {
  if (parts.every(({ type }) => type === 'nothing')) return NOTHING;
  const keys = parts.map((part) => (part.type === 'joins' ? part.key : null));
  return keys.includes(null) ? OWN : { type: 'joins', key: keys.join(' and ') };
}
