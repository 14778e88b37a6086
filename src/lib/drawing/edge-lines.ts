import type { EdgeId, NodeId, Position } from '$lib/domain';
import type { Direction, Side } from '$lib/layout';
import { overlap, type Box } from './box';
import { roundedPath } from './edge-path';
import { placeLabels } from './labels';
import { Obstacles } from './routing/obstacles';
import { plainRoute, routeEdge, type Routed } from './routing/route-edge';
import { spread, type Laned } from './routing/lanes';
import { fitting } from './routing/stored';
import { sideOf, turned, turnedBoxes } from './routing/turn';
import type { Way } from './routing/way';

/** An edge that is to be drawn: its ends on the ports, and what is written on it. */
export interface LineEnds {
  readonly id: EdgeId;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly from: Position;
  readonly side: Side;
  readonly to: Position;
  /** Its label; empty for none. */
  readonly text: string;
  /** The corners that layout gave it, used while they fit. */
  readonly laid: readonly Position[] | undefined;
}

/** How an edge is drawn. */
export interface EdgeLine {
  readonly points: readonly Position[];
  /** The same as an SVG path with round corners. */
  readonly path: string;
  /** Room of its label; null without one. */
  readonly label: Box | null;
}

interface Known {
  readonly ends: LineEnds;
  readonly routed: Routed;
  readonly isLaid: boolean;
  /** Looked for in a hurry: not to be kept. */
  readonly isRough: boolean;
}

/**
 * Draws edges around steps, apart from each other, with their labels. It remembers its routes:
 * only those are looked for again that something changed near by. The lines are the same with and
 * without that memory.
 */
export class EdgeDrawer {
  readonly #direction: Direction;
  #known = new Map<EdgeId, Known>();
  #boxes: ReadonlyMap<NodeId, Box> = new Map();
  #lines: ReadonlyMap<EdgeId, EdgeLine> = new Map();
  /** The edges whose lines are settled; null while there are none. */
  #settled: readonly LineEnds[] | null = null;

  constructor(direction: Direction) {
    this.#direction = direction;
  }

  /** All edges as they are to be seen; one drawn as before is the same object. */
  draw(
    edges: readonly LineEnds[],
    drawnBoxes: ReadonlyMap<NodeId, Box>
  ): ReadonlyMap<EdgeId, EdgeLine> {
    const { known, obstacles, isNew } = this.#remember(edges, drawnBoxes, false);
    if (!isNew && this.#settled && sameTexts(this.#settled, edges)) return this.#lines;
    this.#settled = edges;
    const routes = spread(
      edges.map((ends) => lanedOf(ends, known.get(ends.id))),
      obstacles
    );
    this.#lines = this.#finished(edges, routes, this.#upright(obstacles, drawnBoxes));
    return this.#lines;
  }

  /** While steps are being moved: only edges that have to give way are drawn anew, each for itself. */
  sketch(
    edges: readonly LineEnds[],
    drawnBoxes: ReadonlyMap<NodeId, Box>
  ): ReadonlyMap<EdgeId, EdgeLine> {
    const before = this.#known;
    const { known, obstacles } = this.#remember(edges, drawnBoxes, true);
    this.#settled = null;
    const fresh = edges.filter(
      ({ id }) => known.get(id) !== before.get(id) || !this.#lines.has(id)
    );
    const routes = new Map(fresh.map(({ id }) => [id, known.get(id)?.routed.points ?? []]));
    const drawn = this.#finished(fresh, routes, this.#upright(obstacles, drawnBoxes));
    this.#lines = new Map(
      edges.flatMap(({ id }) => {
        const line = drawn.get(id) ?? this.#lines.get(id);
        return line ? [[id, line] as const] : [];
      })
    );
    return this.#lines;
  }

  /** The steps as labels see them, which are not turned with the cadence. */
  #upright(obstacles: Obstacles, boxes: ReadonlyMap<NodeId, Box>): Obstacles {
    return this.#direction === 'down' ? obstacles : new Obstacles(boxes);
  }

  #remember(edges: readonly LineEnds[], drawnBoxes: ReadonlyMap<NodeId, Box>, isRough: boolean) {
    const boxes = turnedBoxes(drawnBoxes, this.#direction);
    const obstacles = new Obstacles(boxes);
    const changes = changedRooms(this.#boxes, boxes);
    const known = new Map(
      edges.map((ends) => {
        const before = this.#known.get(ends.id);
        const holds =
          before &&
          (isRough || !before.isRough) &&
          sameEnds(before.ends, ends) &&
          !changes.some((room) => overlap(room, before.routed.reach));
        return [ends.id, holds ? before : this.#route(ends, obstacles, isRough)] as const;
      })
    );
    const isNew =
      changes.length > 0 ||
      known.size !== this.#known.size ||
      edges.some(({ id }) => known.get(id) !== this.#known.get(id));
    this.#known = known;
    this.#boxes = boxes;
    return { known, obstacles, isNew };
  }

  #route(ends: LineEnds, obstacles: Obstacles, isRough: boolean): Known {
    const turn = this.#direction === 'right' ? turned : (at: Position) => at;
    const way = wayOf(ends, this.#direction);
    const laid = ends.laid && fitting(ends.laid.map(turn), way, obstacles);
    if (laid) {
      return { ends, routed: { points: laid, reach: roomOf(laid) }, isLaid: true, isRough: false };
    }
    return { ends, routed: routeEdge(way, obstacles, isRough), isLaid: false, isRough };
  }

  #finished(
    edges: readonly LineEnds[],
    routes: ReadonlyMap<EdgeId, readonly Position[]>,
    steps: Obstacles
  ): ReadonlyMap<EdgeId, EdgeLine> {
    const turn = this.#direction === 'right' ? turned : (at: Position) => at;
    const drawn = edges.map(({ id, text }) => ({
      id,
      text,
      points: (routes.get(id) ?? []).map(turn)
    }));
    const labels = placeLabels(drawn, steps);
    return new Map(
      drawn.map(({ id, points }) => {
        const label = labels.get(id) ?? null;
        const old = this.#lines.get(id);
        if (old && sameBox(old.label, label) && samePoints(old.points, points)) return [id, old];
        return [id, { points, path: roundedPath(points), label }];
      })
    );
  }
}

/** The line of an edge whose ends are on the move: over two corners, whatever lies there, without a label. */
export function looseLine(ends: LineEnds, direction: Direction): EdgeLine {
  const turn = direction === 'right' ? turned : (at: Position) => at;
  const points = plainRoute(wayOf(ends, direction)).map(turn);
  return { points, path: roundedPath(points), label: null };
}

function wayOf({ source, target, from, to, side }: LineEnds, direction: Direction): Way {
  const turn = direction === 'right' ? turned : (at: Position) => at;
  return { source, target, from: turn(from), to: turn(to), side: sideOf(side, direction) };
}

function lanedOf({ id, source, target }: LineEnds, known: Known | undefined): Laned {
  const { routed, isLaid = false } = known ?? {};
  return { id, source, target, points: routed?.points ?? [], isFixed: isLaid };
}

/** The rooms of boxes that came, went or changed, before and after. */
function changedRooms(
  before: ReadonlyMap<NodeId, Box>,
  after: ReadonlyMap<NodeId, Box>
): readonly Box[] {
  const rooms: Box[] = [];
  for (const [id, box] of after) {
    const old = before.get(id);
    if (old && sameBox(old, box)) continue;
    rooms.push(box, ...(old ? [old] : []));
  }
  for (const [id, old] of before) if (!after.has(id)) rooms.push(old);
  return rooms;
}

function roomOf(points: readonly Position[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs) - 1, Math.min(...ys) - 1];
  return { x, y, width: Math.max(...xs) + 1 - x, height: Math.max(...ys) + 1 - y };
}

function sameTexts(a: readonly LineEnds[], b: readonly LineEnds[]): boolean {
  return (
    a.length === b.length && a.every(({ id, text }, i) => b[i]?.id === id && b[i].text === text)
  );
}

function sameEnds(a: LineEnds, b: LineEnds): boolean {
  return (
    a.laid === b.laid &&
    a.source === b.source &&
    a.target === b.target &&
    a.side === b.side &&
    sameAt(a.from, b.from) &&
    sameAt(a.to, b.to)
  );
}

function sameAt(a: Position | undefined, b: Position | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}

function samePoints(a: readonly Position[], b: readonly Position[]): boolean {
  return a.length === b.length && a.every((at, i) => sameAt(at, b[i]));
}

function sameBox(a: Box | null, b: Box | null): boolean {
  return a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height;
}
