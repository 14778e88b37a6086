import type { Cadence, Layout, NodeId, Position } from '$lib/domain';
import { sizesOf } from '$lib/drawing';
import type { Direction, Size } from '$lib/layout';
import { aroundMiddle, boxOf, middleOf, type Box } from '../geometry';

/** A step and where the file draws it. */
export interface Drawn {
  readonly id: NodeId;
  readonly box: Box | null;
  /** Where it stood when an export of ours was written; null if nowhere, absent if it was not there. */
  readonly place?: Position | null;
}

/** Half a unit: what other tools round away. */
const SAME = 0.51;
/** How far a drawing is pulled apart, so that our larger steps do not cover each other. */
const SCALES = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5];

/** Places of an export of ours: as they were, but for what was moved since. */
export function ownPlaces(
  cadence: Cadence,
  drawn: readonly Drawn[],
  direction: Direction
): Layout['positions'] {
  const sizes = sizesOf(cadence, direction);
  const nodes = new Map(cadence.nodes.map((node) => [node.id, node]));
  return Object.fromEntries(
    drawn.flatMap(({ id, box, place }): [NodeId, Position][] => {
      const node = nodes.get(id);
      const size = sizes.get(id);
      // Without a place it was drawn somewhere, and is placed when the cadence is opened.
      if (!node || !size || place === null) return [];
      if (!box) return place ? [[id, place]] : [];
      const before = place && boxOf(node, place, size);
      if (before && near(before, box)) return [[id, place]];
      return [[id, aroundMiddle(middleOf(box), size)]];
    })
  );
}

function near(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < SAME && Math.abs(a.y - b.y) < SAME;
}

/** The way a foreign diagram runs: as most of its connections do. */
export function directionOf(cadence: Cadence, drawn: readonly Drawn[]): Direction {
  const boxes = new Map(drawn.flatMap(({ id, box }) => (box ? [[id, middleOf(box)]] : [])));
  let right = 0;
  for (const { from, to } of cadence.edges) {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (a && b) right += Math.abs(b.x - a.x) > Math.abs(b.y - a.y) ? 1 : -1;
  }
  return right > 0 ? 'right' : 'down';
}

/**
 * Places of a foreign diagram, pulled apart until nothing covers anything. Empty when that does not help,
 * or when the file draws too little of it: then it is laid out anew.
 */
export function foreignPlaces(
  cadence: Cadence,
  drawn: readonly Drawn[],
  direction: Direction
): Layout['positions'] {
  const sizes = sizesOf(cadence, direction);
  const placed = drawn.flatMap(({ id, box }) => {
    const size = sizes.get(id);
    return box && size ? [{ id, size, middle: middleOf(box) }] : [];
  });
  if (placed.length * 2 < drawn.length) return {};
  const pulled = SCALES.map((across) => {
    // What is wide needs more room to the side than downwards.
    const along = 1 + (across - 1) / 2;
    return placed.map(({ id, size, middle }) => {
      const at = aroundMiddle({ x: middle.x * across, y: middle.y * along }, size);
      return { id, box: { x: Math.round(at.x), y: Math.round(at.y), ...size } };
    });
  });
  const clear = pulled.find((all) => !anyOverlap(all.map(({ box }) => box)));
  return Object.fromEntries((clear ?? []).map(({ id, box: { x, y } }) => [id, { x, y }]));
}

function anyOverlap(boxes: readonly (Position & Size)[]): boolean {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  return sorted.some((box, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const other = sorted[j];
      if (!other || other.y >= box.y + box.height) return false;
      if (other.x < box.x + box.width && box.x < other.x + other.width) return true;
    }
    return false;
  });
}
