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
/** From the source to the middle of the label. */
const LABEL_OFFSET = 22;

/** A line of straight runs with round corners, that turns soon after it leaves. */
export function edgePath(ends: Ends): EdgePath {
  const [path] = getSmoothStepPath({ ...ends, borderRadius: RADIUS, offset: 22 });
  return { path, ...labelPlace(ends) };
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
