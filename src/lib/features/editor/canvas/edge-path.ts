import { getSmoothStepPath, Position, type EdgeProps } from '@xyflow/svelte';

type Ends = Pick<
  EdgeProps,
  'sourceX' | 'sourceY' | 'targetX' | 'targetY' | 'sourcePosition' | 'targetPosition'
>;

export interface EdgePath {
  readonly path: string;
  /** Where the label sits: on the line, near where it leaves. */
  readonly labelX: number;
  readonly labelY: number;
}

const RADIUS = 18;
const JOG = 2;
/** How far a line runs straight out of a port and into a step. */
const OFFSET = 22;
/** Half a card and some air. */
const AROUND = 170;
/** From the source to the middle of the label. */
const LABEL_OFFSET = 22;

/** A line of straight runs with round corners, that turns soon after it leaves. */
export function edgePath(ends: Ends): EdgePath {
  const special = straightPath(ends) ?? backPath(ends);
  if (special) return { path: special, ...labelPlace(ends) };
  const [path] = getSmoothStepPath({ ...ends, borderRadius: RADIUS, offset: OFFSET });
  return { path, ...labelPlace(ends) };
}

/** Ends that all but face each other, as whole units leave them, are joined without a jog. */
function straightPath(ends: Ends): string | null {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = ends;
  const down = sourcePosition === Position.Bottom && targetPosition === Position.Top;
  const right = sourcePosition === Position.Right && targetPosition === Position.Left;
  if (down && Math.abs(sourceX - targetX) <= JOG && sourceY < targetY) {
    return `M${sourceX},${sourceY}L${targetX},${targetY}`;
  }
  if (right && Math.abs(sourceY - targetY) <= JOG && sourceX < targetX) {
    return `M${sourceX},${sourceY}L${targetX},${targetY}`;
  }
  return null;
}

/** A way back to an earlier step of a cadence that runs down goes around what lies between. */
function backPath(ends: Ends): string | null {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = ends;
  const down = sourcePosition === Position.Bottom && targetPosition === Position.Top;
  if (!down || targetY > sourceY) return null;
  const around = Math.max(sourceX, targetX) + AROUND;
  return rounded([
    [sourceX, sourceY],
    [sourceX, sourceY + OFFSET],
    [around, sourceY + OFFSET],
    [around, targetY - OFFSET],
    [targetX, targetY - OFFSET],
    [targetX, targetY]
  ]);
}

type Point = readonly [x: number, y: number];

/** Straight runs along the axes, their corners rounded. */
function rounded(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${x},${y}`;
      if (!after) return `L${x},${y}`;
      const [fromX, fromY] = towards([x, y], before);
      const [toX, toY] = towards([x, y], after);
      return `L${fromX},${fromY}Q${x},${y} ${toX},${toY}`;
    })
    .join('');
}

/** The point a corner's radius away from it, or half the run where that is shorter. */
function towards([x, y]: Point, [otherX, otherY]: Point): Point {
  const step = (distance: number) => Math.sign(distance) * Math.min(RADIUS, Math.abs(distance) / 2);
  return [x + step(otherX - x), y + step(otherY - y)];
}

function labelPlace({
  sourceX,
  sourceY,
  targetX,
  targetY,
  sourcePosition
}: Ends): Pick<EdgePath, 'labelX' | 'labelY'> {
  if (sourcePosition === Position.Top) return { labelX: sourceX, labelY: sourceY - LABEL_OFFSET };
  if (sourcePosition === Position.Bottom) {
    return { labelX: sourceX, labelY: sourceY + LABEL_OFFSET };
  }
  const direction = sourcePosition === Position.Right ? 1 : -1;
  const away = (targetX - sourceX) * direction > 0;
  const below = targetY - sourceY > 2 * LABEL_OFFSET;
  if (away && below) return { labelX: targetX, labelY: sourceY + LABEL_OFFSET + RADIUS };
  return { labelX: sourceX + direction * 3 * LABEL_OFFSET, labelY: sourceY };
}
