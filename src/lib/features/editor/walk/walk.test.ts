import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, NodeId, Position } from '$lib/domain';
import { outlineOf } from '../outline/outline-of';
import { anyCadence } from '../testing/random-cadence';
import { sampleFile } from '../testing/sample-file';
import { flowGraph, mainWay, waysOn } from './flow-graph';
import { neighborOf } from './neighbor';
import { headingOf, walk, type Ground, type Heading } from './walk';

const NO_TRAIL = { cameBy: new Map<string, string>(), leftBy: new Map<string, string>() };

/** Each step below the one before it in the list; ends beside each other. */
const MIDDLES: Readonly<Record<NodeId, Position>> = {
  start: { x: 0, y: 0 },
  prospecting: { x: 0, y: 100 },
  'email-1': { x: 0, y: 200 },
  'gap-1': { x: 0, y: 300 },
  'call-1': { x: 0, y: 400 },
  reached: { x: 0, y: 500 },
  lost: { x: -300, y: 600 },
  won: { x: 300, y: 600 },
  'gap-2': { x: 0, y: 600 },
  'call-2': { x: 0, y: 700 },
  silent: { x: 0, y: 800 }
};

function groundOf(cadence: Cadence, middles = MIDDLES): Ground {
  const graph = flowGraph(cadence);
  const { order } = outlineOf(cadence, graph);
  return {
    graph,
    middles: new Map(Object.entries(middles)),
    direction: 'down',
    rank: new Map(order.map((id, index) => [id, index]))
  };
}

const sample = groundOf(sampleFile().cadence);

function goes(from: NodeId, heading: Heading, trail = NO_TRAIL): NodeId | null {
  return walk(sample, trail, from, heading)?.to ?? null;
}

describe('walking by arrows', () => {
  it('ED-70 goes along the flow and back', () => {
    expect(goes('email-1', 'on')).toBe('gap-1');
    expect(goes('email-1', 'back')).toBe('prospecting');
    expect(goes('silent', 'on')).toBeNull();
    expect(goes('start', 'back')).toBeNull();
  });

  it('ED-70 has the arrows follow the direction in which the cadence runs', () => {
    expect(headingOf('ArrowDown', 'down')).toBe('on');
    expect(headingOf('ArrowDown', 'right')).toBe('after');
    expect(headingOf('ArrowLeft', 'right')).toBe('back');
    expect(headingOf('Enter', 'down')).toBeNull();
  });

  it('ED-70 takes the usual way on where there are several', () => {
    expect(goes('reached', 'on')).toBe('gap-2');
  });

  it('ED-70 goes back the way it came, and on the way it left by', () => {
    expect(goes('reached', 'on', { ...NO_TRAIL, leftBy: new Map([['reached', 'e7']]) })).toBe(
      'won'
    );
    const { cadence } = sampleFile();
    const loop = { id: 'again', from: 'call-2', port: 'done', to: 'gap-1' };
    const edges = [...cadence.edges.filter(({ id }) => id !== 'e10'), loop];
    const looped = groundOf({ ...cadence, edges });
    expect(walk(looped, NO_TRAIL, 'gap-1', 'back')?.to).toBe('email-1');
    const trail = { ...NO_TRAIL, cameBy: new Map([['gap-1', 'again']]) };
    expect(walk(looped, trail, 'gap-1', 'back')?.to).toBe('call-2');
  });

  it('ED-70 goes across to the next step that the same step leads to', () => {
    expect(goes('gap-2', 'after')).toBe('won');
    expect(goes('gap-2', 'before')).toBe('lost');
    expect(goes('lost', 'after')).toBe('gap-2');
    expect(goes('won', 'after')).toBeNull();
  });

  it('ED-70 goes across to what is drawn there, connected or not', () => {
    const { cadence } = sampleFile();
    const note = { id: 'remark', kind: 'note', name: '', text: 'Ask first' } as const;
    const ground = groundOf(
      { ...cadence, nodes: [...cadence.nodes, note] },
      { ...MIDDLES, remark: { x: 400, y: 220 } }
    );
    expect(walk(ground, NO_TRAIL, 'email-1', 'after')?.to).toBe('remark');
  });

  it('ED-70 comes from the entry to every step that leads reach, by ways alone', () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        const graph = flowGraph(cadence);
        for (const { id } of cadence.nodes) {
          const main = mainWay(graph, id);
          const ways = waysOn(graph, id);
          if (main?.to != null) expect(ways.map(({ to }) => to)).toContain(main.to);
          for (const way of ways) {
            // The numbered way, then the arrow back: where one was.
            const trail = { ...NO_TRAIL, cameBy: new Map([[way.to, way.edge ?? '']]) };
            expect(walk(groundOf(cadence, {}), trail, way.to, 'back')?.to).toBe(id);
          }
        }
      }),
      { seed: 20261122, numRuns: 60 }
    );
  });
});

describe('what leads where', () => {
  it('ED-78 is kept while only what steps say changes', () => {
    const { cadence } = sampleFile();
    const graph = flowGraph(cadence);
    const rename = (id: string, change: object) => ({
      ...cadence,
      nodes: cadence.nodes.map((node) => (node.id === id ? { ...node, ...change } : node))
    });
    const renamed = flowGraph(rename('call-1', { name: 'Ring' }), graph);
    expect(renamed.out).toBe(graph.out);
    expect(renamed.nodes.get('call-1')?.name).toBe('Ring');
    expect(flowGraph(rename('call-1', { routes: ['interested'] }), graph).out).not.toBe(graph.out);
    expect(flowGraph({ ...cadence, edges: cadence.edges.slice(1) }, graph).out).not.toBe(graph.out);
  });
});

describe('after deleting', () => {
  it('ED-72 the keys go to what led there, else to what followed, else to what stands beside', () => {
    const { graph } = sample;
    const order = [...sample.rank.keys()];
    expect(neighborOf(graph, order, new Set(['call-1']), 'call-1')).toBe('gap-1');
    expect(neighborOf(graph, order, new Set(['start']), 'start')).toBe('prospecting');
    const ends = new Set(['reached', 'won', 'lost', 'gap-2', 'call-1']);
    expect(neighborOf(graph, order, ends, 'won')).toBe('gap-1');
    expect(neighborOf(graph, order, new Set(order), 'won')).toBeNull();
  });
});
