import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './box';
import { EdgeDrawer, type EdgeLine, type LineEnds } from './edge-lines';
import { spread, type Laned } from './routing/lanes';
import { Obstacles } from './routing/obstacles';

const SIZE = { width: 200, height: 50 };

/** An edge from each step to the next and one from the first to the last, for steps at these places. */
function scene(places: readonly { x: number; y: number }[]) {
  const boxes = new Map(places.map((at, i): [string, Box] => [`n${i}`, { ...at, ...SIZE }]));
  const ends = (from: number, to: number): LineEnds => {
    const [a, b] = [places[from] ?? { x: 0, y: 0 }, places[to] ?? { x: 0, y: 0 }];
    return {
      id: `${from}-${to}`,
      source: `n${from}`,
      target: `n${to}`,
      from: { x: a.x + 100, y: a.y + 50 },
      side: 'bottom',
      to: { x: b.x + 100, y: b.y },
      text: `Way ${from}`,
      laid: undefined
    };
  };
  const edges = places.slice(1).map((_, i) => ends(i, i + 1));
  return { boxes, edges: [...edges, ends(0, places.length - 1)] };
}

const place = fc.record({
  x: fc.integer({ min: 0, max: 1200 }),
  y: fc.integer({ min: 0, max: 1200 })
});

describe('the drawer of edges', () => {
  it('DRAW-3 draws the same with and without a memory of what was before', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 3, maxLength: 10 }),
        place,
        fc.nat(9),
        (places, to, which) => {
          const before = scene(places);
          const after = scene(places.with(which % places.length, to));
          const drawer = new EdgeDrawer('down');
          drawer.draw(before.edges, before.boxes);
          drawer.sketch(after.edges, after.boxes);
          const lines = drawer.draw(after.edges, after.boxes);
          const fresh = new EdgeDrawer('down').draw(after.edges, after.boxes);
          expect([...lines]).toEqual([...fresh]);
        }
      ),
      { seed: 20260209, numRuns: 100 }
    );
  });

  it('DRAW-3 an edge drawn as before is the same object, also while a step is moved', () => {
    const places = [0, 1, 2, 3].map((n) => ({ x: 0, y: n * 200 }));
    const { boxes, edges } = scene(places);
    const drawer = new EdgeDrawer('down');
    const before: ReadonlyMap<string, EdgeLine> = drawer.draw(edges, boxes);
    const moved = scene(places.with(3, { x: 30, y: 600 }));
    const sketched = drawer.sketch(moved.edges, moved.boxes);
    expect(sketched.get('0-1')).toBe(before.get('0-1'));
    expect(sketched.get('2-3')).not.toBe(before.get('2-3'));
    expect(drawer.draw(moved.edges, moved.boxes).get('0-1')).toBe(before.get('0-1'));
  });
});

describe('lanes', () => {
  const line = (id: string, source: string, target: string, x: number): Laned => ({
    id,
    source,
    target,
    isFixed: false,
    points: [
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x, y: 20 },
      { x, y: 200 },
      { x: 40, y: 200 },
      { x: 40, y: 240 }
    ]
  });
  const none = new Obstacles(new Map());
  const column = (points: readonly { x: number; y: number }[] | undefined) => points?.[2]?.x;

  it('DRAW-9 keeps lines apart that would lie on each other', () => {
    const apart = spread([line('one', 'a', 'x', 100), line('two', 'b', 'y', 101)], none);
    expect(column(apart.get('one'))).toBe(100);
    expect(Math.abs((column(apart.get('two')) ?? 100) - 100)).toBeGreaterThan(6);
  });

  it('DRAW-9 keeps two ways from one step to the same other one apart', () => {
    const apart = spread([line('one', 'a', 'x', 100), line('two', 'a', 'x', 100)], none);
    expect(column(apart.get('two'))).not.toBe(100);
  });

  it('DRAW-9 lets lines from different steps to one run together', () => {
    const together = spread([line('one', 'a', 'x', 100), line('two', 'b', 'x', 100)], none);
    expect(column(together.get('two'))).toBe(100);
  });

  it('DRAW-9 leaves what layout laid where it is, and a line that finds no lane', () => {
    const laid = { ...line('laid', 'b', 'y', 100), isFixed: true };
    const apart = spread([line('one', 'a', 'x', 100), laid], none);
    expect(apart.get('laid')).toBe(laid.points);
    expect(column(apart.get('one'))).not.toBe(100);
    const walls = new Map([
      ['l', { x: 0, y: 60, width: 97, height: 80 }],
      ['r', { x: 103, y: 60, width: 97, height: 80 }]
    ]);
    const stuck = spread([laid, line('one', 'a', 'x', 100)], new Obstacles(walls));
    expect(column(stuck.get('one'))).toBe(100);
  });
});
