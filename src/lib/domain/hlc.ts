import { assert } from '$lib/util';
import type { Hlc, Instant } from './ids';

const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;

/** A hybrid logical clock's reading; readings compare as strings in order of time, then counter. */
export function hlcOf(ms: Instant, counter: number): Hlc {
  assert(Number.isInteger(ms) && ms >= 0 && ms < 32 ** MS_DIGITS, `no HLC for ${ms} ms`);
  assert(
    Number.isInteger(counter) && counter >= 0 && counter < 36 ** COUNTER_DIGITS,
    `no HLC for counter ${counter}`
  );
  const time = ms.toString(32).padStart(MS_DIGITS, '0');
  return `${time}-${counter.toString(36).padStart(COUNTER_DIGITS, '0')}`;
}

/** The instant of a reading. */
export function msOf(hlc: Hlc): Instant {
  return parseInt(hlc.slice(0, MS_DIGITS), 32);
}
