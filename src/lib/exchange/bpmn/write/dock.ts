import type { Position } from '$lib/domain';
import { EVENT, middleOf, type Box } from '../geometry';

/**
 * A line drawn between our steps, from element to element: where BPMN draws one smaller it is led on to
 * its rim. `shapes` are the types of the elements at its ends.
 */
export function docked(
  points: readonly Position[],
  from: { readonly type: string; readonly box: Box },
  to: { readonly type: string; readonly box: Box }
): readonly Position[] {
  const [first, second] = points;
  const [last, beforeLast] = [points.at(-1), points.at(-2)];
  if (!first || !second || !last || !beforeLast) return between(from.box, to.box);
  return [
    ...leadIn(first, second, from).toReversed(),
    ...points.slice(1, -1),
    ...leadIn(last, beforeLast, to)
  ];
}

/** A straight line, for what our canvas does not draw. */
function between(from: Box, to: Box): readonly Position[] {
  return [middleOf(from), middleOf(to)];
}

/** From the line to the rim. */
function leadIn(
  end: Position,
  before: Position,
  { type, box }: { readonly type: string; readonly box: Box }
): readonly Position[] {
  if (type === 'bpmn:BoundaryEvent') return [outside(end, before)];
  if (!type.endsWith('Gateway') && !type.endsWith('Event')) return [end];
  const vertical = Math.abs(before.x - end.x) <= Math.abs(before.y - end.y);
  const middle = middleOf(box);
  const half = box.width / 2;
  const off = vertical ? end.x - middle.x : end.y - middle.y;
  const outward = Math.sign(vertical ? before.y - middle.y : before.x - middle.x) || 1;
  if (Math.abs(off) >= half) {
    // Past the element: around the corner to its flank.
    const flank = half * Math.sign(off);
    return vertical
      ? [
          { x: end.x, y: middle.y },
          { x: middle.x + flank, y: middle.y }
        ]
      : [
          { x: middle.x, y: end.y },
          { x: middle.x, y: middle.y + flank }
        ];
  }
  const reach = type.endsWith('Gateway')
    ? half - Math.abs(off)
    : Math.sqrt(half * half - off * off);
  return vertical
    ? [{ x: end.x, y: middle.y + outward * reach }]
    : [{ x: middle.x + outward * reach, y: end.y }];
}

/** The rim of an event that sits on the end of the line. */
function outside(end: Position, before: Position): Position {
  return {
    x: end.x + (EVENT / 2) * Math.sign(before.x - end.x),
    y: end.y + (EVENT / 2) * Math.sign(before.y - end.y)
  };
}
