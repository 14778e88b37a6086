import { describe, expect, it } from 'vitest';
import { applyEdit, newNode, type NodeId } from '$lib/domain';
import { PALETTE } from '../palette/items';
import { placedSample, waysFrom } from '../testing/sample-file';
import { fits, placeEdit, spotBeside, spotWords, type Spot } from './spot';

const SIZE = { width: 200, height: 50 };
const { cadence } = placedSample();

function offered(spot: Spot): readonly string[] {
  return PALETTE.filter((item) => fits(item, spot, cadence)).map(({ id }) => id);
}

function beside(...nodes: readonly NodeId[]): Spot {
  return spotBeside(cadence, { nodes: new Set(nodes), edges: new Set() });
}

describe('the place of a new step', () => {
  it('ED-31 is behind the selected step: its free way, else its first', () => {
    expect(beside('gap-2')).toEqual({ type: 'port', from: 'gap-2', port: 'next' });
    expect(beside('won')).toEqual({ type: 'free' });
    expect(beside('gap-2', 'won')).toEqual({ type: 'free' });
    expect(beside()).toEqual({ type: 'free' });
    const edges = cadence.edges.filter(({ id }) => id !== 'e7');
    const free = { ...cadence, edges };
    expect(spotBeside(free, { nodes: new Set(['reached']), edges: new Set() })).toEqual({
      type: 'port',
      from: 'reached',
      port: 'yes'
    });
  });

  it('ED-31 is the selected connection, or the only one there is', () => {
    const on = { nodes: new Set<string>(), edges: new Set(['e9']) };
    expect(spotBeside(cadence, on)).toEqual({ type: 'edge', edge: 'e9' });
    const bare = { ...cadence, edges: cadence.edges.slice(0, 1) };
    const none = { nodes: new Set<string>(), edges: new Set<string>() };
    expect(spotBeside(bare, none)).toEqual({ type: 'edge', edge: 'e1' });
  });

  it('ED-30 offers what fits it', () => {
    expect(offered({ type: 'free' })).toHaveLength(PALETTE.length);
    const between = offered({ type: 'edge', edge: 'e9' });
    expect(between).toEqual(expect.arrayContaining(['call', 'wait', 'branch', 'stage']));
    for (const id of ['entry', 'exit', 'note', 'handoff']) expect(between).not.toContain(id);
    expect(offered({ type: 'port', from: 'gap-2', port: 'next' })).toEqual(between);
    const loose = offered({ type: 'port', from: 'reached', port: 'free' });
    expect(loose).toEqual(expect.arrayContaining(['exit', 'handoff']));
    expect(loose).not.toContain('entry');
    const before = offered({ type: 'before', to: 'won', at: { x: 0, y: 0 } });
    expect(before).toContain('entry');
    expect(before).not.toContain('exit');
  });

  it('ED-30 is told in words', () => {
    expect(spotWords({ type: 'free' }, cadence)).toBe('');
    expect(spotWords({ type: 'edge', edge: 'e9' }, cadence)).toBe(
      'between Wait and Second follow-up call'
    );
    expect(spotWords({ type: 'port', from: 'reached', port: 'x' }, cadence)).toBe(
      'after Did we reach them?'
    );
    expect(spotWords({ type: 'before', to: 'won', at: { x: 0, y: 0 } }, cadence)).toBe(
      'before Becomes an opportunity'
    );
  });

  it('ED-36 is where the connection was let go; what the way led to follows', () => {
    const file = placedSample();
    const at = { x: 900, y: 300 };
    const placed = (spot: Spot) => {
      const edit = placeEdit(file, spot, newNode('wait', 'pause'), () => SIZE, { x: 0, y: 0 });
      const after = applyEdit(file, edit);
      if (!after.ok) throw new Error(after.error.message);
      return after.value;
    };
    const free = placed({ type: 'port', from: 'call-1', port: 'interested', at });
    expect(waysFrom(free, 'call-1')).toEqual({ done: 'reached', interested: 'pause' });
    expect(free.layout.positions['pause']).toEqual({ x: 800, y: 275 });
    expect(waysFrom(placed({ type: 'before', to: 'won', at }), 'pause')).toEqual({ next: 'won' });
    const taken = placed({ type: 'port', from: 'gap-2', port: 'next', at });
    expect(waysFrom(taken, 'pause')).toEqual({ next: 'call-2' });
    expect(placed({ type: 'free' }).layout.positions['pause']).toEqual({ x: -100, y: -25 });
  });
});
