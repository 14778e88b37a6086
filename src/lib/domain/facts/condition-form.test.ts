import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/util';
import { condition } from '$tests/support/arbitrary-values';
import type { Comparison, Condition, Scalar } from '../condition';
import { conditionForm, conditionOf, type ConditionGroup } from './condition-form';

const RUNS = { seed: 20261124, numRuns: 500 };

/** Whether a condition holds in a world in which each single comparison is true or false at random. */
function holds(one: Condition, world: (atom: string) => boolean): boolean {
  if (Array.isArray(one['$and' as keyof Condition])) {
    return (one as { $and: Condition[] }).$and.every((part) => holds(part, world));
  }
  if ('$or' in one) return (one.$or as readonly Condition[]).some((part) => holds(part, world));
  if ('$nor' in one) return !(one.$nor as readonly Condition[]).some((part) => holds(part, world));
  if ('$not' in one) return !holds(one.$not as Condition, world);
  return Object.entries(one as Record<string, Scalar | Comparison>).every(([fact, test]) => {
    const parts = test === null || typeof test !== 'object' ? { $eq: test } : test;
    return Object.entries(parts).every(([operator, value]) =>
      world(canonicalJson([fact, operator, value]))
    );
  });
}

/** True for about half of all comparisons. */
function worldOf(seed: number) {
  return (atom: string): boolean => {
    let hash = seed;
    for (const letter of atom) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
    return hash % 2 === 0;
  };
}

describe('conditions as forms', () => {
  it('DOM-81 say the same after the way through a form', () => {
    fc.assert(
      fc.property(condition, fc.array(fc.nat(1_000_000), { minLength: 5 }), (one, seeds) => {
        const back = conditionOf(conditionForm(one));
        for (const seed of seeds)
          expect(holds(back, worldOf(seed))).toBe(holds(one, worldOf(seed)));
      }),
      RUNS
    );
  });

  it('DOM-81 what a form has written comes back byte for byte, and shows the same form', () => {
    fc.assert(
      fc.property(condition, (one) => {
        const written = conditionOf(conditionForm(one));
        const again = conditionForm(written);
        expect(JSON.stringify(conditionOf(again))).toBe(JSON.stringify(written));
        expect(conditionForm(conditionOf(again))).toEqual(again);
      }),
      RUNS
    );
  });

  it.each<Condition>([
    {},
    { 'lead.region': 'north' },
    { 'lead.region': null },
    { 'lead.region': 'north', 'count.touches': { $gte: 2, $lt: 5 } },
    { 'last.disposition': { $in: ['interested', 'call-back'] } },
    { $or: [{ 'lead.a': 1 }, { 'lead.b': 2, 'lead.c': 3 }] },
    { $not: { 'lead.a': 1 } },
    { $nor: [{ 'lead.a': 1 }, { 'lead.b': 2 }] },
    { $and: [{ 'lead.a': 1 }, { $or: [] }] },
    { $and: [{ 'lead.a': { $ne: 1 } }, { 'lead.a': { $ne: 2 } }] }
  ])('DOM-81 %j comes back as it was', (one) => {
    expect(conditionOf(conditionForm(one))).toEqual(one);
  });

  it('DOM-81 groups of all, any and none hold lines and groups', () => {
    const form: ConditionGroup = {
      type: 'group',
      match: 'any',
      parts: [
        { type: 'row', fact: 'lead.region', operator: '$eq', value: 'north' },
        {
          type: 'group',
          match: 'none',
          parts: [{ type: 'row', fact: 'seen.reply', operator: '$eq', value: true }]
        }
      ]
    };
    const written = { $or: [{ 'lead.region': 'north' }, { $not: { 'seen.reply': true } }] };
    expect(conditionOf(form)).toEqual(written);
    expect(conditionForm(written)).toEqual(form);
  });
});
