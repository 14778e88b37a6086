import type { Position } from '$lib/domain';
import type { Size } from '$lib/layout';

/** A rectangle in canvas units. */
export type Box = Position & Size;

export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Whether two boxes share more than a border. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest box around points, at least one of them. */
export function boxAround(points: readonly Position[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The smallest box around all of them; null around nothing. */
export function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return boxAround(
    boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height }
    ])
  );
}

/**
 * Whether the line from `a` to `b` runs through the inside of a box grown by `margin`. Lines of
 * routes run along an axis; one that is a little off is taken for the box around it.
 */
export function runsThrough(box: Box, a: Position, b: Position, margin: number): boolean {
  return (
    Math.min(a.x, b.x) < box.x + box.width + margin &&
    Math.max(a.x, b.x) > box.x - margin &&
    Math.min(a.y, b.y) < box.y + box.height + margin &&
    Math.max(a.y, b.y) > box.y - margin
  );
}
