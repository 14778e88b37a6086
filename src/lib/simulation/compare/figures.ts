import type { MetricKind } from '../statistics/metrics';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What figures of a metric are written in. */
export interface Unit {
  readonly size: number;
  /** After the figures; empty for plain numbers. */
  readonly name: string;
}

/** The unit that suits a pair of figures of a kind; shares differ by percentage points. */
export function unitOf(kind: MetricKind, low: number, high: number): Unit {
  if (kind === 'share') return { size: 0.01, name: 'points' };
  if (kind !== 'time') return { size: 1, name: '' };
  const most = Math.max(Math.abs(low), Math.abs(high));
  if (most >= DAY) return { size: DAY, name: 'days' };
  return most >= HOUR ? { size: HOUR, name: 'hours' } : { size: MINUTE, name: 'minutes' };
}

/** `1.8 to 2.6 points`, with as many digits as it takes to tell the two apart. */
export function figures(low: number, high: number, { size, name }: Unit, signs = false): string {
  const digits = digitsFor((high - low) / size);
  const [from, to] = [low, high].map((value) => written(value / size, digits, signs));
  return `${from} to ${to}${name && ` ${name}`}`;
}

function digitsFor(span: number): number {
  if (span >= 50) return 0;
  if (span >= 0.5) return 1;
  return span >= 0.05 ? 2 : 3;
}

function written(value: number, digits: number, signs: boolean): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  if (value < 0) return `−${text}`;
  return signs ? `+${text}` : text;
}
