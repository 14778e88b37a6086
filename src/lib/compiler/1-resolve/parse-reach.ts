import type { Duration, DurationUnit } from '$lib/domain';
import type { Reach } from '$lib/program';

const UNITS: ReadonlyMap<string, DurationUnit> = new Map([
  ['m', 'minutes'],
  ['h', 'hours'],
  ['d', 'days'],
  ['w', 'weeks'],
  ['bm', 'businessMinutes'],
  ['bh', 'businessHours'],
  ['bd', 'businessDays']
]);

/**
 * How far a fact reaches, from the words behind its name: `['lifetime']`, `['7bd']`, both in this
 * order; none is the whole run. Null when they are none of these.
 */
export function parseReach(words: readonly string[]): Reach | null {
  const [first, ...rest] = words;
  const scope = first === 'lifetime' ? 'lifetime' : 'run';
  const [text, ...more] = scope === 'lifetime' ? rest : words;
  if (text === undefined) return { scope, window: null };
  const window = windowOf(text);
  return window && more.length === 0 ? { scope, window } : null;
}

/** `7bd` is seven business days. A window of nothing is none. */
function windowOf(text: string): Duration | null {
  const [, digits = '', letters = ''] = /^([1-9][0-9]{0,6})([a-z]+)$/.exec(text) ?? [];
  const unit = UNITS.get(letters);
  return unit ? { amount: Number(digits), unit } : null;
}
