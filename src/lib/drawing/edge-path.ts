import type { Position } from '$lib/domain';

const RADIUS = 14;

/** An SVG path along the points, its corners rounded. */
export function roundedPath(points: readonly Position[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${figure(point.x)},${figure(point.y)}`;
      if (!after) return `L${figure(point.x)},${figure(point.y)}`;
      const radius = Math.min(RADIUS, lengthOf(before, point) / 2, lengthOf(point, after) / 2);
      const [from, to] = [towards(point, before, radius), towards(point, after, radius)];
      return `L${from}Q${figure(point.x)},${figure(point.y)} ${to}`;
    })
    .join('');
}

function lengthOf(a: Position, b: Position): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** The point so far from a corner, on the run to `end`. */
function towards({ x, y }: Position, end: Position, distance: number): string {
  const length = lengthOf({ x, y }, end) || 1;
  const share = distance / length;
  return `${figure(x + (end.x - x) * share)},${figure(y + (end.y - y) * share)}`;
}

function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}
