import { describe, expect, it } from 'vitest';
import { applyEdit, newNode } from '$lib/domain';
import { sampleFile } from '../testing/sample-file';
import { changeAll, offerAt } from './many-edits';
import { allOf, byKind, flockWords } from './many/kinds';
import { sharedBy, spreadOf } from './many/shared';

const file = sampleFile();
const calls = file.cadence.nodes.filter((node) => node.kind === 'action');

describe('what several steps share', () => {
  it('ED-104 a field is the same or different; what is absent counts as a value', () => {
    expect(sharedBy([{ a: 1 }, { a: 1 }], ({ a }) => a)).toEqual({ isMixed: false, value: 1 });
    expect(sharedBy([{ a: 1 }, {}] as { a?: number }[], ({ a }) => a)).toEqual({
      isMixed: true,
      values: [1, undefined]
    });
    expect(sharedBy([{}, {}] as { a?: number }[], ({ a }) => a)).toEqual({
      isMixed: false,
      value: undefined
    });
    expect([1, 2, 3].map((most) => spreadOf([1, 2, 2], (n) => n <= most))).toEqual([
      'some',
      'all',
      'all'
    ]);
    expect(spreadOf([1], (n) => n > 1)).toBe('none');
  });

  it('ED-104 steps are told apart by kind', () => {
    const some = [newNode('wait', 'w'), newNode('branch', 'b'), newNode('branch', 'c')];
    expect(byKind(some).map(flockWords)).toEqual(['1 wait', '2 branches']);
    expect(allOf('wait', some)).toBeNull();
    expect(allOf('branch', some.slice(1))).toHaveLength(2);
  });

  it('ED-104 a change of all of them changes nothing else', () => {
    const due = { amount: 2, unit: 'businessDays' } as const;
    const done = applyEdit(file, changeAll(calls, { due }));
    const nodes = done.ok ? done.value.cadence.nodes : [];
    expect(nodes.filter((node) => node.kind === 'action').map((node) => node.due)).toEqual([
      due,
      due,
      due
    ]);
    expect(nodes.find(({ id }) => id === 'won')).toBe(
      file.cadence.nodes.find(({ id }) => id === 'won')
    );
  });

  it('ED-104 a disposition is offered at all of them in the order of the cadence, or at none', () => {
    const offered = (on: boolean) => {
      const done = applyEdit(file, offerAt(file.cadence, calls, 'no-answer', on));
      return done.ok
        ? done.value.cadence.nodes.flatMap((node) =>
            node.kind === 'action' ? [node.dispositions ?? []] : []
          )
        : [];
    };
    expect(offered(true).map(([first]) => first)).toEqual(['no-answer', 'no-answer', 'no-answer']);
    expect(offered(false).flat()).not.toContain('no-answer');
  });
});
