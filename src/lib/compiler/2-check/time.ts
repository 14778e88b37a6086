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
  return duration ? duration.amount * LEAST[duration.unit] : Infinity;
}
