import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Predicate } from '$lib/program';
import { tiny } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { holds } from './predicate';
import { createState } from './create-state';

const program = programOf(tiny());

function test(predicate: Predicate, fields: Readonly<Record<string, string | number | null>> = {}) {
  const state = createState(program);
  state.fields = fields;
  return holds(program, state, predicate, 0);
}

function size(
  op: Extract<Predicate, { type: 'compare' }>['op'],
  value: string | number | boolean | string[]
) {
  const fact = { type: 'field', field: 'size' } as const;
  return { type: 'compare', fact, op, value } satisfies Predicate;
}

describe('conditions', () => {
  it.each([
    [size('$eq', 5), true],
    [size('$ne', 5), false],
    [size('$gt', 4), true],
    [size('$gte', 5), true],
    [size('$lt', 5), false],
    [size('$lte', 5), true],
    [size('$in', ['5']), false],
    [size('$nin', ['5']), true],
    [size('$exists', true), true]
  ] as const)('ENG-10 %o of 5 is %s', (predicate, expected) => {
    expect(test(predicate, { size: 5 })).toBe(expected);
  });

  it('ENG-10 unlike things are not in order, and a missing fact is null', () => {
    expect(test(size('$gt', 'a'), { size: 5 })).toBe(false);
    expect(test(size('$lt', 9))).toBe(false);
    expect(test(size('$exists', false))).toBe(true);
  });

  it('ENG-10 an inherited property of the lead is no field', () => {
    const fact = { type: 'field', field: 'constructor' } as const;
    expect(test({ type: 'compare', fact, op: '$exists', value: true })).toBe(false);
  });

  it('ENG-10 groups obey the laws of logic', () => {
    const values = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (wanted, is) => {
        const of = wanted.map((value) => size('$eq', value));
        const truths = wanted.map((value) => value === is);
        expect(test({ type: 'and', of }, { size: is })).toBe(truths.every(Boolean));
        expect(test({ type: 'or', of }, { size: is })).toBe(truths.some(Boolean));
        expect(test({ type: 'nor', of }, { size: is })).toBe(!truths.some(Boolean));
        expect(test({ type: 'not', of: { type: 'or', of } }, { size: is })).toBe(
          !truths.some(Boolean)
        );
      }),
      { seed: 10 }
    );
  });
});
