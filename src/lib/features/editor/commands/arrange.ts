import type { NodeId, Position } from '$lib/domain';
import type { Size } from '$lib/layout';

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontally' | 'vertically';

/** A step as it lies in the drawing. */
export interface Box extends Position, Size {
  readonly id: NodeId;
}

type Places = Readonly<Record<NodeId, Position>>;

/** Places at which the boxes share an edge or a middle: that of the box around all of them. */
export function aligned(boxes: readonly Box[], how: Alignment): Places {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return changed(boxes, (box) => {
    switch (how) {
      case 'left':
        return { x: left, y: box.y };
      case 'center':
        return { x: (left + right - box.width) / 2, y: box.y };
      case 'right':
        return { x: right - box.width, y: box.y };
      case 'top':
        return { x: box.x, y: top };
      case 'middle':
        return { x: box.x, y: (top + bottom - box.height) / 2 };
      case 'bottom':
        return { x: box.x, y: bottom - box.height };
    }
  });
}

/** Places at which the gaps between neighbors are equal; the first and the last box stay. */
export function distributed(boxes: readonly Box[], axis: Axis): Places {
  const across = axis === 'horizontally';
  const start = (box: Box) => (across ? box.x : box.y);
  const length = (box: Box) => (across ? box.width : box.height);
  const row = [...boxes].sort((a, b) => start(a) + length(a) / 2 - start(b) - length(b) / 2);
  const [first] = row;
  const last = row.at(-1);
  if (!first || !last || row.length < 3) return {};
  const filled = row.reduce((sum, box) => sum + length(box), 0);
  const gap = (start(last) + length(last) - start(first) - filled) / (row.length - 1);
  const starts = new Map<NodeId, number>();
  let at = start(first);
  for (const box of row) {
    starts.set(box.id, at);
    at += length(box) + gap;
  }
  return changed(boxes, (box) => {
    const to = starts.get(box.id) ?? start(box);
    return across ? { x: to, y: box.y } : { x: box.x, y: to };
  });
}

/** Whole units, and only those that are elsewhere than before. */
function changed(boxes: readonly Box[], place: (box: Box) => Position): Places {
  return Object.fromEntries(
    boxes.flatMap((box) => {
      const { x, y } = place(box);
      const to = { x: Math.round(x), y: Math.round(y) };
      return to.x === box.x && to.y === box.y ? [] : [[box.id, to]];
    })
  );
}
