/** Random assumptions for simulations. */
import fc, { type Arbitrary } from 'fast-check';
import { CHANNELS, DURATION_UNITS, QUEUE_ORDERS, type NodeId, type Scenario } from '$lib/domain';
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

const DAYS = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
const hours = fc.constantFrom(
  [['09:00', '17:00']],
  [
    ['08:00', '12:00'],
    ['13:00', '17:30']
  ],
  []
);

const calendar = object({
  tz: fc.constantFrom('Europe/Berlin', 'America/Chicago', 'UTC'),
  week: fc.dictionary(DAYS, hours, { noNullPrototype: true })
});

const priority = fc.integer({ min: -1000, max: 1000 });

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
    delay: drawnDelay,
    skill: name,
    priority,
    cost: positive
  },
  []
);

const fields = fc.dictionary(name, scalar, { maxKeys: 2, noNullPrototype: true });
const instant = fc.constantFrom('2026-02-28T23:59', '2026-01-05T09:00');

const arrivals = fc.oneof(
  object({ type: fc.constant('atOnce') }),
  object({ type: fc.constant('even'), over: duration }),
  object({ type: fc.constant('curve'), perDay: few(positive), byHour: fc.array(positive) }, [
    'type',
    'perDay'
  ]),
  object({ type: fc.constant('poisson'), perHour: positive }),
  object({ type: fc.constant('list'), at: few(instant) }),
  object({
    type: fc.constant('leads'),
    leads: few(object({ at: instant, fields, segment: name }, ['at', 'fields']))
  })
);

const segment = object(
  { id: name, name: text, weight: positive, fields, priority, dealValue: positive },
  ['id', 'name', 'weight', 'fields']
);

const absence = object({
  from: fc.constantFrom('2026-01-19', '2026-01-21'),
  to: fc.constantFrom('2026-01-21', '2026-03-01')
});

const person = object(
  {
    id: name,
    name: text,
    role: name,
    count: fc.nat(20),
    calendar,
    leave: few(absence),
    skills: few(name),
    costPerHour: positive,
    effort: positive,
    switching: positive,
    overtime: fc.constantFrom('finish', 'nextDay')
  },
  ['id', 'name', 'role', 'count']
);

const quota = object(
  {
    id: name,
    name: text,
    channel: fc.constantFrom(...CHANNELS),
    role: name,
    perDay: fc.nat(500)
  },
  ['id', 'name', 'channel', 'perDay']
);

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
      segments: fewById(segment),
      steps: fc.dictionary(of, step, { noNullPrototype: true }),
      signals: few(
        object({ signal: name, chance, after: of, delay: drawnDelay }, [
          'signal',
          'chance',
          'delay'
        ])
      ),
      people: fewById(person),
      queue: fc.constantFrom(...QUEUE_ORDERS),
      quotas: fewById(quota),
      dealValue: positive,
      warmUp: fc.nat(100),
      replications: fc.integer({ min: 1, max: 200 })
    },
    ['id', 'name', 'start', 'leads', 'seed', 'arrivals', 'steps']
  ) as Arbitrary<unknown> as Arbitrary<Scenario>;
}
