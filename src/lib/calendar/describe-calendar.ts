import { DAYS, type TimeRange, type WorkCalendar } from './work-calendar';

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A calendar in a few words: "Mon–Thu 09:00–17:00, Fri 09:00–12:00, New York, 2 exceptions" (CAL-14). */
export function describeCalendar(calendar: WorkCalendar): string {
  const parts = weekParts(calendar);
  if (parts.length === 0) parts.push('Never open');
  parts.push(calendar.tz.slice(calendar.tz.lastIndexOf('/') + 1).replaceAll('_', ' '));
  const exceptions = calendar.exceptions?.length ?? 0;
  if (exceptions > 0) parts.push(exceptions === 1 ? '1 exception' : `${exceptions} exceptions`);
  return parts.join(', ');
}

/** One part for each run of days with the same hours. */
function weekParts(calendar: WorkCalendar): string[] {
  const hours = DAYS.map((day) => describeRanges(calendar.week[day] ?? []));
  const parts: string[] = [];
  let first = 0;
  hours.forEach((text, day) => {
    if (text === hours[day + 1]) return;
    if (text !== '') parts.push(`${describeDays(first, day)} ${text}`);
    first = day + 1;
  });
  return parts;
}

function describeDays(first: number, last: number): string {
  return first === last ? String(NAMES[first]) : `${NAMES[first]}–${NAMES[last]}`;
}

function describeRanges(ranges: readonly TimeRange[]): string {
  return ranges
    .map(([from, to]) => `${from}–${to}`)
    .sort()
    .join(' and ');
}
