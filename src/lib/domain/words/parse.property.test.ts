import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delay, duration } from '$tests/support/arbitrary-values';
import { WEEKDAYS, type Parameter, type WaitUntil } from '$lib/domain';
import { describeUntil } from '../kinds/wait';
import { describeDuration } from './durations';
import { delayText, parseDelay } from './parse-delay';
import { parseDuration } from './parse-duration';
import { parseWait } from './parse-wait';

const RUNS = { seed: 20261125, numRuns: 300 };

const slugs = ['gap1', '3d', 'reply', 'a', 'b', 'c'] as const;
const parameters: fc.Arbitrary<readonly Parameter[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...slugs),
    name: fc.oneof(
      fc.constantFrom('', 'First gap', '3 days', 'gap1', 'a (b)', '='),
      fc.string({ maxLength: 8 })
    ),
    duration
  }),
  { selector: ({ id }) => id }
);

describe('what is written and read back', () => {
  it('DOM-95 a length of time comes back from its words', () => {
    fc.assert(
      fc.property(duration, (one) => {
        expect(parseDuration(describeDuration(one))).toEqual({ ok: true, value: one });
      }),
      RUNS
    );
  });

  it('DOM-97 a delay comes back from its text, whatever parameters are called', () => {
    fc.assert(
      fc.property(delay, parameters, (one, known) => {
        fc.pre(!('parameter' in one) || known.some(({ id }) => id === one.parameter));
        expect(parseDelay(delayText(one, known), known)).toEqual({ ok: true, value: one });
      }),
      RUNS
    );
  });

  it('DOM-98 a wait comes back from the sentence about it', () => {
    const words = {
      nodes: [],
      roles: [],
      dispositions: [],
      fields: [{ id: 'renewal', name: 'Renewal date', type: 'date' as const }],
      parameters: [
        { id: 'gap1', name: 'First gap', duration: { amount: 2, unit: 'days' as const } }
      ],
      signals: []
    };
    const known = fc.oneof(duration, fc.constant({ parameter: 'gap1' }));
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const until: fc.Arbitrary<WaitUntil> = fc.oneof(
      fc.record({ type: fc.constant('duration' as const), delay: known }),
      fc.record({
        type: fc.constant('weekday' as const),
        days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
        time
      }),
      fc.record(
        {
          type: fc.constant('date' as const),
          field: fc.constant('renewal'),
          offset: fc.record({
            direction: fc.constantFrom('before' as const, 'after'),
            by: duration
          })
        },
        { requiredKeys: ['type', 'field'], noNullPrototype: true }
      ),
      fc.record(
        {
          type: fc.constant('event' as const),
          signals: fc.subarray(['reply', 'meeting-booked', 'mail-2'], { minLength: 1 }),
          timeout: known
        },
        { requiredKeys: ['type', 'signals'], noNullPrototype: true }
      )
    );
    fc.assert(
      fc.property(until, (one) => {
        expect(parseWait(describeUntil(one, words), words)).toEqual({ ok: true, value: one });
      }),
      RUNS
    );
  });

  it('DOM-98 no text makes it throw or stall', () => {
    const words = { fields: [], parameters: [], signals: ['reply'] };
    const bits = fc.constantFrom(
      'mon',
      ' ',
      'or ',
      'until ',
      '2',
      'bd',
      ', ',
      'at most ',
      'before ',
      '–',
      '(',
      '=',
      'a'
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        const read = parseWait(parts.join(''), words);
        expect(read.ok || read.error.length > 10).toBe(true);
      }),
      RUNS
    );
  });
});
