import { fail, ok, type Result } from '$lib/util';
import { LONGEST_DURATION, type Duration, type DurationUnit } from '../duration';
import { unitFault, unitNamed } from './duration-units';
import { describeDuration } from './durations';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12
};

/** What one unit is in a smaller one, where that is the same at all times. */
const SMALLER: Partial<Readonly<Record<DurationUnit, readonly [number, DurationUnit]>>> = {
  hours: [60, 'minutes'],
  weeks: [7, 'days'],
  businessHours: [60, 'businessMinutes']
};

const PART = /^(\d+(?:[.,]\d+)?|[a-z]+)\s*([a-z]+(?: [a-z]+)?)?(?:\s*,\s*|\s+and\s+|\s+|$)/;
const GLUED = /^\d+(?:[.,]\d+)?\s*[a-z]+(?=\d)/;

/**
 * A length of time as people write it: `2 bd`, `3 days`, `1h30`, `an hour`, `1.5 h`; else the reason
 * in a sentence. A number alone counts in the unit `assumed`. Reads whatever `describeDuration` writes.
 */
export function parseDuration(text: string, assumed?: DurationUnit): Result<Duration, string> {
  const words = text.trim().toLowerCase();
  if (/^[-−]/.test(words)) return fail('Time runs forward: no number below zero.');
  let rest = words.replaceAll(/[\s-]+/g, ' ').replace(/^(for|after|within|in) /, '');
  let sum: Duration | null = null;
  while (rest !== '') {
    const read: ReturnType<typeof readPart> = readPart(rest, sum ? smallerOf(sum.unit) : assumed);
    if (!read.ok) return read;
    const joined: Result<Duration, string> = sum
      ? added(sum, read.value.part)
      : ok(read.value.part);
    if (!joined.ok) return joined;
    sum = joined.value;
    rest = read.value.rest;
  }
  if (!sum) return fail('Say how long, like 2 bd or 3 hours.');
  return sum.amount <= LONGEST_DURATION
    ? ok(sum)
    : fail(`At most ${describeDuration({ ...sum, amount: LONGEST_DURATION })}.`);
}

function readPart(
  text: string,
  assumed: DurationUnit | undefined
): Result<{ readonly part: Duration; readonly rest: string }, string> {
  // `1h30`: a number may follow a unit at once.
  const glued = GLUED.exec(text)?.[0];
  const match = PART.exec(glued ?? text);
  const number = numberOf(match?.[1] ?? '');
  if (!match || number === null) return fail('Begin with a number, like 2 bd or 3 hours.');
  const [whole, , name] = match;
  const rest = text.slice(glued === undefined ? whole.length : glued.length).trim();
  if (name === undefined) {
    if (!assumed)
      return fail(`${number} of what? Say a unit, like ${number} bd or ${number} hours.`);
    return withAmount(number, assumed, rest);
  }
  const unit = unitNamed(name);
  if (unit) return withAmount(number, unit, rest);
  // Two words may be a unit and the next number: `two weeks three days`.
  const [first = '', second = ''] = name.split(' ');
  const short = unitNamed(first);
  if (short && second) return withAmount(number, short, `${second} ${rest}`.replace(/^and /, ''));
  return fail(unitFault(name));
}

/** Fractions are whole numbers of the next smaller unit, where there is one. */
function withAmount(
  number: number,
  unit: DurationUnit,
  rest: string
): Result<{ readonly part: Duration; readonly rest: string }, string> {
  if (Number.isInteger(number)) return ok({ part: { amount: number, unit }, rest });
  const [times, smaller] = SMALLER[unit] ?? [];
  const amount = Math.round(number * (times ?? 1) * 1e6) / 1e6;
  if (smaller && Number.isInteger(amount)) return ok({ part: { amount, unit: smaller }, rest });
  return fail('A whole number, please: parts of a day or minute cannot be counted.');
}

function added(sum: Duration, part: Duration): Result<Duration, string> {
  if (sum.unit === part.unit) return ok({ ...sum, amount: sum.amount + part.amount });
  for (const [large, small] of [
    [sum, part],
    [part, sum]
  ] as const) {
    const [times, unit] = SMALLER[large.unit] ?? [];
    if (times && unit === small.unit) {
      return ok({ amount: large.amount * times + small.amount, unit });
    }
  }
  return fail(`${describeDuration(sum)} and ${describeDuration(part)} cannot be added up.`);
}

function smallerOf(unit: DurationUnit): DurationUnit | undefined {
  return SMALLER[unit]?.[1];
}

function numberOf(text: string): number | null {
  if (/^\d/.test(text)) return Number(text.replace(',', '.'));
  return Object.hasOwn(NUMBERS, text) ? (NUMBERS[text] ?? null) : null;
}
