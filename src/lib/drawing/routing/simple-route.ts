import type { Position } from '$lib/domain';
import type { Obstacles } from './obstacles';
import { CLEAR, costOf, JOG, marginOf, simplified, STUB, type Way } from './way';

/** From one free corridor to the box beside it. */
const CORRIDOR = 24;
/** So many boxes beside each other are tried to be passed. */
const MOST_PASSED = 60;

/** The routes with few corners, cheapest first, that run into nothing; all that was looked at goes to `seen`. */
export function simpleRoute(
  way: Way,
  obstacles: Obstacles,
  seen: Position[]
): readonly Position[] | null {
  const direct = directRoutes(way).find((route) => isFree(route, way, obstacles, seen));
  if (direct) return direct;
  const around = corridors(way, obstacles, seen)
    .filter((route) => isFree(route, way, obstacles, seen))
    .map((route) => ({ route, cost: costOf(route) }))
    .sort((a, b) => a.cost - b.cost)[0];
  return around?.route ?? null;
}

/** Whether no run of the route comes too near to a box. */
export function isFree(
  route: readonly Position[],
  way: Way,
  obstacles: Obstacles,
  seen: Position[]
): boolean {
  seen.push(...route);
  for (let i = 1; i < route.length; i++) {
    const [a, b] = [route[i - 1], route[i]];
    const margin = marginOf(way, i === 1, i === route.length - 1);
    if (a && b && obstacles.hit(a, b, margin, CLEAR)) return false;
  }
  return true;
}

/** Straight, round one corner, or over two corners soon after it leaves, soon before it arrives or half-way. */
function directRoutes({ from, to, side }: Way): readonly (readonly Position[])[] {
  const ahead = to.y - from.y;
  if (side !== 'bottom') {
    const away = side === 'right' ? to.x - from.x : from.x - to.x;
    return away >= CLEAR && ahead >= CLEAR ? [[from, { x: to.x, y: from.y }, to]] : [];
  }
  if (Math.abs(to.x - from.x) <= JOG && ahead > 0) return [[from, to]];
  if (ahead < CLEAR) return [];
  const half = from.y + ahead / 2;
  const turns = ahead >= 2 * STUB ? [from.y + STUB, to.y - STUB, half] : [half];
  return turns.map((y) => [from, { x: from.x, y }, { x: to.x, y }, to]);
}

/** Out of the port, along a column with nothing in it, to above the target, and in. */
function corridors(way: Way, obstacles: Obstacles, seen: Position[]) {
  const { from, to, side } = way;
  const y = side === 'bottom' ? from.y + STUB : from.y;
  const above = to.y - STUB;
  const starts: readonly (readonly [x: number, step: 1 | -1])[] =
    side === 'bottom'
      ? [
          [from.x, 1],
          [from.x, -1],
          [to.x, 1],
          [to.x, -1]
        ]
      : side === 'right'
        ? [
            [from.x + STUB, 1],
            [Math.max(to.x, from.x + STUB), 1],
            [Math.max(to.x, from.x + STUB), -1]
          ]
        : [
            [from.x - STUB, -1],
            [Math.min(to.x, from.x - STUB), -1],
            [Math.min(to.x, from.x - STUB), 1]
          ];
  return starts.flatMap(([start, step]) => {
    const x = freeColumn(start, step, y, above, way, obstacles, seen);
    if (x === null || (side === 'right' && x < from.x) || (side === 'left' && x > from.x)) {
      return [];
    }
    return [
      simplified([from, { x: from.x, y }, { x, y }, { x, y: above }, { x: to.x, y: above }, to])
    ];
  });
}

/** The first place for a vertical line, from `start` on to one side; null when there are too many boxes. */
function freeColumn(
  start: number,
  step: 1 | -1,
  y: number,
  above: number,
  way: Way,
  obstacles: Obstacles,
  seen: Position[]
): number | null {
  const margin = marginOf(way, false, false);
  let x = start;
  for (let passed = 0; passed < MOST_PASSED; passed++) {
    seen.push({ x, y }, { x, y: above });
    const hit = obstacles.hit({ x, y }, { x, y: above }, margin, CLEAR);
    if (!hit) return x;
    x = step === 1 ? hit.x + hit.width + CORRIDOR : hit.x - CORRIDOR;
  }
  return null;
}
