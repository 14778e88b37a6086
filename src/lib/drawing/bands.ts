import type { NodeId, StageNode } from '$lib/domain';
import type { Direction } from '$lib/layout';
import { unionOf, type Box } from './box';

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

/** One band per stage that is drawn, `margin` beyond all boxes on both sides. */
export function bandsOf(
  stages: readonly StageNode[],
  boxes: ReadonlyMap<NodeId, Box>,
  direction: Direction,
  margin: number
): readonly Band[] {
  const all = unionOf([...boxes.values()]);
  if (!all || stages.length === 0) return [];
  const from = (direction === 'down' ? all.x : all.y) - margin;
  const length = (direction === 'down' ? all.width : all.height) + 2 * margin;
  return stages.flatMap((stage) => {
    const box = boxes.get(stage.id);
    if (!box) return [];
    return [{ stage, at: (direction === 'down' ? box.y : box.x) - BEFORE, from, length }];
  });
}
