import { assert } from './assert';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/**
 * A new lower-case ULID: `now` in milliseconds since 1970, then 80 bits drawn from `random`,
 * which gives numbers from 0 up to, not including, 1.
 */
export function newUlid(now: number, random: () => number): string {
  assert(Number.isInteger(now) && now >= 0 && now < 2 ** 48, `no ULID for the time ${now}`);
  let time = '';
  let rest = now;
  for (let i = 0; i < TIME_DIGITS; i++) {
    time = DIGITS.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let tail = '';
  for (let i = 0; i < RANDOM_DIGITS; i++) tail += DIGITS.charAt(Math.floor(random() * 32));
  return time + tail;
}
