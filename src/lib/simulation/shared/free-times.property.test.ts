import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FreeTimes, LONGEST_WORK } from './free-times';

const DAY = 86_400_000;

/** Tasks that ask one after the other: how much later than the one before, and how long the work takes. */
const tasks = fc.array(
  fc.record({
    later: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 90 * DAY })),
    work: fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: DAY }),
      fc.integer({ min: LONGEST_WORK - 2, max: LONGEST_WORK })
    )
  }),
  { maxLength: 60 }
);

describe('when people are free', () => {
  it('SIM-40 whoever is free first begins, however far apart tasks are and however long they take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), tasks, (people, all) => {
        const free = new FreeTimes(people);
        const known = new Array<number>(people).fill(-Infinity);
        let at = Date.UTC(2026, 0, 5);
        for (const { later, work } of all) {
          at += later;
          known.sort((a, b) => a - b);
          const from = Math.max(at, known[0] as number);
          expect(Math.max(at, free.first)).toBe(from);
          known[0] = from + work;
          free.work(from, from + work);
        }
      }),
      { seed: 40, numRuns: 300 }
    );
  });
});
