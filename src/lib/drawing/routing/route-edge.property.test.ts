import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '$lib/domain';
import { overlap, runsThrough, type Box } from '../box';
import { Obstacles } from './obstacles';
import { routeEdge } from './route-edge';
import type { Way } from './way';

const RUNS = { seed: 20260208, numRuns: 300 };

const box = fc.record({
  x: fc.integer({ min: -600, max: 600 }),
  y: fc.integer({ min: -600, max: 600 }),
  width: fc.integer({ min: 20, max: 260 }),
  height: fc.integer({ min: 20, max: 90 })
});

/** Boxes at least a unit apart, the first two of which are to be connected. */
const scene = fc
  .tuple(
    fc.array(box, { minLength: 2, maxLength: 14 }),
    fc.constantFrom<Way['side']>('bottom', 'left', 'right')
  )
  .map(([all, side]) => {
    const boxes: Box[] = [];
    for (const each of all) {
      const wide = { ...each, width: each.width + 1, height: each.height + 1 };
      if (
        boxes.every(
          (other) => !overlap({ ...other, width: other.width + 1, height: other.height + 1 }, wide)
        )
      ) {
        boxes.push(each);
      }
    }
    return { boxes, side };
  })
  .filter(({ boxes }) => boxes.length > 1);

function wayIn({ boxes, side }: { boxes: readonly Box[]; side: Way['side'] }): Way {
  const [a, b] = boxes;
  if (!a || !b) throw new Error('nothing to connect');
  return {
    source: '0',
    target: '1',
    side,
    from: {
      x: side === 'left' ? a.x : side === 'right' ? a.x + a.width : a.x + a.width / 2,
      y: side === 'bottom' ? a.y + a.height : a.y + a.height / 2
    },
    to: { x: b.x + b.width / 2, y: b.y }
  };
}

function runsOf(points: readonly Position[]): readonly (readonly [Position, Position])[] {
  return points.slice(1).map((b, i) => [points[i] as Position, b]);
}

describe('the route of an edge', () => {
  it('DRAW-1 DRAW-2 ends at its ports, in straight runs, and leads through no step when a way exists', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const obstacles = new Obstacles(new Map(given.boxes.map((each, i) => [String(i), each])));
        const way = wayIn(given);
        const { points } = routeEdge(way, obstacles);
        expect(points[0]).toEqual(way.from);
        expect(points.at(-1)).toEqual(way.to);
        for (const [a, b] of runsOf(points)) {
          expect(Math.min(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeLessThanOrEqual(2);
          for (const each of given.boxes) {
            expect(runsThrough(each, a, b, 0), JSON.stringify([each, a, b])).toBe(false);
          }
        }
      }),
      RUNS
    );
  });

  it('DRAW-3 is the same whenever it is asked for, and in whatever order the steps are told', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const entries = given.boxes.map((each, i) => [String(i), each] as const);
        const way = wayIn(given);
        const { points } = routeEdge(way, new Obstacles(new Map(entries)));
        expect(routeEdge(way, new Obstacles(new Map(entries.toReversed()))).points).toEqual(points);
      }),
      RUNS
    );
  });

  it('DRAW-3 stays as it is while nothing within its reach changes', () => {
    fc.assert(
      fc.property(scene, box, (given, extra) => {
        const entries = given.boxes.map((each, i) => [String(i), each] as const);
        const way = wayIn(given);
        const { points, reach } = routeEdge(way, new Obstacles(new Map(entries)));
        fc.pre(!overlap(extra, reach));
        const more = new Map([...entries, ['extra', extra] as const]);
        expect(routeEdge(way, new Obstacles(more)).points).toEqual(points);
      }),
      RUNS
    );
  });

  it('DRAW-2 leads on where a step covers its port', () => {
    const covered: Box = { x: 0, y: 0, width: 100, height: 40 };
    const over: Box = { x: 30, y: 20, width: 60, height: 60 };
    const below: Box = { x: 0, y: 200, width: 100, height: 40 };
    const boxes = [covered, below, over];
    const obstacles = new Obstacles(new Map(boxes.map((each, i) => [String(i), each])));
    const way = wayIn({ boxes, side: 'bottom' });
    const { points } = routeEdge(way, obstacles);
    expect([points[0], points.at(-1)]).toEqual([way.from, way.to]);
  });
});
