import type { Position } from '$lib/domain';
import { boxAround, grown, type Box } from '../box';
import type { Obstacles } from './obstacles';
import { searchRoute } from './search';
import { isFree, simpleRoute } from './simple-route';
import { CLEAR, costOf, simplified, STUB, type Way } from './way';

export interface Routed {
  readonly points: readonly Position[];
  /** Nothing outside of it had a say: the route stays as it is while no box here changes. */
  readonly reach: Box;
}

/** How far around both ends is searched, and how near to boxes; less and less choosy. */
const ATTEMPTS = [
  { around: 240, margin: CLEAR, stub: STUB },
  { around: 1000, margin: CLEAR, stub: STUB },
  { around: 1000, margin: 5, stub: 8 },
  { around: 1000, margin: 0, stub: 0 },
  { around: Infinity, margin: 0, stub: 0 }
] as const;
const EVERYWHERE: Box = { x: -1e7, y: -1e7, width: 2e7, height: 2e7 };
/** A simple route up to this much longer than the ends are apart is not searched to be bettered. */
const DETOUR = { factor: 2, extra: 600 };

/** A route from port to port around all boxes; through them where there is no other way, or when in a hurry none is found near by. */
export function routeEdge(way: Way, obstacles: Obstacles, isRough = false): Routed {
  const seen: Position[] = [way.from, way.to];
  const simple = simpleRoute(way, obstacles, seen);
  const apart = Math.abs(way.from.x - way.to.x) + Math.abs(way.from.y - way.to.y);
  const looked = grown(boxAround(seen), CLEAR);
  if (simple && costOf(simple) <= DETOUR.factor * apart + DETOUR.extra) {
    return { points: simple, reach: looked };
  }
  if (isCovered(way, obstacles)) return { points: plainRoute(way), reach: looked };
  for (const attempt of isRough ? ATTEMPTS.slice(0, 1) : ATTEMPTS) {
    const region =
      attempt.around === Infinity
        ? EVERYWHERE
        : grown(boxAround([way.from, way.to]), attempt.around);
    const found = search(way, obstacles, region, attempt);
    const reach = boxAround([corner(region), farCorner(region), corner(looked), farCorner(looked)]);
    if (found && (!simple || costOf(found) < costOf(simple))) return { points: found, reach };
    if (simple) return { points: simple, reach };
  }
  return { points: plainRoute(way), reach: EVERYWHERE };
}

function search(
  way: Way,
  obstacles: Obstacles,
  region: Box,
  { margin, stub }: { margin: number; stub: number }
): readonly Position[] | null {
  const { from, to, side, source, target } = way;
  const out = { bottom: [0, 1], left: [-1, 0], right: [1, 0] }[side] as [number, number];
  const ahead = { bottom: 1, left: 2, right: 0 }[side];
  const own = (id: string) => id === source || id === target;
  const begin = { x: from.x + out[0] * stub, y: from.y + out[1] * stub };
  const end = { x: to.x, y: to.y - stub };
  const inner = searchRoute({
    from: begin,
    to: end,
    first: stub > 0 ? [ahead] : [0, 1, 2, 3],
    last: stub > 0 ? [1] : [0, 1, 2],
    boxes: obstacles.within(region),
    margin: (id) => (own(id) ? Math.min(margin, 4) : margin),
    beside: (id) => (margin === 0 ? 0 : own(id) ? stub : margin + 4)
  });
  if (!inner) return null;
  const route = simplified([from, ...inner, to]);
  const exact = margin < CLEAR;
  if (exact ? isOutside(route, obstacles) : isFree(route, way, obstacles, [])) return route;
  return null;
}

/** Whether the route touches no inside of any box. */
function isOutside(route: readonly Position[], obstacles: Obstacles): boolean {
  return route.every((b, i) => {
    const a = route[i - 1];
    return !a || !obstacles.hit(a, b, () => 0, 0);
  });
}

/** Whether a port lies under another step: nothing leads there without crossing it. */
function isCovered({ from, to }: Way, obstacles: Obstacles): boolean {
  return [from, to].some((port) => obstacles.hit(port, port, () => 0, 0) !== null);
}

/** Over two corners, whatever lies there. */
export function plainRoute({ from, to, side }: Way): readonly Position[] {
  if (side === 'bottom' && to.y > from.y) {
    const half = (from.y + to.y) / 2;
    return simplified([from, { x: from.x, y: half }, { x: to.x, y: half }, to]);
  }
  const y = side === 'bottom' ? from.y + STUB : from.y;
  const x =
    side === 'left'
      ? Math.min(from.x - STUB, to.x)
      : side === 'right'
        ? Math.max(from.x + STUB, to.x)
        : Math.max(from.x, to.x) + 7 * STUB;
  const above = to.y - STUB;
  return simplified([from, { x: from.x, y }, { x, y }, { x, y: above }, { x: to.x, y: above }, to]);
}

function corner({ x, y }: Box): Position {
  return { x, y };
}

function farCorner({ x, y, width, height }: Box): Position {
  return { x: x + width, y: y + height };
}
