import { Temporal } from 'temporal-polyfill';
import type { Instant } from '$lib/domain';

/** The instant of a wall-clock time `2026-11-24T09:00` in a time zone. */
export function instantIn(timeZone: string, local: string): Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The wall-clock time of an instant, to the minute: `2026-11-24T09:00`. */
export function localIn(timeZone: string, at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'floor' });
}
