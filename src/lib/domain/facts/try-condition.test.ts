import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condition, scalar } from '$tests/support/arbitrary-values';
import type { Comparison, Condition, Scalar } from '../condition';
import { tryCondition } from './try-condition';

const ADA = { region: 'north', employees: 120, vip: true, note: '' };

describe('a condition tried on a lead', () => {
  it.each<[Condition, string, readonly Condition[]]>([
    [{ 'lead.region': 'north' }, 'true', [{ 'lead.region': 'north' }]],
    [{ 'lead.region': { $in: ['south'] } }, 'false', [{ 'lead.region': { $in: ['south'] } }]],
    [
      { 'lead.employees': { $gte: 100, $lt: 200 } },
      'true',
      [{ 'lead.employees': { $gte: 100, $lt: 200 } }]
    ],
    [{ 'lead.employees': { $gt: 'many' } }, 'false', [{ 'lead.employees': { $gt: 'many' } }]],
    [{ 'lead.budget': { $exists: false } }, 'true', [{ 'lead.budget': { $exists: false } }]],
    [{ 'count.touches': { $gte: 1 } }, 'unknown', [{ 'count.touches': { $gte: 1 } }]],
    [{ $or: [{ 'count.touches': 1 }, { 'lead.vip': true }] }, 'true', [{ 'lead.vip': true }]],
    [{ $and: [{ 'count.touches': 1 }, { 'lead.vip': false }] }, 'false', [{ 'lead.vip': false }]],
    [
      { $nor: [{ 'lead.vip': false }, { 'seen.reply': true }] },
      'unknown',
      [{ 'seen.reply': true }]
    ],
    [{ $not: { 'lead.region': 'south' } }, 'true', [{ 'lead.region': 'south' }]],
    [{}, 'true', []]
  ])('DOM-82 %j is %s', (one, verdict, because) => {
    expect(tryCondition(one, ADA)).toEqual({ verdict, because });
  });

  it('DOM-82 what is decided stays so, whatever the other facts turn out to be', () => {
    fc.assert(
      fc.property(
        condition,
        fc.dictionary(fc.constantFrom('a', 'b', 'c', 'rep'), scalar),
        fc.integer({ min: 1 }),
        (one, fields, seed) => {
          const { verdict } = tryCondition(one, fields);
          fc.pre(verdict !== 'unknown');
          expect(holds(one, fields, seed)).toBe(verdict === 'true');
        }
      ),
      { seed: 20261127, numRuns: 400 }
    );
  });
});

/** Plain two-valued truth; comparisons of facts that are no fields are true or false at random. */
function holds(one: Condition, fields: Readonly<Record<string, Scalar>>, seed: number): boolean {
  const each = (part: Condition) => holds(part, fields, seed);
  if ('$and' in one) return (one.$and as readonly Condition[]).every(each);
  if ('$or' in one) return (one.$or as readonly Condition[]).some(each);
  if ('$nor' in one) return !(one.$nor as readonly Condition[]).some(each);
  if ('$not' in one) return !each(one.$not as Condition);
  return Object.entries(one as Record<string, Scalar | Comparison>).every(([fact, test]) => {
    const known = tryCondition({ [fact]: test }, fields).verdict;
    return known === 'unknown' ? (seed * (fact.length + 7)) % 3 === 0 : known === 'true';
  });
}
