import type { EdgeId, Position } from '$lib/domain';
import { grown, overlap, runsThrough, type Box } from './box';
import type { Obstacles } from './routing/obstacles';
import { Shelf } from './shelf';

/** What is to be written on an edge, and where that may be. */
export interface Labeled {
  readonly id: EdgeId;
  readonly points: readonly Position[];
  /** Empty: nothing is written. */
  readonly text: string;
}

const HEIGHT = 19;
const LETTER = 6.1;
const FRAME = 18;
const MOST_WIDTH = 180;
/** Between a label and what it must not cover. */
const AIR = 3;
/** The first place tried, from the port; then one after the other. */
const FIRST = 20;
const STEP = 10;
const MOST_TRIED = 60;
/** What it costs, in canvas units from the port, to cover… */
const COVER = { step: 4000, label: 4000, line: 60 } as const;

/** Room that a label takes. */
function labelSize(text: string): { readonly width: number; readonly height: number } {
  return { width: Math.min(MOST_WIDTH, Math.ceil(text.length * LETTER) + FRAME), height: HEIGHT };
}

/** So many times those that found no free place may choose before the others. */
const ROUNDS = 3;

/**
 * Where labels go: on their own edge, as near to its start as they cover no step, no other label
 * and, if it can be, no other line. Those that come first choose first, unless that leaves others
 * without a place.
 */
export function placeLabels(edges: readonly Labeled[], steps: Obstacles): ReadonlyMap<EdgeId, Box> {
  const lines = new Shelf<Line>();
  for (const { id, points } of edges) {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      if (a && b) lines.add({ id, a, b }, spanOf(a, b));
    }
  }
  let order = edges.filter(({ text }) => text !== '');
  let round = placeInOrder(order, steps, lines);
  for (let n = 1; n < ROUNDS && round.covering.size > 0; n++) {
    const { covering } = round;
    const [first, then] = [true, false].map((wanted) =>
      order.filter(({ id }) => covering.has(id) === wanted)
    );
    order = [...(first ?? []), ...(then ?? [])];
    const next = placeInOrder(order, steps, lines);
    if (next.covering.size >= covering.size) break;
    round = next;
  }
  return round.placed;
}

interface Line {
  readonly id: EdgeId;
  readonly a: Position;
  readonly b: Position;
}

/** The labels' places, and which of them cover something. */
function placeInOrder(edges: readonly Labeled[], steps: Obstacles, lines: Shelf<Line>) {
  const placed = new Map<EdgeId, Box>();
  const covering = new Set<EdgeId>();
  const labels = new Shelf<Box>();
  for (const { id, points, text } of edges) {
    const size = labelSize(text);
    let best: { readonly box: Box; readonly cost: number } | null = null;
    for (const { at, distance } of places(points, size.width)) {
      if (best && distance >= best.cost) break;
      const box = { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size };
      const cost = distance + coverage(box, id);
      if (!best || cost < best.cost) best = { box, cost };
    }
    if (!best) continue;
    if (best.cost >= COVER.label) covering.add(id);
    placed.set(id, best.box);
    labels.add(best.box, best.box);
  }
  return { placed, covering };

  function coverage(box: Box, own: EdgeId): number {
    const wide = grown(box, AIR);
    let cost = 0;
    if (steps.meets(wide)) cost += COVER.step;
    for (const label of labels.near(wide)) if (overlap(label, wide)) cost += COVER.label;
    const crossed = new Set<EdgeId>();
    for (const line of lines.near(box)) {
      if (line.id !== own && runsThrough(box, line.a, line.b, 0)) crossed.add(line.id);
    }
    return cost + crossed.size * COVER.line;
  }
}

/** Points along the edge, from its start on, and how far they are from there. */
function* places(
  points: readonly Position[],
  width: number
): Generator<{ readonly at: Position; readonly distance: number }> {
  let gone = 0;
  let next = FIRST;
  let tried = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    // On a run that is level a label begins at the port, so its middle lies half its width on.
    if (i === 1 && a.y === b.y) next = Math.min(width / 2 + 8, Math.max(FIRST, length - 8));
    while (next <= gone + length && tried < MOST_TRIED) {
      const share = length === 0 ? 0 : (next - gone) / length;
      yield { at: { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }, distance: next };
      next += STEP;
      tried += 1;
    }
    gone += length;
  }
  if (tried > 0) return;
  const [a, b] = [points[0], points.at(-1)];
  if (a && b) yield { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, distance: gone / 2 };
}

function spanOf(a: Position, b: Position): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}
