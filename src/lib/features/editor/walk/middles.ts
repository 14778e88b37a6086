import type { CadenceFile, NodeId, Position } from '$lib/domain';
import { sizesOf } from '$lib/drawing';

/** The middle of every step that has a place on the drawing. */
export function middlesOf({ cadence, layout }: CadenceFile): ReadonlyMap<NodeId, Position> {
  const sizes = sizesOf(cadence, layout.direction ?? 'down');
  return new Map(
    cadence.nodes.flatMap(({ id }) => {
      const place = layout.positions[id];
      const size = sizes.get(id);
      if (!place || !size) return [];
      return [[id, { x: place.x + size.width / 2, y: place.y + size.height / 2 }] as const];
    })
  );
}
