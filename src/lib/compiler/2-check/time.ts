import type { TimeRange, WorkCalendar } from '$lib/calendar';
import { resolveDelay, type CadenceNode, type DurationUnit } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The least that a unit can last; a business day is the next date at the same time of day. */
const LEAST: Readonly<Record<DurationUnit, number>> = {
  minutes: MINUTE,
  hours: HOUR,
  days: DAY,
  weeks: 7 * DAY,
  businessMinutes: MINUTE,
  businessHours: HOUR,
  businessDays: DAY
};

/**
 * The least time, in milliseconds, that a lead spends in a step when everybody is quick. Infinite where
 * it is not known, so that one missing parameter makes one remark.
 */
export function leastTimeIn(node: CadenceNode, { cadence }: ResolvedCadence): number {
  if (node.kind !== 'wait' || node.until.type !== 'duration') return 0;
  const duration = resolveDelay(node.until.delay, cadence.parameters);
  if (!duration) return Infinity;
  const time = duration.amount * LEAST[duration.unit];
  const isOpenTime = duration.unit === 'businessHours' || duration.unit === 'businessMinutes';
  return isOpenTime ? leastTimeOpen(time, cadence.calendar) : time;
}

/** Every full day of open time takes at least until the same time of another day. */
function leastTimeOpen(time: number, calendar: WorkCalendar): number {
  const days = [
    ...Object.values(calendar.week),
    ...(calendar.exceptions ?? []).flatMap(({ ranges }) => (ranges ? [ranges] : []))
  ];
  const longest = Math.max(0, ...days.map(openTime));
  return longest === 0 ? time : Math.floor(time / longest) * DAY + (time % longest);
}

function openTime(ranges: readonly TimeRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + clock(to) - clock(from), 0);
}

function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}
