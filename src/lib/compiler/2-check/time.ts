import type { TimeRange, WorkCalendar } from '$lib/calendar';
import {
  resolveDelay,
  type CadenceNode,
  type Delay,
  type Duration,
  type DurationUnit
} from '$lib/domain';
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
 * The least time, in milliseconds, that a lead spends in a step that it leaves by `port`, when
 * everybody is quick. Infinite where it is not known, so that one missing parameter makes one remark.
 */
export function leastTimeIn(node: CadenceNode, port: string, resolved: ResolvedCadence): number {
  if (node.kind === 'action') {
    return node.mode === 'automatic' && node.due ? leastTime(node.due, resolved) : 0;
  }
  if (node.kind !== 'wait') return 0;
  if (node.until.type === 'duration') return leastTime(node.until.delay, resolved);
  if (node.until.type !== 'event' || port !== 'timeout') return 0;
  return node.until.timeout ? leastTime(node.until.timeout, resolved) : Infinity;
}

/** The least that a delay lasts, in milliseconds; infinite when its parameter is missing. */
export function leastTime(delay: Delay, { cadence }: ResolvedCadence): number {
  const duration = resolveDelay(delay, cadence.parameters);
  if (!duration) return Infinity;
  const time = duration.amount * LEAST[duration.unit];
  const isOpenTime = duration.unit === 'businessHours' || duration.unit === 'businessMinutes';
  return isOpenTime ? leastTimeOpen(time, cadence.calendar) : time;
}

/** Whether one delay is certainly longer than another: both count open time, or both any time. */
export function isLonger(a: Delay, b: Delay, { cadence }: ResolvedCadence): boolean {
  const [first, second] = [a, b].map((delay) => resolveDelay(delay, cadence.parameters));
  if (!first || !second || isBusiness(first) !== isBusiness(second)) return false;
  const day = longestDay(cadence.calendar) || DAY;
  const length = ({ amount, unit }: Duration) =>
    amount * (unit === 'businessDays' ? day : LEAST[unit]);
  return length(first) > length(second);
}

function isBusiness({ unit }: Duration): boolean {
  return unit === 'businessMinutes' || unit === 'businessHours' || unit === 'businessDays';
}

/** Every full day of open time takes at least until the same time of another day. */
function leastTimeOpen(time: number, calendar: WorkCalendar): number {
  const longest = longestDay(calendar);
  return longest === 0 ? time : Math.floor(time / longest) * DAY + (time % longest);
}

function longestDay(calendar: WorkCalendar): number {
  const days = [
    ...Object.values(calendar.week),
    ...(calendar.exceptions ?? []).flatMap(({ ranges }) => (ranges ? [ranges] : []))
  ];
  return Math.max(0, ...days.map(openTime));
}

/** Milliseconds that a day with these hours is open. */
function openTime(ranges: readonly TimeRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + clock(to) - clock(from), 0);
}

function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}
