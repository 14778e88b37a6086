import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned, distributed, type Alignment, type Box } from './arrange';

const box = (id: string, x: number, y: number, width = 100, height = 40): Box => ({
  id,
  x,
  y,
  width,
  height
});

const THREE = [box('a', 0, 0), box('b', 30, 200, 60), box('c', 300, 90, 80, 20)];

describe('aligning', () => {
  it.each<[Alignment, Record<string, { x: number; y: number }>]>([
    ['left', { b: { x: 0, y: 200 }, c: { x: 0, y: 90 } }],
    ['center', { a: { x: 140, y: 0 }, b: { x: 160, y: 200 }, c: { x: 150, y: 90 } }],
    ['right', { a: { x: 280, y: 0 }, b: { x: 320, y: 200 } }],
    ['top', { b: { x: 30, y: 0 }, c: { x: 300, y: 0 } }],
    ['middle', { a: { x: 0, y: 100 }, b: { x: 30, y: 100 }, c: { x: 300, y: 110 } }],
    ['bottom', { a: { x: 0, y: 200 }, c: { x: 300, y: 220 } }]
  ])('ED-38 %s moves what is elsewhere, and nothing else', (how, places) => {
    expect(aligned(THREE, how)).toEqual(places);
  });

  it('ED-38 what is aligned stays where it is', () => {
    const row = [box('a', 5, 0), box('b', 5, 100)];
    expect(aligned(row, 'left')).toEqual({});
  });
});

describe('distributing', () => {
  it('ED-39 makes the gaps equal, in the order they lie in', () => {
    expect(distributed(THREE, 'horizontally')).toEqual({ b: { x: 170, y: 200 } });
    expect(distributed(THREE, 'vertically')).toEqual({ c: { x: 300, y: 110 } });
    expect(distributed(THREE.slice(1), 'vertically')).toEqual({});
  });

  it('ED-39 the first and the last stay, and gaps differ by rounding only', () => {
    const boxes = fc
      .array(
        fc.record({
          x: fc.integer({ min: -500, max: 500 }),
          width: fc.integer({ min: 1, max: 90 })
        }),
        {
          minLength: 3,
          maxLength: 9
        }
      )
      .map((list) => list.map(({ x, width }, at) => box(`n${at}`, x, 0, width)));
    fc.assert(
      fc.property(boxes, (given) => {
        const places = distributed(given, 'horizontally');
        const row = [...given]
          .sort((a, b) => a.x + a.width / 2 - b.x - b.width / 2)
          .map((each) => ({ ...each, ...places[each.id] }));
        const gaps = row
          .slice(1)
          .map((each, at) => each.x - (row[at]?.x ?? 0) - (row[at]?.width ?? 0));
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1.01);
        for (const [id, { x, y }] of Object.entries(places)) {
          expect([Number.isInteger(x), y, given.some((each) => each.id === id)]).toEqual([
            true,
            0,
            true
          ]);
        }
      }),
      { seed: 39, numRuns: 200 }
    );
  });
});
