import type { NodeId, Position } from '$lib/domain';

const DURATION = 200;

export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Moves nodes from their places to new ones, calling `place` once a frame; resolves at the end.
 * Not at all for those who asked for less motion.
 */
export async function glide(
  from: ReadonlyMap<NodeId, Position>,
  to: ReadonlyMap<NodeId, Position>,
  place: (positions: ReadonlyMap<NodeId, Position>) => void
): Promise<void> {
  if (prefersReducedMotion()) return place(to);
  const start = performance.now();
  for (let share = 0; share < 1;) {
    const now = await new Promise<number>(requestAnimationFrame);
    share = Math.min(1, Math.max(0, (now - start) / DURATION));
    place(between(from, to, 1 - (1 - share) ** 3));
  }
}

function between(
  from: ReadonlyMap<NodeId, Position>,
  to: ReadonlyMap<NodeId, Position>,
  share: number
): ReadonlyMap<NodeId, Position> {
  return new Map(
    [...to].map(([id, end]) => {
      const begin = from.get(id) ?? end;
      return [
        id,
        { x: begin.x + (end.x - begin.x) * share, y: begin.y + (end.y - begin.y) * share }
      ];
    })
  );
}
