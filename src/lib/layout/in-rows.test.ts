import { describe, expect, it } from 'vitest';
import { blankCadenceFile, newNode } from '$lib/domain';
import { layInRows } from './in-rows';

describe('a layout in rows', () => {
  it.each(['down', 'right'] as const)(
    'LAY-8 runs %s, without overlaps, loops or not',
    (direction) => {
      const kinds = ['entry', 'action', 'action', 'exit', 'note'] as const;
      const nodes = kinds.map((kind, n) => newNode(kind, `n${n}`));
      const edges = [
        [0, 1],
        [0, 2],
        [1, 3],
        [3, 0]
      ].map(([from, to], n) => ({ id: `e${n}`, from: `n${from}`, port: `p${n}`, to: `n${to}` }));
      const { cadence } = blankCadenceFile({ id: '01hzzzzzzzzzzzzzzzzzzzzzzz', name: 'Rows' });
      const sizes = new Map(nodes.map(({ id }) => [id, { width: 200, height: 50 }]));
      const at = layInRows({ ...cadence, nodes, edges }, sizes, direction);
      const along = direction === 'down' ? 'y' : 'x';
      expect(Object.keys(at).sort()).toEqual(['n0', 'n1', 'n2', 'n3']);
      expect(at['n1']?.[along]).toBe(at['n2']?.[along]);
      expect(at['n3']?.[along]).toBeGreaterThan(at['n1']?.[along] ?? NaN);
      const places = Object.values(at);
      for (const [i, a] of places.entries()) {
        for (const b of places.slice(i + 1)) {
          expect(Math.abs(a.x - b.x) >= 200 || Math.abs(a.y - b.y) >= 50).toBe(true);
        }
      }
    }
  );
});
