import type { Slug } from './ids';

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
