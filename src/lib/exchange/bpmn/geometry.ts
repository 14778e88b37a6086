import type { CadenceFile, CadenceNode, NodeId, Position } from '$lib/domain';
import { sizesOf } from '$lib/drawing';
import type { Size } from '$lib/layout';
import { elementTypeOf, isSmall } from './kinds';

export interface Box extends Position, Size {}

export const EVENT = 36;
const GATEWAY = 50;
const GAP = 60;

/** The size BPMN draws an element of ours with; its middle stays where it is on our canvas. */
function sizeIn(type: string, own: Size): Size {
  if (!isSmall(type)) return own;
  const side = type.endsWith('Gateway') ? GATEWAY : EVENT;
  return { width: side, height: side };
}

/** Where an element is drawn for a step that stands at `at` and is `own` large. */
export function boxOf(node: CadenceNode, at: Position, own: Size): Box {
  const size = sizeIn(elementTypeOf(node), own);
  return { ...aroundMiddle(middleOf({ ...at, ...own }), size), ...size };
}

export function middleOf({ x, y, width, height }: Box): Position {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The corner of something of that size around a point. */
export function aroundMiddle({ x, y }: Position, { width, height }: Size): Position {
  return { x: x - width / 2, y: y - height / 2 };
}

/** The file with a place for every step: those that have none stand in a row below the others. */
export function placed<F extends Pick<CadenceFile, 'cadence' | 'layout'>>(file: F): F {
  const { cadence, layout } = file;
  const sizes = sizesOf(cadence, layout.direction ?? 'down');
  const boxes = cadence.nodes.flatMap(({ id }): Box[] => {
    const [at, size] = [layout.positions[id], sizes.get(id)];
    return at && size ? [{ x: at.x, y: at.y, ...size }] : [];
  });
  let x = boxes.reduce((low, box) => Math.min(low, box.x), 0);
  const y = boxes.reduce((low, box) => Math.max(low, box.y + box.height + GAP), 0);
  const positions = { ...layout.positions };
  for (const { id } of cadence.nodes) {
    if (positions[id]) continue;
    positions[id] = { x, y };
    x += (sizes.get(id)?.width ?? 0) + GAP;
  }
  return { ...file, layout: { ...layout, positions } };
}

/** All steps as BPMN draws them. */
export function boxesOf({ cadence, layout }: Pick<CadenceFile, 'cadence' | 'layout'>) {
  const sizes = sizesOf(cadence, layout.direction ?? 'down');
  return new Map(
    cadence.nodes.flatMap((node): [NodeId, Box][] => {
      const [at, size] = [layout.positions[node.id], sizes.get(node.id)];
      return at && size ? [[node.id, boxOf(node, at, size)]] : [];
    })
  );
}

/** The smallest box around all. */
export function around(boxes: readonly Box[], padding: number): Box | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  const edges = rest.reduce(
    (all, box) => ({
      left: Math.min(all.left, box.x),
      top: Math.min(all.top, box.y),
      right: Math.max(all.right, box.x + box.width),
      bottom: Math.max(all.bottom, box.y + box.height)
    }),
    { left: first.x, top: first.y, right: first.x + first.width, bottom: first.y + first.height }
  );
  return {
    x: edges.left - padding,
    y: edges.top - padding,
    width: edges.right - edges.left + 2 * padding,
    height: edges.bottom - edges.top + 2 * padding
  };
}
