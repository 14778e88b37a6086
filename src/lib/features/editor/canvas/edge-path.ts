import { getSmoothStepPath, type EdgeProps } from '@xyflow/svelte';

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
  switch (sourcePosition) {
    case 'left':
    case 'right': {
      const away = sourcePosition === 'right' ? targetX > sourceX : targetX < sourceX;
      const below = targetY - sourceY > 2 * LABEL_OFFSET;
      if (away && below) return { labelX: targetX, labelY: sourceY + LABEL_OFFSET + RADIUS };
      const direction = sourcePosition === 'right' ? 1 : -1;
      return { labelX: sourceX + direction * 3 * LABEL_OFFSET, labelY: sourceY };
    }
    case 'top':
      return { labelX: sourceX, labelY: sourceY - LABEL_OFFSET };
    case 'bottom':
      return { labelX: sourceX, labelY: sourceY + LABEL_OFFSET };
  }
}
