import { resolveDelay, WEEKDAYS, type Delay, type WaitNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { fewestDays, mostDays, type PlainWeek } from './business-days';
import type { Bounds } from './hop';

/** How long a lead waits that leaves by the port. Dates may be any time ahead. */
export function waitDays(
  { until }: WaitNode,
  port: string,
  resolved: ResolvedCadence,
  week: PlainWeek
): Bounds {
  switch (until.type) {
    case 'duration':
      return lasting(until.delay, resolved, week);
    case 'date':
      return { min: 0, max: Infinity };
    case 'weekday': {
      const amount = longestGap(until.days.map((day) => WEEKDAYS.indexOf(day)));
      return { min: 0, max: mostDays({ amount, unit: 'days' }, week) };
    }
    case 'event': {
      if (!until.timeout) return { min: 0, max: Infinity };
      const limit = lasting(until.timeout, resolved, week);
      return port === 'met' ? { min: 0, max: limit.max } : limit;
    }
  }
}

function lasting(delay: Delay, { cadence }: ResolvedCadence, week: PlainWeek): Bounds {
  const duration = resolveDelay(delay, cadence.parameters);
  if (!duration) return { min: 0, max: Infinity };
  return { min: fewestDays(duration, week), max: mostDays(duration, week) };
}

/** Days from one of the weekdays to the next one, at most. */
function longestGap(days: readonly number[]): number {
  const sorted = days.toSorted((a, b) => a - b);
  const gaps = sorted.map((day, i) => (sorted[i + 1] ?? (sorted[0] ?? day) + 7) - day);
  return Math.max(0, ...gaps);
}
