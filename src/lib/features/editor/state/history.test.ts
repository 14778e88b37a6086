import { describe, expect, it } from 'vitest';
import { newNode } from '$lib/domain';
import { EMPTY_HISTORY, record } from '$lib/storage';
import { groupKey, stepBack, stepForward } from './history';

const entry = (label: string) => ({
  label,
  edit: { kind: 'disconnect' as const, id: label }
});

describe('the undo log', () => {
  it('ED-2 forgets what could be redone when something new is done', () => {
    const undone = stepBack(record(EMPTY_HISTORY, entry('a')), entry('a again'));
    expect(undone).toEqual({ undo: [], redo: [entry('a again')] });
    expect(stepForward(undone, entry('a'))).toEqual({ undo: [entry('a')], redo: [] });
    expect(record(undone, entry('b')).redo).toEqual([]);
  });
});

describe('which edits belong together', () => {
  const node = newNode('wait', 'pause');

  it('ED-3 those of the same field of the same thing', () => {
    const update = { kind: 'updateNode', node } as const;
    expect(groupKey(update, ['name'])).toBe(groupKey(update, ['name']));
    expect(groupKey(update, ['name'])).not.toBe(groupKey(update, ['until']));
    expect(groupKey(update, ['name', 'until'])).toBeNull();
  });

  it('ED-3 moving the same nodes, but not turning the drawing', () => {
    const positions = { a: { x: 1, y: 1 }, b: null };
    expect(groupKey({ kind: 'moveNodes', positions }, [])).toBe('move a b');
    expect(groupKey({ kind: 'moveNodes', positions, direction: 'right' }, [])).toBeNull();
  });

  it('ED-3 never adding, removing or connecting', () => {
    expect(groupKey({ kind: 'addNode', node }, [])).toBeNull();
    expect(groupKey({ kind: 'batch', edits: [] }, [])).toBeNull();
  });
});
