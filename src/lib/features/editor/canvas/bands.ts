import type { CadenceFile, NodeId, StageNode } from '$lib/domain';
import type { Direction, Size } from '$lib/layout';

/** Where a stage begins, across the whole drawing: a line as quiet as a ruler. */
export interface Band {
  readonly stage: StageNode;
  /** Along the flow (y when the cadence runs down, x when it runs right). */
  readonly at: number;
  /** Across the flow. */
  readonly from: number;
  readonly length: number;
}

const BEFORE = 22;
/** So far beyond the drawing that the line crosses the screen. */
const MARGIN = 3000;

/** One band per stage node, spanning all nodes that have a place. */
export function bandsOf(
  { cadence, layout }: Pick<CadenceFile, 'cadence' | 'layout'>,
  sizes: ReadonlyMap<NodeId, Size>,
  direction: Direction
): readonly Band[] {
  const across = cadence.nodes.flatMap((node) => {
    const position = layout.positions[node.id];
    const size = sizes.get(node.id);
    if (!position || !size) return [];
    return direction === 'down'
      ? [{ low: position.x, high: position.x + size.width }]
      : [{ low: position.y, high: position.y + size.height }];
  });
  if (across.length === 0) return [];
  const low = Math.min(...across.map((span) => span.low)) - MARGIN;
  const high = Math.max(...across.map((span) => span.high)) + MARGIN;
  return cadence.nodes.flatMap((node) => {
    const position = layout.positions[node.id];
    if (node.kind !== 'stage' || !position) return [];
    const start = direction === 'down' ? position.y : position.x;
    return [{ stage: node, at: start - BEFORE, from: low, length: high - low }];
  });
}
