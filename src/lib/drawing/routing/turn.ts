import type { NodeId, Position } from '$lib/domain';
import type { Direction, Side } from '$lib/layout';
import type { Box } from '../box';
import type { Way } from './way';

/** A cadence that runs right is one that runs down with its axes exchanged. */
export function turned({ x, y }: Position): Position {
  return { x: y, y: x };
}

function turnedBox({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

/** The side of a step that runs down, for one of a step that runs this way. */
export function sideOf(side: Side, direction: Direction): Way['side'] {
  if (direction === 'down') return side === 'top' ? 'bottom' : side;
  return side === 'top' ? 'left' : side === 'bottom' ? 'right' : 'bottom';
}

/** The boxes as routes see them. */
export function turnedBoxes(
  boxes: ReadonlyMap<NodeId, Box>,
  direction: Direction
): ReadonlyMap<NodeId, Box> {
  if (direction === 'down') return boxes;
  return new Map([...boxes].map(([id, box]) => [id, turnedBox(box)]));
}
