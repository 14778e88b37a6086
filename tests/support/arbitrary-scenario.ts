/** Random assumptions for simulations. */
import fc, { type Arbitrary } from 'fast-check';
import { DURATION_UNITS, type NodeId, type Scenario } from '$lib/domain';
import {
  chance,
  duration,
  few,
  fewById,
  name,
  object,
  positive,
  scalar,
  text
} from './arbitrary-values';

const distribution = fc.oneof(
  object({ type: fc.constant('constant'), value: positive }),
  object({ type: fc.constant('uniform'), min: positive, max: positive }),
  object({ type: fc.constant('triangular'), min: positive, mode: positive, max: positive }),
  object({ type: fc.constant('exponential'), mean: positive }),
  object({ type: fc.constant('lognormal'), median: positive, p90: positive }),
  object(
    {
      type: fc.constant('normal'),
      mean: positive,
      deviation: positive,
      min: positive,
      max: positive
    },
    ['type', 'mean', 'deviation']
  ),
  object({ type: fc.constant('gamma'), shape: positive, scale: positive }),
  object({ type: fc.constant('empirical'), values: few(positive) })
);

const drawnDelay = object({ distribution, unit: fc.constantFrom(...DURATION_UNITS) });

const outcome = object(
  {
    disposition: name,
    chance,
    bySegment: fc.dictionary(name, chance, { maxKeys: 2, noNullPrototype: true })
  },
  ['disposition', 'chance']
);

const step = object(
  {
    outcomes: fc.uniqueArray(outcome, { maxLength: 3, selector: ({ disposition }) => disposition }),
    effort: distribution,
    delay: drawnDelay
  },
  []
);

const arrivals = fc.oneof(
  object({ type: fc.constant('atOnce') }),
  object({ type: fc.constant('even'), over: duration }),
  object({ type: fc.constant('curve'), perDay: few(positive) }),
  object({ type: fc.constant('list'), at: few(fc.constant('2026-02-28T23:59')) })
);

const fields = fc.dictionary(name, scalar, { maxKeys: 2, noNullPrototype: true });

/** A scenario that assumes something of some of these steps, and of one that does not exist. */
export function arbitraryScenario(steps: readonly NodeId[]): Arbitrary<Scenario> {
  const of = fc.constantFrom('gone', ...steps);
  return object(
    {
      id: name,
      name: text,
      start: fc.constantFrom('2026-01-05T09:00', '2024-02-29T00:00'),
      leads: fc.integer({ min: 1, max: 100_000 }),
      seed: fc.nat(2 ** 31),
      arrivals,
      segments: fewById(object({ id: name, name: text, weight: positive, fields })),
      steps: fc.dictionary(of, step, { noNullPrototype: true }),
      signals: few(
        object({ signal: name, chance, after: of, delay: drawnDelay }, [
          'signal',
          'chance',
          'delay'
        ])
      ),
      people: fewById(
        object(
          {
            id: name,
            name: text,
            role: name,
            count: fc.nat(20),
            skills: few(name),
            costPerHour: positive
          },
          ['id', 'name', 'role', 'count']
        )
      ),
      dealValue: positive,
      warmUp: fc.nat(100)
    },
    ['id', 'name', 'start', 'leads', 'seed', 'arrivals', 'steps']
  ) as Arbitrary<unknown> as Arbitrary<Scenario>;
}
