import type { Frame } from '$lib/domain';
import { middleOf } from '../geometry';
import { child, textOf, type Element } from '../moddle';
import type { Boxes } from './collect';
import type { MadeStep } from './connect';
import { Ids } from './ids';

/** As many as a cadence can have. */
const MOST = 200;

/** The frames that were there, and those that groups of the file draw around steps. */
export function framesOf(
  groups: readonly Element[],
  steps: readonly MadeStep[],
  boxes: Boxes,
  before: readonly Frame[] | undefined
): readonly Frame[] | undefined {
  if (groups.length === 0) return before;
  const ids = new Ids();
  for (const { id } of before ?? []) ids.take(id);
  const drawn = groups.flatMap((group): Frame[] => {
    const box = boxes.get(group);
    if (!box) return [];
    const nodes = steps.flatMap(({ node, spot }) => {
      const middle = spot?.box && middleOf(spot.box);
      const inside =
        middle &&
        middle.x > box.x &&
        middle.x < box.x + box.width &&
        middle.y > box.y &&
        middle.y < box.y + box.height;
      return inside ? [node.id] : [];
    });
    const name = textOf(child(group, 'categoryValueRef'), 'value').trim();
    return nodes.length > 0 ? [{ id: ids.next(name || 'frame'), name, color: 'gray', nodes }] : [];
  });
  return [...(before ?? []), ...drawn].slice(0, MOST);
}
