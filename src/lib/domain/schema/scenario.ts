import * as v from 'valibot';
import { DURATION_UNITS, durationSchema } from '../duration';
import type { Arrivals, Distribution, DrawnDelay, Scenario, StepAssumption } from '../scenario';
import { calendarSchema } from './calendar';
import { localDateTime } from './dates';
import { bySlug, byUlid, chance, positive, scalar, slug, text, whole } from './scalars';
import { list, shape, type Schema } from './shapes';

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

const stepAssumption: Schema<StepAssumption> = shape({
  outcomes: v.exactOptional(
    list(
      shape({ disposition: slug, chance, bySegment: v.exactOptional(bySlug(chance)) }),
      'disposition'
    )
  ),
  effort: v.exactOptional(distribution),
  delay: v.exactOptional(drawnDelay)
});

const arrivals: Schema<Arrivals> = v.variant('type', [
  shape({ type: v.literal('atOnce') }),
  shape({ type: v.literal('even'), over: durationSchema }),
  shape({ type: v.literal('curve'), perDay: list(positive) }),
  shape({ type: v.literal('list'), at: list(localDateTime) })
]);

const segment = shape({ id: slug, name: text, weight: positive, fields: bySlug(scalar) });

const person = shape({
  id: slug,
  name: text,
  role: slug,
  count: whole(0, 10_000),
  calendar: v.exactOptional(calendarSchema),
  skills: v.exactOptional(list(slug)),
  costPerHour: v.exactOptional(positive)
});

const signal = shape({
  signal: slug,
  chance,
  after: v.exactOptional(slug),
  delay: drawnDelay
});

const MOST_LEADS = 10_000_000;

export const scenarioSchema: Schema<Scenario> = shape({
  id: slug,
  name: text,
  start: localDateTime,
  leads: whole(1, MOST_LEADS),
  seed: whole(0, 4_294_967_295),
  arrivals,
  segments: v.exactOptional(list(segment, 'id')),
  steps: bySlug(stepAssumption),
  linked: v.exactOptional(byUlid(bySlug(stepAssumption))),
  signals: v.exactOptional(list(signal)),
  people: v.exactOptional(list(person, 'id')),
  dealValue: v.exactOptional(positive),
  warmUp: v.exactOptional(whole(0, MOST_LEADS))
});
