import * as v from 'valibot';
import { DURATION_UNITS, durationSchema } from '../duration';
import { CHANNELS } from '../kinds/action';
import {
  QUEUE_ORDERS,
  type Arrivals,
  type Distribution,
  type DrawnDelay,
  type Scenario,
  type StepAssumption
} from '../scenario';
import { calendarSchema } from './calendar';
import { localDate, localDateTime } from './dates';
import { bySlug, byUlid, chance, positive, scalar, slug, text, whole } from './scalars';
import { list, shape, type Schema } from './shapes';

const MOST_LEADS = 10_000_000;

const distribution: Schema<Distribution> = v.variant('type', [
  shape({ type: v.literal('constant'), value: positive }),
  shape({ type: v.literal('uniform'), min: positive, max: positive }),
  shape({ type: v.literal('triangular'), min: positive, mode: positive, max: positive }),
  shape({ type: v.literal('exponential'), mean: positive }),
  shape({ type: v.literal('lognormal'), median: positive, p90: positive }),
  shape({
    type: v.literal('normal'),
    mean: positive,
    deviation: positive,
    min: v.exactOptional(positive),
    max: v.exactOptional(positive)
  }),
  shape({ type: v.literal('gamma'), shape: positive, scale: positive }),
  shape({ type: v.literal('empirical'), values: list(positive) })
]);

const drawnDelay: Schema<DrawnDelay> = shape({ distribution, unit: v.picklist(DURATION_UNITS) });

export const stepAssumptionSchema: Schema<StepAssumption> = shape({
  outcomes: v.exactOptional(
    list(
      shape({ disposition: slug, chance, bySegment: v.exactOptional(bySlug(chance)) }),
      'disposition'
    )
  ),
  effort: v.exactOptional(distribution),
  delay: v.exactOptional(drawnDelay),
  skill: v.exactOptional(slug),
  priority: v.exactOptional(whole(-1000, 1000)),
  cost: v.exactOptional(positive)
});

const arrivals: Schema<Arrivals> = v.variant('type', [
  shape({ type: v.literal('atOnce') }),
  shape({ type: v.literal('even'), over: durationSchema }),
  shape({
    type: v.literal('curve'),
    perDay: list(positive),
    byHour: v.exactOptional(list(positive))
  }),
  shape({ type: v.literal('poisson'), perHour: positive }),
  shape({ type: v.literal('list'), at: list(localDateTime) }),
  shape({
    type: v.literal('leads'),
    leads: list(
      shape({ at: localDateTime, fields: bySlug(scalar), segment: v.exactOptional(slug) })
    )
  })
]);

const segment = shape({
  id: slug,
  name: text,
  weight: positive,
  fields: bySlug(scalar),
  priority: v.exactOptional(whole(-1000, 1000)),
  dealValue: v.exactOptional(positive)
});

const absence = v.pipe(
  shape({ from: localDate, to: localDate }),
  v.check(({ from, to }) => from <= to, 'must not end before it begins')
);

const person = shape({
  id: slug,
  name: text,
  role: slug,
  count: whole(0, 10_000),
  calendar: v.exactOptional(calendarSchema),
  skills: v.exactOptional(list(slug)),
  costPerHour: v.exactOptional(positive),
  leave: v.exactOptional(list(absence)),
  effort: v.exactOptional(positive),
  switching: v.exactOptional(positive),
  overtime: v.exactOptional(v.picklist(['finish', 'nextDay']))
});

const quota = shape({
  id: slug,
  name: text,
  channel: v.picklist(CHANNELS),
  role: v.exactOptional(slug),
  perDay: whole(0, MOST_LEADS)
});

const signal = shape({
  signal: slug,
  chance,
  after: v.exactOptional(slug),
  delay: drawnDelay
});

export const scenarioSchema: Schema<Scenario> = shape({
  id: slug,
  name: text,
  start: localDateTime,
  leads: whole(1, MOST_LEADS),
  seed: whole(0, 4_294_967_295),
  arrivals,
  segments: v.exactOptional(list(segment, 'id')),
  steps: bySlug(stepAssumptionSchema),
  linked: v.exactOptional(byUlid(bySlug(stepAssumptionSchema))),
  signals: v.exactOptional(list(signal)),
  people: v.exactOptional(list(person, 'id')),
  dealValue: v.exactOptional(positive),
  queue: v.exactOptional(v.picklist(QUEUE_ORDERS)),
  quotas: v.exactOptional(list(quota, 'id')),
  warmUp: v.exactOptional(whole(0, MOST_LEADS)),
  replications: v.exactOptional(whole(1, 200))
});
