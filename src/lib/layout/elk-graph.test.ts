import { describe, expect, it } from 'vitest';
import { blankCadenceFile, newNode, type Cadence, type CadenceNode } from '$lib/domain';
import { fromElk, toElk } from './elk-graph';
import type { Size } from './layout-service';

const CARD: Size = { width: 252, height: 56 };

/** Entry → call, which leads `done` to a wait and `interested` to an exit; a note beside it. */
function sample(): Cadence {
  const nodes: CadenceNode[] = [
    newNode('entry', 'start'),
    newNode('action', 'call', { routes: ['interested'] }),
    newNode('wait', 'gap'),
    newNode('exit', 'won'),
    newNode('note', 'memo')
  ];
  return {
    ...blankCadenceFile({ id: '01hzzzzzzzzzzzzzzzzzzzzzzz', name: 'Sample' }).cadence,
    nodes,
    edges: [
      { id: 'a', from: 'start', port: 'next', to: 'call' },
      { id: 'b', from: 'call', port: 'done', to: 'gap' },
      { id: 'c', from: 'call', port: 'interested', to: 'won' },
      { id: 'd', from: 'gap', port: 'next', to: 'won' }
    ]
  };
}

function sizes(cadence: Cadence): ReadonlyMap<string, Size> {
  return new Map(cadence.nodes.map((node) => [node.id, CARD]));
}

describe('toElk', () => {
  it('leaves notes out and keeps the order of nodes and edges', () => {
    const graph = toElk(sample(), sizes(sample()), 'down');
    expect(graph.children?.map((child) => child.id)).toEqual([
      'node:start',
      'node:call',
      'node:gap',
      'node:won'
    ]);
    expect(graph.edges?.map((edge) => edge.id)).toEqual(['edge:a', 'edge:b', 'edge:c', 'edge:d']);
    expect(graph.layoutOptions?.['elk.direction']).toBe('DOWN');
  });

  it('fixes ports where the canvas draws them: the main way below, others at the side', () => {
    const graph = toElk(sample(), sizes(sample()), 'down');
    const call = graph.children?.find((child) => child.id === 'node:call');
    expect(
      call?.ports?.map(({ id, x, y, layoutOptions }) => ({
        id,
        x,
        y,
        side: layoutOptions?.['elk.port.side']
      }))
    ).toEqual([
      { id: 'in:call', x: 126, y: 0, side: 'NORTH' },
      { id: 'out:call:done', x: 126, y: 56, side: 'SOUTH' },
      { id: 'out:call:interested', x: 252, y: 28, side: 'EAST' }
    ]);
    expect(call?.layoutOptions?.['elk.portConstraints']).toBe('FIXED_POS');
  });

  it('draws an edge from the node itself when its port is gone', () => {
    const cadence = sample();
    const broken = {
      ...cadence,
      edges: [{ id: 'x', from: 'call', port: 'no-such-port', to: 'gap' }]
    };
    expect(toElk(broken, sizes(broken), 'down').edges).toEqual([
      { id: 'edge:x', sources: ['node:call'], targets: ['in:gap'] }
    ]);
  });
});

/** `length` calls in a row, each of which may lead to the same end. */
function longRow(length: number): Cadence {
  const cadence = sample();
  const calls = Array.from({ length }, (_, n) =>
    newNode('action', `c${n}`, { routes: ['interested'] })
  );
  return {
    ...cadence,
    nodes: [newNode('entry', 'start'), ...calls, newNode('exit', 'won')],
    edges: [
      { id: 'first', from: 'start', port: 'next', to: 'c0' },
      ...calls
        .slice(1)
        .map(({ id }, n) => ({ id: `on-${id}`, from: `c${n}`, port: 'done', to: id })),
      ...calls.map(({ id }) => ({ id: `out-${id}`, from: id, port: 'interested', to: 'won' }))
    ]
  };
}

describe('a long cadence', () => {
  const laidOut = (cadence: Cadence) =>
    toElk(cadence, sizes(cadence), 'down').edges?.map(({ id }) => id) ?? [];

  it('LAY-4 is laid out by all its edges while they run past few rows', () => {
    expect(laidOut(longRow(15))).toHaveLength(30);
  });

  it('LAY-4 is laid out without the edges that run past most rows', () => {
    const edges = laidOut(longRow(300));
    expect(edges).toContain('edge:first');
    expect(edges.filter((id) => id.startsWith('edge:on-'))).toHaveLength(299);
    const out = edges.filter((id) => id.startsWith('edge:out-'));
    expect(out.length).toBeGreaterThan(10);
    expect(out.length).toBeLessThan(50);
    expect(out.at(-1)).toBe('edge:out-c299');
  });

  it('LAY-4 keeps an edge into every step, however long', () => {
    const cadence = longRow(900);
    const alone = { ...newNode('exit', 'far') };
    const far = { id: 'far', from: 'start', port: 'next', to: 'far' };
    const back = { id: 'back', from: 'c899', port: 'done', to: 'c0' };
    const edges = laidOut({
      ...cadence,
      nodes: [...cadence.nodes, alone],
      edges: [...cadence.edges, far, back]
    });
    expect(edges).toContain('edge:far');
    expect(edges).not.toContain('edge:back');
  });
});

describe('the order of steps', () => {
  it('LAY-3 side by side is that of the places they have', () => {
    const places = {
      start: { x: 50, y: 0 },
      call: { x: 900, y: 9 },
      gap: { x: 0, y: 0 },
      won: { x: 60, y: 0 }
    };
    const graph = toElk(sample(), sizes(sample()), 'down', places);
    expect(graph.children?.map(({ id }) => id)).toEqual([
      'node:gap',
      'node:start',
      'node:won',
      'node:call'
    ]);
    expect(graph.children?.[0]?.layoutOptions?.['elk.position']).toBe('(0,0)');
  });
});

describe('fromElk', () => {
  it('LAY-1 gives whole positions by node id and whole corners by edge id', () => {
    const section = { id: 's', startPoint: { x: 0.4, y: 1 }, endPoint: { x: 9.6, y: 5 } };
    const graph = {
      id: 'root',
      children: [{ id: 'node:call', x: 10.4, y: 99.6 }],
      edges: [{ id: 'edge:a', sources: [], targets: [], sections: [section] }]
    };
    expect(fromElk(graph)).toEqual({
      positions: { call: { x: 10, y: 100 } },
      routes: {
        a: [
          { x: 0, y: 1 },
          { x: 10, y: 5 }
        ]
      }
    });
  });
});

describe('a layout by ELK', () => {
  it.each(['down', 'right'] as const)(
    'LAY-1 LAY-2 runs %s along the edges without overlaps',
    async (way) => {
      const { default: Elk } = await import('elkjs');
      const cadence = sample();
      const { positions: at, routes } = fromElk(
        await new Elk().layout(toElk(cadence, sizes(cadence), way))
      );
      expect(Object.keys(routes)).toEqual(['a', 'b', 'c', 'd']);
      const along = way === 'down' ? 'y' : 'x';
      for (const edge of cadence.edges) {
        expect(at[edge.from]?.[along]).toBeLessThan(at[edge.to]?.[along] ?? Number.NaN);
      }
      const boxes = Object.values(at);
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          const apart = Math.abs(a.x - b.x) >= CARD.width || Math.abs(a.y - b.y) >= CARD.height;
          expect(apart, JSON.stringify([a, b])).toBe(true);
        }
      }
    }
  );

  it('LAY-3 keeps what the user put side by side in her order', async () => {
    const { default: Elk } = await import('elkjs');
    const paths = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
    const steps = ['one', 'two', 'three'];
    const cadence = {
      ...sample(),
      nodes: [
        newNode('entry', 'start'),
        newNode('branch', 'which', {
          by: { type: 'split', cases: paths.map((path) => ({ ...path, weight: 1 })) }
        }),
        ...steps.map((id) => newNode('action', id)),
        newNode('exit', 'end')
      ],
      edges: [
        { id: 'e0', from: 'start', port: 'next', to: 'which' },
        ...steps.map((to, n) => ({ id: `in-${to}`, from: 'which', port: paths[n]?.id ?? '', to })),
        ...steps.map((from) => ({ id: `out-${from}`, from, port: 'done', to: 'end' }))
      ]
    };
    const order = async (places: Record<string, { x: number; y: number }>) => {
      const graph = toElk(cadence, sizes(cadence), 'down', places);
      const { positions } = fromElk(await new Elk().layout(graph));
      return steps.toSorted((a, b) => (positions[a]?.x ?? 0) - (positions[b]?.x ?? 0));
    };
    const at = (x: number) => ({ x, y: 300 });
    const rest = { start: { x: 0, y: 0 }, which: { x: 0, y: 100 }, end: { x: 0, y: 500 } };
    expect(await order({ ...rest, one: at(500), two: at(-500), three: at(0) })).toEqual([
      'two',
      'three',
      'one'
    ]);
    expect(await order({ ...rest, one: at(-500), two: at(500), three: at(0) })).toEqual([
      'one',
      'three',
      'two'
    ]);
  });
});
