import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS, type Condition } from '$lib/domain';
import { conditionOfCounts, countable, counted, countsOf, type Count } from './counts';

const count: fc.Arbitrary<Count> = fc
  .tuple(fc.constantFrom(...CHANNELS), fc.nat(20), fc.boolean())
  .map(([channel, atLeast, followUp]) =>
    followUp ? { channel, atLeast, followUp } : { channel, atLeast }
  );

describe('touches that are asked for', () => {
  it('ED-107 come back from the condition that asks for them', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 4 }), (counts) => {
        expect(countsOf(conditionOfCounts(counts))).toEqual(counts);
      }),
      { seed: 20261128, numRuns: 300 }
    );
  });

  it('ED-107 come back from what is picked', () => {
    fc.assert(
      fc.property(count, (one) => {
        expect(counted(countable(one), one.atLeast)).toEqual(one);
      }),
      { seed: 20261129 }
    );
  });

  it.each<Condition>([
    {},
    { 'lead.region': 'north' },
    { 'count.call.completed': 2 },
    { 'count.call.completed': { $gte: 1, $lt: 3 } },
    { 'count.call.attempted': { $gte: 1 } },
    { 'count.call.completed@7bd': { $gte: 1 } },
    { $or: [{ 'count.call.completed': { $gte: 1 } }] }
  ])('ED-107 %j asks for something else', (condition) => {
    expect(countsOf(condition)).toBeNull();
  });
});
