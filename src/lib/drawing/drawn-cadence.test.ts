import { describe, expect, it } from 'vitest';
import { blankCadenceFile, newNode, type Cadence, type Frame, type Layout } from '$lib/domain';
import { overlap, runsThrough } from './box';
import { drawnCadence } from './drawn-cadence';

const paths = ['mail', 'phone', 'visit'].map((id) => ({ id, name: `By ${id} or otherwise` }));

function cadenceOf(parts: Pick<Cadence, 'nodes' | 'edges'>): Cadence {
  return {
    ...blankCadenceFile({ id: '01hzzzzzzzzzzzzzzzzzzzzzzz', name: 'Drawn' }).cadence,
    ...parts
  };
}

/** A fork whose narrow pill has three ways out, to calls side by side, and a way back. */
const FORKED = cadenceOf({
  nodes: [
    newNode('entry', 'start', { name: 'Start' }),
    newNode('stage', 'first', { name: 'First' }),
    newNode('fork', 'fork', { name: 'Fork', paths }),
    ...paths.map(({ id }) => newNode('action', id, { name: id, routes: ['again'] })),
    newNode('note', 'memo', { text: 'Remember' })
  ],
  edges: [
    { id: 'in', from: 'start', port: 'next', to: 'first' },
    { id: 'on', from: 'first', port: 'next', to: 'fork' },
    ...paths.map(({ id }) => ({ id: `to-${id}`, from: 'fork', port: id, to: id })),
    { id: 'back', from: 'phone', port: 'again', to: 'first' }
  ]
});
const DOWN: Layout = {
  direction: 'down',
  positions: {
    start: { x: 0, y: 0 },
    first: { x: 0, y: 100 },
    fork: { x: 60, y: 210 },
    mail: { x: -300, y: 320 },
    phone: { x: 0, y: 320 },
    visit: { x: 300, y: 320 },
    memo: { x: 420, y: 0 }
  }
};
const RIGHT: Layout = {
  direction: 'right',
  positions: Object.fromEntries(
    Object.entries(DOWN.positions).map(([id, { x, y }]) => [id, { x: y * 3, y: x / 2 }])
  )
};

describe.each([
  ['down', DOWN],
  ['right', RIGHT]
] as const)('what is drawn of a cadence that runs %s', (_way, layout) => {
  const drawn = drawnCadence({ cadence: FORKED, layout });

  it('DRAW-4 has a label for each way of a choice, on its own edge, covering no step and no other label', () => {
    const labels = drawn.edges.flatMap(({ edge, label, points }) =>
      label ? [{ edge, label, points }] : []
    );
    expect(labels.map(({ edge }) => edge.id)).toEqual(['to-mail', 'to-phone', 'to-visit', 'back']);
    for (const { edge, label, points } of labels) {
      const on = points.some((b, i) => {
        const a = points[i - 1];
        return a !== undefined && runsThrough(label, a, b, 0);
      });
      expect(on, edge.id).toBe(true);
      for (const { node, box } of drawn.nodes) expect(overlap(box, label), node.id).toBe(false);
      for (const other of labels) {
        if (other.edge !== edge) expect(overlap(other.label, label), edge.id).toBe(false);
      }
    }
  });

  it('DRAW-2 has no edge through a step, the way back included', () => {
    for (const { edge, points } of drawn.edges) {
      for (const [i, b] of points.entries()) {
        const a = points[i - 1];
        if (!a) continue;
        for (const { node, box } of drawn.nodes) {
          expect(runsThrough(box, a, b, 0), `${edge.id} through ${node.id}`).toBe(false);
        }
      }
    }
  });

  it('DRAW-8 has a band across all of it where a stage begins', () => {
    const [band] = drawn.bands;
    const stage = drawn.nodes.find(({ node }) => node.id === 'first');
    const along = layout.direction === 'down' ? 'y' : 'x';
    expect(band?.stage.name).toBe('First');
    expect(band?.at).toBeLessThan(stage?.box[along] ?? NaN);
    expect(band?.length).toBeGreaterThan(500);
  });
});

describe('what is drawn', () => {
  it('DRAW-5 leaves out steps without a place, and their edges', () => {
    const { start: _start, ...positions } = DOWN.positions;
    const drawn = drawnCadence({ cadence: FORKED, layout: { positions } });
    expect(drawn.nodes.map(({ node }) => node.id)).not.toContain('start');
    expect(drawn.edges.map(({ edge }) => edge.id)).not.toContain('in');
    expect(drawnCadence({ cadence: FORKED, layout: { positions: {} } }).box).toBeNull();
  });

  it('DRAW-6 uses the corners that layout gave an edge, while they fit', () => {
    const corners = [
      { x: 126, y: 56 },
      { x: 126, y: 70 },
      { x: 200, y: 70 },
      { x: 200, y: 85 },
      { x: 126, y: 85 },
      { x: 126, y: 100 }
    ];
    const routes = { in: corners, gone: corners };
    const points = (layout: Layout) =>
      drawnCadence({ cadence: FORKED, layout }).edges.find(({ edge }) => edge.id === 'in')?.points;
    expect(points({ ...DOWN, routes })).toEqual(corners);
    const straight = points(DOWN);
    expect(straight).toHaveLength(2);
    const covering = { ...DOWN.positions, memo: { x: 190, y: 60 } };
    expect(points({ ...DOWN, positions: covering, routes })).toEqual(straight);
    const moved = { ...DOWN.positions, first: { x: 4, y: 100 } };
    expect(points({ ...DOWN, positions: moved, routes })).not.toContainEqual(corners[2]);
  });

  it('DRAW-7 has frames around their steps, large ones behind small ones, none around nothing', () => {
    const frame = (id: string, nodes: readonly string[]): Frame => ({
      id,
      name: id,
      color: 'green',
      nodes
    });
    const frames = [
      frame('small', ['mail']),
      frame('large', ['mail', 'visit', 'gone']),
      frame('none', ['gone'])
    ];
    const drawn = drawnCadence({ cadence: FORKED, layout: { ...DOWN, frames } });
    expect(drawn.frames.map(({ frame: { id } }) => id)).toEqual(['large', 'small']);
    const [large] = drawn.frames;
    expect(large?.tone).toBe('won');
    for (const { node, box } of drawn.nodes) {
      const inside =
        large !== undefined &&
        box.x > large.box.x &&
        box.y > large.box.y &&
        box.x + box.width < large.box.x + large.box.width &&
        box.y + box.height < large.box.y + large.box.height;
      if (node.id === 'mail' || node.id === 'visit') expect(inside).toBe(true);
    }
  });
});
