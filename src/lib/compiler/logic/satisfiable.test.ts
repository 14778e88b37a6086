import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, Condition, Scalar } from '$lib/domain';
import { waysToHold } from './satisfiable';

const FACTS = ['lead.size', 'lead.region', 'count.call.completed'] as const;

type World = Readonly<Record<string, Scalar>>;

/** Whether a condition holds in a world, said once more in the plainest way. */
function holds(condition: Condition, world: World): boolean {
  return Object.entries(condition).every(([key, value]: [string, unknown]) => {
    if (key === '$and') return (value as Condition[]).every((one) => holds(one, world));
    if (key === '$or') return (value as Condition[]).some((one) => holds(one, world));
    if (key === '$nor') return !(value as Condition[]).some((one) => holds(one, world));
    if (key === '$not') return !holds(value as Condition, world);
    return passes(value as Scalar | Comparison, world[key] ?? null);
  });
}

function passes(test: Scalar | Comparison, fact: Scalar): boolean {
  if (typeof test !== 'object' || test === null) return fact === test;
  return Object.entries(test).every(([op, bound]: [string, unknown]) => {
    if (op === '$eq') return fact === bound;
    if (op === '$ne') return fact !== bound;
    if (op === '$in') return (bound as Scalar[]).includes(fact);
    if (op === '$nin') return !(bound as Scalar[]).includes(fact);
    if (op === '$exists') return (fact !== null) === bound;
    if (typeof fact !== typeof bound || fact === null) return false;
    const [a, b] = [fact, bound as Scalar & {}];
    if (op === '$gt') return a > b;
    if (op === '$gte') return a >= b;
    return op === '$lt' ? a < b : a <= b;
  });
}

const scalar = fc.constantFrom<Scalar>(null, true, false, 0, 1, 2, 3, '', 'a', 'b');
const bound = fc.constantFrom<string | number>(0, 1, 2, 3, 'a', 'b');
const comparison: fc.Arbitrary<Scalar | Comparison> = fc.oneof(
  scalar,
  fc.record(
    {
      $eq: scalar,
      $ne: scalar,
      $gt: bound,
      $gte: bound,
      $lt: bound,
      $lte: bound,
      $in: fc.array(scalar, { maxLength: 3 }),
      $nin: fc.array(scalar, { maxLength: 3 }),
      $exists: fc.boolean()
    },
    { requiredKeys: [] }
  )
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.dictionary(fc.constantFrom(...FACTS), comparison, { maxKeys: 2 }),
    fc.array(tie('condition'), { maxLength: 3 }).map(($and) => ({ $and })),
    fc.array(tie('condition'), { maxLength: 3 }).map(($or) => ({ $or })),
    fc.array(tie('condition'), { maxLength: 3 }).map(($nor) => ({ $nor })),
    tie('condition').map(($not) => ({ $not }))
  )
}));
const world: fc.Arbitrary<World> = fc.record({
  'lead.size': scalar,
  'lead.region': scalar,
  'count.call.completed': fc.nat(4)
});

describe('waysToHold', () => {
  it('CMP-119 what holds in some world has a way to hold', () => {
    fc.assert(
      fc.property(condition, condition, world, (one, other, facts) => {
        fc.pre(holds(one, facts) && !holds(other, facts));
        expect(waysToHold([one], [other])).not.toEqual([]);
      }),
      { seed: 20260713, numRuns: 2000 }
    );
  });

  it.each<[string, Condition]>([
    ['a number below and above', { 'lead.size': { $gt: 3, $lt: 3 } }],
    ['two values at once', { $and: [{ 'lead.region': 'a' }, { 'lead.region': 'b' }] }],
    [
      'itself and its contrary',
      { $and: [{ 'seen.reply': true }, { $not: { 'seen.reply': true } }] }
    ],
    ['a count between two neighbors', { 'count.call.completed': { $gt: 1, $lt: 2 } }],
    ['a count below none', { 'count.call.completed': { $lt: 0 } }],
    ['a count of two names', { 'count.email.sent': 1, 'count.email.completed': 2 }],
    ['known and unknown', { 'lead.size': { $exists: false, $gte: 0 } }],
    ['one of none', { 'lead.region': { $in: [] } }],
    ['some of nothing', { $or: [] }]
  ])('CMP-119 no way: %s', (_, never) => {
    expect(waysToHold([never])).toEqual([]);
  });

  it('CMP-119 too many ways are not looked into', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      $or: [{ [`lead.a${i}`]: 1 }, { [`lead.b${i}`]: 1 }]
    }));
    expect(waysToHold(many)).toBeNull();
  });
});
