import { WEEKDAYS, type Cadence, type Weekday } from '$lib/domain';

export type Calendar = Cadence['calendar'];
type Ranges = NonNullable<Calendar['week'][Weekday]>;

export const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday'
};

/** `09:00–12:00, 13:00–17:00`; empty for a closed day. */
export function rangesText(ranges: Ranges = []): string {
  return ranges.map(([from, to]) => `${from}–${to}`).join(', ');
}

/** Hours as a person types them (`9-12, 13:00-17`), or null when they cannot be read. */
export function parseRanges(text: string): Ranges | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const ranges: [string, string][] = [];
  for (const part of parts) {
    const match = /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/.exec(part);
    if (!match) return null;
    const from = clock(match[1], match[2], 23);
    const to = clock(match[3], match[4], 24);
    const before = ranges.at(-1)?.[1] ?? '00:00';
    if (!from || !to || from >= to || from < before) return null;
    ranges.push([from, to]);
  }
  return ranges;
}

function clock(hours = '', minutes = '00', latest: number): string | null {
  const [h, m] = [Number(hours), Number(minutes)];
  if (h > latest || m > 59 || (h === 24 && m > 0)) return null;
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}

/** `Mon–Fri 09:00–17:00`: days of equal hours that follow each other are told together. */
export function weekSummary({ week }: Calendar): string {
  const groups: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const day of WEEKDAYS) {
    const hours = rangesText(week[day]);
    const current = groups.at(-1);
    if (current?.hours === hours) current.last = day;
    else groups.push({ first: day, last: day, hours });
  }
  const open = groups.filter(({ hours }) => hours !== '');
  if (open.length === 0) return 'never open';
  return open
    .map(({ first, last, hours }) => {
      const days = first === last ? short(first) : `${short(first)}–${short(last)}`;
      return `${days} ${hours}`;
    })
    .join('; ');
}

/** The calendar with other hours on one day; none closes the day. */
export function withDay(calendar: Calendar, day: Weekday, ranges: Ranges): Calendar {
  const { [day]: _old, ...others } = calendar.week;
  const week = ranges.length > 0 ? { ...others, [day]: ranges } : others;
  return { ...calendar, week };
}

/** A time zone that this machine knows. */
export function isTimeZone(tz: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: tz }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function short(day: Weekday): string {
  return DAY_NAMES[day].slice(0, 3);
}
