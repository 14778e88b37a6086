import type { TimeRange, WorkCalendar } from '$lib/calendar';
import { WEEKDAYS, type Duration, type DurationUnit } from '$lib/domain';

/** What a plain week of a calendar holds: durations are turned into business days by it. */
export interface PlainWeek {
  /** Whether there is work, Monday first. */
  readonly works: readonly boolean[];
  /** Open minutes of the shortest and the longest working day. */
  readonly shortest: number;
  readonly longest: number;
}

const DAY = 24 * 60;

const MINUTES: Readonly<Record<DurationUnit, number>> = {
  minutes: 1,
  hours: 60,
  days: DAY,
  weeks: 7 * DAY,
  businessMinutes: 1,
  businessHours: 60,
  businessDays: 1
};

export function plainWeek({ week }: WorkCalendar): PlainWeek {
  const open = WEEKDAYS.map((day) => openMinutes(week[day] ?? []));
  const working = open.filter((minutes) => minutes > 0);
  return {
    works: open.map((minutes) => minutes > 0),
    shortest: working.length === 0 ? DAY : Math.min(...working),
    longest: working.length === 0 ? DAY : Math.max(...working)
  };
}

/** The fewest business days that a duration can be, wherever in the week it begins. */
export function fewestDays({ amount, unit }: Duration, week: PlainWeek): number {
  switch (unit) {
    case 'businessDays':
      return amount;
    case 'businessHours':
    case 'businessMinutes':
      return (amount * MINUTES[unit]) / week.longest;
    default:
      return workingDays(Math.floor((amount * MINUTES[unit]) / DAY), week, Math.min);
  }
}

/** The most. */
export function mostDays({ amount, unit }: Duration, week: PlainWeek): number {
  switch (unit) {
    case 'businessDays':
      return amount;
    case 'businessHours':
    case 'businessMinutes':
      return (amount * MINUTES[unit]) / week.shortest;
    default: {
      const minutes = amount * MINUTES[unit];
      const rest = Math.min(1, (minutes % DAY) / week.shortest);
      return workingDays(Math.floor(minutes / DAY), week, Math.max) + rest;
    }
  }
}

/** Working days among so many days in a row, with the begin that gives the least or the most. */
function workingDays(
  days: number,
  { works }: PlainWeek,
  choose: (...counts: number[]) => number
): number {
  const inWeek = works.filter(Boolean).length;
  const rest = days % 7;
  const counts = works.map(
    (_, first) => works.filter((isOpen, day) => isOpen && (day - first + 7) % 7 < rest).length
  );
  return Math.floor(days / 7) * inWeek + choose(...counts);
}

function openMinutes(ranges: readonly TimeRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + clock(to) - clock(from), 0);
}

function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
