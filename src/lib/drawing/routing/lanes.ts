import type { EdgeId, NodeId, Position } from '$lib/domain';
import { CLEAR } from './way';
import type { Obstacles } from './obstacles';

/** A route that may have to give way to those before it. */
export interface Laned {
  readonly id: EdgeId;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly points: readonly Position[];
  /** Laid by hand or by layout: others give way to it. */
  readonly isFixed: boolean;
}

interface Run {
  readonly edge: Laned;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** Nearer than this, two lines look like one. */
const APART = 6;
const LANE = 9;
const SHIFTS = [1, -1, 2, -2, 3, -3, 4, -4].map((lanes) => lanes * LANE);
const BUCKET = 32;

/**
 * Moves runs that lie on each other apart, each route giving way to those before it. Routes from
 * different steps to the same one may share a run: there they are one stream.
 */
export function spread(
  routes: readonly Laned[],
  obstacles: Obstacles
): ReadonlyMap<EdgeId, readonly Position[]> {
  const taken = new Runs();
  const spread = new Map<EdgeId, readonly Position[]>();
  const accept = (route: Laned, points: readonly Position[]) => {
    spread.set(route.id, points);
    for (let i = 1; i < points.length; i++) taken.add(route, points[i - 1], points[i]);
  };
  for (const route of routes) if (route.isFixed) accept(route, route.points);
  for (const route of routes) {
    if (route.isFixed) continue;
    let { points } = route;
    for (let i = 2; i < points.length - 1; i++) points = moved(points, i, route, taken, obstacles);
    accept(route, points);
  }
  return spread;
}

/** The points with the run that ends at `i` in a lane of its own, when there is one near by. */
function moved(
  points: readonly Position[],
  i: number,
  route: Laned,
  taken: Runs,
  obstacles: Obstacles
): readonly Position[] {
  const [before, a, b, after] = [points[i - 2], points[i - 1], points[i], points[i + 1]];
  if (!before || !a || !b || !after || !taken.meets(route, a, b)) return points;
  const isUpright = a.x === b.x;
  for (const shift of SHIFTS) {
    const [dx, dy] = isUpright ? [shift, 0] : [0, shift];
    const [a2, b2] = [
      { x: a.x + dx, y: a.y + dy },
      { x: b.x + dx, y: b.y + dy }
    ];
    // It must not turn back on the runs beside it, nor come near a step, nor meet yet another line.
    if (turns(before, a, a2) || turns(after, b, b2)) continue;
    if (taken.meets(route, a2, b2)) continue;
    if (obstacles.hit(a2, b2, () => CLEAR / 3, CLEAR)) continue;
    if (obstacles.hit(before, a2, beside(route), 0) || obstacles.hit(b2, after, beside(route), 0)) {
      continue;
    }
    return points.with(i - 1, a2).with(i, b2);
  }
  return points;
}

/** Whether moving `from` to `to` turns the run that begins at `end` round, or leaves next to nothing of it. */
function turns(end: Position, from: Position, to: Position): boolean {
  const before = from.x - end.x + from.y - end.y;
  const now = to.x - end.x + to.y - end.y;
  return Math.sign(before) !== Math.sign(now) || Math.abs(now) < 8;
}

function beside({ source, target }: Laned) {
  return (id: NodeId) => (id === source || id === target ? 0 : CLEAR / 3);
}

/** Runs of routes, found by where they lie. */
class Runs {
  readonly #buckets = new Map<string, Run[]>();

  add(edge: Laned, a: Position | undefined, b: Position | undefined): void {
    if (!a || !b) return;
    const [axis, at, low, high] = runOf(a, b);
    const key = `${axis}${Math.floor(at / BUCKET)}`;
    const there = this.#buckets.get(key);
    const run = { edge, at, low, high };
    if (there) there.push(run);
    else this.#buckets.set(key, [run]);
  }

  /** Whether the run would lie on one of another stream. */
  meets(edge: Laned, a: Position, b: Position): boolean {
    const [axis, at, low, high] = runOf(a, b);
    const first = Math.floor((at - APART) / BUCKET);
    const last = Math.floor((at + APART) / BUCKET);
    for (let bucket = first; bucket <= last; bucket++) {
      for (const run of this.#buckets.get(`${axis}${bucket}`) ?? []) {
        if (Math.abs(run.at - at) >= APART || run.high <= low || run.low >= high) continue;
        if (run.edge.target !== edge.target || run.edge.source === edge.source) return true;
      }
    }
    return false;
  }
}

function runOf(a: Position, b: Position): readonly ['x' | 'y', number, number, number] {
  return Math.abs(a.x - b.x) <= Math.abs(a.y - b.y)
    ? ['x', a.x, Math.min(a.y, b.y), Math.max(a.y, b.y)]
    : ['y', a.y, Math.min(a.x, b.x), Math.max(a.x, b.x)];
}
