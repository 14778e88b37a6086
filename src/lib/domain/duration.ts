import * as v from 'valibot';
import type { Slug } from './ids';
import { slug, text, whole } from './schema/scalars';
import { shape, type Schema } from './schema/shapes';

export const DURATION_UNITS = [
  'minutes',
  'hours',
  'days',
  'weeks',
  'businessMinutes',
  'businessHours',
  'businessDays'
] as const;

/** Calendar units run through nights and weekends; business units count open time of the calendar. */
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface Duration {
  /** A non-negative integer. */
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** A duration written in place, or the name of one of the cadence's parameters. */
export type Delay = Duration | { readonly parameter: Slug };

/** A named duration, so that a gap can be changed, swept and compared in one place. */
export interface Parameter {
  readonly id: Slug;
  readonly name: string;
  readonly duration: Duration;
}

/** Two million minutes are almost four years. */
export const LONGEST_DURATION = 2_000_000;

export const durationSchema: Schema<Duration> = shape({
  amount: whole(0, LONGEST_DURATION),
  unit: v.picklist(DURATION_UNITS)
});

const namedDelay = shape({ parameter: slug });

export const delaySchema: Schema<Delay> = v.lazy<Schema<Delay>>((input) =>
  input !== null && typeof input === 'object' && 'parameter' in input ? namedDelay : durationSchema
);

export const parameterSchema: Schema<Parameter> = shape({
  id: slug,
  name: text,
  duration: durationSchema
});
