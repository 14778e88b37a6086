import type { NodeId, Position } from '$lib/domain';
import type { Box } from '../box';
import { Heap } from './heap';
import { BEND, simplified } from './way';

/** Where a search begins and ends, and what is in its way. */
export interface Maze {
  readonly from: Position;
  readonly to: Position;
  /** Directions in which it may leave: 0 right, 1 down, 2 left, 3 up. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly boxes: readonly (readonly [NodeId, Box])[];
  /** Lines keep so far from every box, by id. */
  readonly margin: (id: NodeId) => number;
  /** From a box to the lines beside it; not nearer than its margin. */
  readonly beside: (id: NodeId) => number;
}

/** More crossings of lines than are gone through for one edge. */
const MOST_CROSSINGS = 160_000;
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1]
] as const;

/**
 * The cheapest route (length, and something for every corner) along the lines beside the boxes;
 * null when there is none, or the maze is too large.
 */
export function searchRoute(maze: Maze): readonly Position[] | null {
  const { from, to } = maze;
  const xs = linesOf(maze, 'x', 'width');
  const ys = linesOf(maze, 'y', 'height');
  const columns = xs.length;
  if (columns * ys.length > MOST_CROSSINGS) return null;
  const blocked = wallsOf(maze, xs, ys);
  const at = (x: number, y: number) => ys.indexOf(y) * columns + xs.indexOf(x);
  const [start, goal] = [at(from.x, from.y), at(to.x, to.y)];
  const costs = new Float64Array(columns * ys.length * 4).fill(Infinity);
  const came = new Int32Array(columns * ys.length * 4).fill(-1);
  const heap = new Heap();
  const ahead = (crossing: number) =>
    Math.abs((xs[crossing % columns] ?? 0) - to.x) +
    Math.abs((ys[Math.floor(crossing / columns)] ?? 0) - to.y);
  for (const direction of maze.first) {
    costs[start * 4 + direction] = 0;
    heap.push(start * 4 + direction, ahead(start));
  }
  for (let state = heap.pop(); state !== -1; state = heap.pop()) {
    const crossing = state >> 2;
    const facing = state & 3;
    if (crossing === goal && maze.last.includes(facing)) return traced(state, came, xs, ys);
    const cost = costs[state] ?? 0;
    for (let direction = 0; direction < 4; direction++) {
      if (direction === (facing ^ 2)) continue;
      // It leaves the way it faces, so that no corner lies in the port.
      if (crossing === start && direction !== facing) continue;
      const next = stepFrom(crossing, direction, columns, ys.length, blocked);
      if (next === -1) continue;
      const length = Math.abs(ahead2(crossing, next, xs, ys, columns));
      const total = cost + length + (direction === facing ? 0 : BEND);
      const to4 = next * 4 + direction;
      if (total >= (costs[to4] ?? 0)) continue;
      costs[to4] = total;
      came[to4] = state;
      heap.push(to4, total + ahead(next));
    }
  }
  return null;
}

function ahead2(
  a: number,
  b: number,
  xs: readonly number[],
  ys: readonly number[],
  columns: number
): number {
  return (
    Math.abs((xs[a % columns] ?? 0) - (xs[b % columns] ?? 0)) +
    Math.abs((ys[Math.floor(a / columns)] ?? 0) - (ys[Math.floor(b / columns)] ?? 0))
  );
}

/** The crossing one step on; -1 at the border and where a box is in the way. */
function stepFrom(
  crossing: number,
  direction: number,
  columns: number,
  rows: number,
  blocked: Uint8Array
): number {
  const [dx, dy] = STEPS[direction] ?? [0, 0];
  const x = (crossing % columns) + dx;
  const y = Math.floor(crossing / columns) + dy;
  if (x < 0 || y < 0 || x >= columns || y >= rows) return -1;
  const next = y * columns + x;
  const wall = dx !== 0 ? Math.min(crossing, next) * 2 : Math.min(crossing, next) * 2 + 1;
  return blocked[wall] ? -1 : next;
}

/** The lines beside all boxes and through both ends, in order. */
function linesOf(
  { from, to, boxes, beside }: Maze,
  axis: 'x' | 'y',
  extent: 'width' | 'height'
): readonly number[] {
  const lines = new Set([from[axis], to[axis]]);
  for (const [id, box] of boxes) {
    lines.add(box[axis] - beside(id));
    lines.add(box[axis] + box[extent] + beside(id));
  }
  return [...lines].sort((a, b) => a - b);
}

/** Which steps right of (even) and down from (odd) each crossing run through a box. */
function wallsOf(
  { boxes, margin }: Maze,
  xs: readonly number[],
  ys: readonly number[]
): Uint8Array {
  const columns = xs.length;
  const walls = new Uint8Array(columns * ys.length * 2);
  for (const [id, box] of boxes) {
    const by = margin(id);
    const [left, right] = [box.x - by, box.x + box.width + by];
    const [top, bottom] = [box.y - by, box.y + box.height + by];
    const firstX = after(xs, left);
    const firstY = after(ys, top);
    for (let y = firstY; y < ys.length && (ys[y] ?? 0) < bottom; y++) {
      for (let x = Math.max(0, firstX - 1); x < columns - 1 && (xs[x] ?? 0) < right; x++) {
        walls[(y * columns + x) * 2] = 1;
      }
    }
    for (let x = firstX; x < columns && (xs[x] ?? 0) < right; x++) {
      for (let y = Math.max(0, firstY - 1); y < ys.length - 1 && (ys[y] ?? 0) < bottom; y++) {
        walls[(y * columns + x) * 2 + 1] = 1;
      }
    }
  }
  return walls;
}

/** The first line beyond a place. */
function after(lines: readonly number[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function traced(
  state: number,
  came: Int32Array,
  xs: readonly number[],
  ys: readonly number[]
): readonly Position[] {
  const points: Position[] = [];
  for (let each = state; each !== -1; each = came[each] ?? -1) {
    const crossing = each >> 2;
    points.push({ x: xs[crossing % xs.length] ?? 0, y: ys[Math.floor(crossing / xs.length)] ?? 0 });
  }
  return simplified(points.reverse());
}
