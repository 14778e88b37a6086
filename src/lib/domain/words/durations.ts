import type { Delay, Duration, DurationUnit, Parameter } from '../duration';

const UNIT_NAMES: Readonly<Record<DurationUnit, string>> = {
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  weeks: 'week',
  businessMinutes: 'business minute',
  businessHours: 'business hour',
  businessDays: 'business day'
};

/** The duration behind a delay; null when it names a parameter that does not exist. */
export function resolveDelay(delay: Delay, parameters: readonly Parameter[]): Duration | null {
  if (!('parameter' in delay)) return delay;
  return parameters.find((parameter) => parameter.id === delay.parameter)?.duration ?? null;
}

/** `2 business days`. */
export function describeDuration({ amount, unit }: Duration): string {
  return plural(amount, UNIT_NAMES[unit]);
}

/** `2 business days`, and for a parameter its name as well: `First gap (2 business days)`. */
export function describeDelay(delay: Delay, parameters: readonly Parameter[]): string {
  if (!('parameter' in delay)) return describeDuration(delay);
  const parameter = parameters.find(({ id }) => id === delay.parameter);
  if (!parameter) return `unknown parameter “${delay.parameter}”`;
  return `${parameter.name || parameter.id} (${describeDuration(parameter.duration)})`;
}

/** `1 call`, `2 calls`. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
