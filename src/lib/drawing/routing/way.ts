import type { NodeId, Position } from '$lib/domain';

/**
 * From where to where an edge is to lead, in a cadence that runs down: it leaves its step at the
 * bottom or at a side, and comes in at the top. (One that runs right is turned before and after.)
 */
export interface Way {
  readonly source: NodeId;
  readonly target: NodeId;
  readonly from: Position;
  readonly side: 'bottom' | 'left' | 'right';
  readonly to: Position;
}

/** How far a line runs straight out of a port, and into a step. */
export const STUB = 22;
/** As near as a line comes to a step that it has nothing to do with. */
export const CLEAR = 12;
/** As near to its own steps, beyond the runs out of and into them. */
const OWN_CLEAR = 4;
/** What a corner costs, in canvas units of length. */
export const BEND = 36;
/** Ends that all but face each other, as whole units leave them, are joined without a jog. */
export const JOG = 2;

/** How near a run of the route may come to a box. The first and the last may touch their own step. */
export function marginOf({ source, target }: Way, isFirst: boolean, isLast: boolean) {
  return (id: NodeId): number => {
    if (id === source) return isFirst ? 0 : OWN_CLEAR;
    if (id === target) return isLast ? 0 : OWN_CLEAR;
    return CLEAR;
  };
}

/** Length, and something for every corner. */
export function costOf(points: readonly Position[]): number {
  let cost = BEND * (points.length - 2);
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a && b) cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
  return cost;
}

/** Without points that say nothing: twice the same, and those in the middle of a straight run. */
export function simplified(points: readonly Position[]): readonly Position[] {
  const kept: Position[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const onward =
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (onward) kept.pop();
    kept.push(point);
  }
  return kept;
}
