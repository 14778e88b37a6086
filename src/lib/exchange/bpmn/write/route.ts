import type { Position } from '$lib/domain';
import type { Direction, Side } from '$lib/layout';
import { middleOf, type Box } from '../geometry';

/** How far a line runs straight out of an element and into one. */
const STRAIGHT = 20;
/** Half a card and some air: how far ways back keep from what they pass. */
const AROUND = 170;

/** A line with right angles from a side of one element to where the flow enters another. */
export function route(
  from: Box,
  side: Side,
  to: Box,
  direction: Direction,
  start = pointOn(from, side)
): readonly Position[] {
  if (direction === 'down') return routeDown(from, side, to, start);
  // A cadence that runs right is one that runs down, mirrored along the diagonal.
  return routeDown(mirrored(from), MIRRORED[side], mirrored(to), turned(start)).map(turned);
}

/** The middle of a side. */
export function pointOn(box: Box, side: Side): Position {
  const { x, y } = middleOf(box);
  switch (side) {
    case 'top':
      return { x, y: box.y };
    case 'bottom':
      return { x, y: box.y + box.height };
    case 'left':
      return { x: box.x, y };
    case 'right':
      return { x: box.x + box.width, y };
  }
}

function routeDown(from: Box, side: Side, to: Box, start: Position): readonly Position[] {
  const end = pointOn(to, 'top');
  const above = end.y - STRAIGHT;
  if (side === 'top' || side === 'bottom') {
    const below = start.y + STRAIGHT;
    if (end.y > start.y) {
      if (end.x === start.x) return [start, end];
      const turn = Math.min(below, (start.y + end.y) / 2);
      return [start, { x: start.x, y: turn }, { x: end.x, y: turn }, end];
    }
    const around = Math.max(middleOf(from).x, middleOf(to).x) + AROUND;
    return [
      start,
      { x: start.x, y: below },
      { x: around, y: below },
      { x: around, y: above },
      { x: end.x, y: above },
      end
    ];
  }
  const out = side === 'left' ? -1 : 1;
  if ((end.x - start.x) * out > 0 && end.y > start.y) return [start, { x: end.x, y: start.y }, end];
  const beside = start.x + out * STRAIGHT;
  return [start, { x: beside, y: start.y }, { x: beside, y: above }, { x: end.x, y: above }, end];
}

const MIRRORED: Readonly<Record<Side, Side>> = {
  top: 'left',
  left: 'top',
  bottom: 'right',
  right: 'bottom'
};

function turned({ x, y }: Position): Position {
  return { x: y, y: x };
}

function mirrored({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}
