import type { Duration, DurationUnit } from '$lib/domain';

const WRITTEN: Readonly<Record<DurationUnit, (amount: number) => string>> = {
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  days: (amount) => `P${amount}D`,
  weeks: (amount) => `P${amount}W`,
  // ISO 8601 knows no business time: the nearest there is.
  businessMinutes: (amount) => `PT${amount}M`,
  businessHours: (amount) => `PT${amount}H`,
  businessDays: (amount) => `P${amount}D`
};

/** A duration as ISO 8601 has it. */
export function isoOf({ amount, unit }: Duration): string {
  return WRITTEN[unit](amount);
}

const PARTS =
  /^P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,9})?)S)?)?$/;
const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MOST = 2_000_000;

/** A duration from ISO 8601, rounded up to minutes; null when it is none that a wait can have. */
export function durationFrom(
  iso: string
): { readonly duration: Duration; readonly exact: boolean } | null {
  const parts = PARTS.exec(iso.trim());
  if (!parts || !/\d/.test(iso)) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number((part ?? '0').replace(',', '.')));
  const total =
    (years * 365 + months * 30 + days) * DAY +
    weeks * WEEK +
    hours * HOUR +
    minutes +
    Math.ceil(seconds / 60);
  const [unit, size] = unitFor(total, weeks > 0);
  const amount = total / size;
  if (amount > MOST) return null;
  return { duration: { amount, unit }, exact: years === 0 && months === 0 && seconds % 60 === 0 };
}

/** The largest unit that the time is whole in; weeks only where they were spoken of. */
function unitFor(minutes: number, inWeeks: boolean): readonly [DurationUnit, number] {
  if (inWeeks && minutes % WEEK === 0) return ['weeks', WEEK];
  if (minutes > 0 && minutes % DAY === 0) return ['days', DAY];
  if (minutes > 0 && minutes % HOUR === 0) return ['hours', HOUR];
  return ['minutes', 1];
}
