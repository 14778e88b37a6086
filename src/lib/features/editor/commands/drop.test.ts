import { describe, expect, it } from 'vitest';
import { applyEdit, newNode, type CadenceFile, type Edit } from '$lib/domain';
import { placedSample, waysFrom } from '../testing/sample-file';
import { insertOnEdge } from './add';
import { dropOnEdge, mayDropOn } from './drop';
import { mayReconnect, reconnectEdit } from './reconnect';

const SIZE = { width: 200, height: 50 };
const sizeOf = () => SIZE;

function applied(file: CadenceFile, edit: Edit | null): CadenceFile {
  if (!edit) throw new Error('there is no edit');
  const result = applyEdit(file, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('room for a step that comes in between', () => {
  it('ED-32 moves on what follows, by as much as is lacking, and nothing else', () => {
    const file = placedSample();
    const edit = insertOnEdge(file, 'e3', newNode('wait', 'pause'), sizeOf);
    const { positions } = applied(file, edit).layout;
    expect(positions['email-1']).toEqual(file.layout.positions['email-1']);
    const shift = (positions['gap-1']?.y ?? 0) - (file.layout.positions['gap-1']?.y ?? 0);
    expect(shift).toBe(50 + 2 * 44 - 50);
    expect(positions['silent']?.y).toBe((file.layout.positions['silent']?.y ?? 0) + shift);
    const { y = 0 } = positions['pause'] ?? {};
    expect(y).toBe((positions['email-1']?.y ?? 0) + 50 + 44);
    expect((positions['gap-1']?.y ?? 0) - y - 50).toBe(44);
  });

  it('ED-32 moves nothing where there is room, and keeps the step between its neighbors', () => {
    const file = placedSample();
    const roomy = applied(file, { kind: 'moveNodes', positions: { lost: { x: 400, y: 2000 } } });
    const far = { x: 300, y: 5000 };
    const edit = insertOnEdge(roomy, 'e6', newNode('wait', 'pause'), sizeOf, far);
    const { positions } = applied(roomy, edit).layout;
    expect(positions).toEqual({ ...roomy.layout.positions, pause: { x: 200, y: 2000 - 44 - 50 } });
  });

  it('ED-32 a way back has its step where it was dropped, and moves nothing', () => {
    const file = placedSample();
    const loop = applied(file, {
      kind: 'connect',
      edge: { id: 'back', from: 'call-1', port: 'more', to: 'email-1' }
    });
    const edit = insertOnEdge(loop, 'back', newNode('wait', 'pause'), sizeOf, { x: 500, y: 300 });
    const { positions } = applied(loop, edit).layout;
    expect(positions).toEqual({ ...loop.layout.positions, pause: { x: 400, y: 275 } });
  });
});

describe('dropping a step on a connection', () => {
  it('ED-34 a loose step goes in between', () => {
    const file = applied(placedSample(), {
      kind: 'addNode',
      node: newNode('wait', 'loose'),
      position: { x: 900, y: 0 }
    });
    const after = applied(file, dropOnEdge(file, 'loose', 'e9', { x: 0, y: 0 }, sizeOf));
    expect(waysFrom(after, 'gap-2')).toEqual({ next: 'loose' });
    expect(waysFrom(after, 'loose')).toEqual({ next: 'call-2' });
  });

  it('ED-34 a step of a way leaves it, and the way closes behind it', () => {
    const file = placedSample();
    const after = applied(file, dropOnEdge(file, 'gap-1', 'e9', { x: 0, y: 0 }, sizeOf));
    expect(waysFrom(after, 'email-1')).toEqual({ done: 'call-1' });
    expect(waysFrom(after, 'gap-2')).toEqual({ next: 'gap-1' });
    expect(waysFrom(after, 'gap-1')).toEqual({ next: 'call-2' });
    expect(after.cadence.edges).toHaveLength(file.cadence.edges.length);
  });

  it('ED-34 a step with more ways takes its first along and keeps the others', () => {
    const file = placedSample();
    const after = applied(file, dropOnEdge(file, 'reached', 'e10', { x: 0, y: 0 }, sizeOf));
    expect(waysFrom(after, 'call-1')).toEqual({ done: 'lost' });
    expect(waysFrom(after, 'call-2')).toEqual({ done: 'reached' });
    expect(waysFrom(after, 'reached')).toEqual({ no: 'silent', yes: 'won', default: 'gap-2' });
  });

  it('ED-34 a neighbor is never led to itself', () => {
    const file = applied(placedSample(), {
      kind: 'batch',
      edits: [
        { kind: 'disconnect', id: 'e5' },
        { kind: 'connect', edge: { id: 'loop', from: 'call-1', port: 'done', to: 'gap-1' } }
      ]
    });
    const after = applied(file, dropOnEdge(file, 'gap-1', 'e9', { x: 0, y: 0 }, sizeOf));
    expect(waysFrom(after, 'call-1')).toEqual({});
    expect(waysFrom(after, 'email-1')).toEqual({ done: 'call-1' });
  });

  it.each([
    ['an entry', 'start', 'e9'],
    ['an end', 'won', 'e9'],
    ['on a connection of its own', 'gap-2', 'e9'],
    ['a step that is gone', 'gone', 'e9'],
    ['on a connection that is gone', 'gap-1', 'e99']
  ])('ED-34 not %s', (_what, id, edge) => {
    const file = placedSample();
    expect(mayDropOn(file.cadence, id, edge)).toBe(false);
    expect(dropOnEdge(file, id, edge, { x: 0, y: 0 }, sizeOf)).toBeNull();
  });
});

describe('moving an end of a connection', () => {
  const { cadence } = placedSample();

  it('ED-35 leads it elsewhere, or from elsewhere', () => {
    const file = placedSample();
    const to = applied(
      file,
      reconnectEdit(cadence, 'e10', { from: 'call-2', port: 'done', to: 'won' })
    );
    expect(waysFrom(to, 'call-2')).toEqual({ done: 'won' });
    const free = applied(file, { kind: 'disconnect', id: 'e6' });
    const from = applied(
      free,
      reconnectEdit(free.cadence, 'e7', { from: 'reached', port: 'no', to: 'won' })
    );
    expect(waysFrom(from, 'reached')).toEqual({ no: 'won', default: 'gap-2' });
  });

  it('ED-35 takes no way that is taken, and says why not', () => {
    const taken = { from: 'reached', port: 'no', to: 'won' };
    expect(mayReconnect(cadence, 'e7', taken)).toBe('That way out is already connected.');
    expect(reconnectEdit(cadence, 'e7', taken)).toBeNull();
    const back = { from: 'call-2', port: 'done', to: 'start' };
    expect(mayReconnect(cadence, 'e10', back)).toMatch(/Nothing can lead back/);
  });

  it('ED-35 has nothing to do where it leads already', () => {
    expect(
      reconnectEdit(cadence, 'e10', { from: 'call-2', port: 'done', to: 'silent' })
    ).toBeNull();
  });
});
