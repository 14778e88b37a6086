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

describe('a large cadence', () => {
  it('is laid out by the last edges into a step that very many lead to', () => {
    const cadence = sample();
    const steps = Array.from({ length: 450 }, (_, n) => newNode('wait', `w${n}`));
    const edges = steps.map(({ id }) => ({ id: `to-${id}`, from: id, port: 'next', to: 'won' }));
    const large = { ...cadence, nodes: [...cadence.nodes, ...steps], edges };
    const laidOut = toElk(large, sizes(large), 'down').edges?.map(({ id }) => id);
    expect(laidOut).toEqual(edges.slice(-12).map(({ id }) => `edge:${id}`));
  });
});

describe('fromElk', () => {
  it('gives whole positions by node id', () => {
    const graph = { id: 'root', children: [{ id: 'node:call', x: 10.4, y: 99.6 }] };
    expect(fromElk(graph)).toEqual({ call: { x: 10, y: 100 } });
  });
});

describe('a layout by ELK', () => {
  it.each(['down', 'right'] as const)('runs %s along the edges without overlaps', async (way) => {
    const { default: Elk } = await import('elkjs');
    const cadence = sample();
    const at = fromElk(await new Elk().layout(toElk(cadence, sizes(cadence), way)));
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
  });
});
