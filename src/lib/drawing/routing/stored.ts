import type { Position } from '$lib/domain';
import type { Obstacles } from './obstacles';
import type { Way } from './way';

/** As far as a laid route may be off its ports; whole units are. */
const OFF = 2;

/**
 * A route as it was laid, its ends put exactly on the ports; null when it no longer fits: an end
 * lies elsewhere, or a step has come to lie on it.
 */
export function fitting(
  laid: readonly Position[],
  way: Way,
  obstacles: Obstacles
): readonly Position[] | null {
  const [first, last] = [laid[0], laid.at(-1)];
  if (!first || !last || !isAt(first, way.from) || !isAt(last, way.to)) return null;
  if (laid.length === 2) return isClear([way.from, way.to], obstacles) ? [way.from, way.to] : null;
  const points = laid.slice();
  points[0] = way.from;
  points[points.length - 1] = way.to;
  follow(points, 1, first, way.from);
  follow(points, points.length - 2, last, way.to);
  return isClear(points, obstacles) ? points : null;
}

function isAt(a: Position, b: Position): boolean {
  return Math.abs(a.x - b.x) <= OFF && Math.abs(a.y - b.y) <= OFF;
}

/** The corner beside an end stays square with it. */
function follow(points: Position[], i: number, end: Position, now: Position): void {
  const corner = points[i];
  if (!corner) return;
  points[i] = {
    x: corner.x === end.x ? now.x : corner.x,
    y: corner.y === end.y ? now.y : corner.y
  };
}

function isClear(points: readonly Position[], obstacles: Obstacles): boolean {
  return points.every((b, i) => {
    const a = points[i - 1];
    return !a || !obstacles.hit(a, b, () => 0, 0);
  });
}
