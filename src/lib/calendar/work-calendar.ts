export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Wall-clock `HH:MM` from and to, to exclusive; `24:00` ends a day. */
export type TimeRange = readonly [from: string, to: string];

export interface CalendarException {
  /** Local dates `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly kind: 'working' | 'nonWorking';
  /** For working days: the open hours; absent, those of the weekday. */
  readonly ranges?: readonly TimeRange[];
  readonly name?: string;
}

/** When a team works: weekly hours in a time zone, with exceptions. */
export interface WorkCalendar {
  /** IANA time zone. */
  readonly tz: string;
  readonly week: Readonly<Partial<Record<(typeof DAYS)[number], readonly TimeRange[]>>>;
  readonly exceptions?: readonly CalendarException[];
}
