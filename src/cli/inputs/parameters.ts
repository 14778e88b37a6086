import {
  describeDuration,
  type CadenceFile,
  type Duration,
  type DurationUnit,
  type Parameter
} from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import { badInput, type Refusal } from '../refusal';

const UNITS: Readonly<Record<string, DurationUnit>> = {
  min: 'minutes',
  minute: 'minutes',
  h: 'hours',
  hour: 'hours',
  d: 'days',
  day: 'days',
  w: 'weeks',
  week: 'weeks',
  bmin: 'businessMinutes',
  'business minute': 'businessMinutes',
  bh: 'businessHours',
  'business hour': 'businessHours',
  bd: 'businessDays',
  'business day': 'businessDays'
};

const LONGEST = 2_000_000;

/** The file with named times of its cadence set, each by a text like `gap1=3 bd`. */
export function withParameters(
  file: CadenceFile,
  set: readonly string[]
): Result<CadenceFile, Refusal> {
  let { parameters } = file.cadence;
  for (const text of set) {
    const read = readParameter(text, parameters);
    if (!read.ok) return read;
    parameters = parameters.map((each) => (each.id === read.value.id ? read.value : each));
  }
  return ok({ ...file, cadence: { ...file.cadence, parameters } });
}

/** One named time with its new length, from a text like `gap1=3 bd`. */
function readParameter(text: string, parameters: readonly Parameter[]): Result<Parameter, Refusal> {
  const [id = '', time] = text.split(/=(.*)/s).map((part) => part.trim());
  if (time === undefined)
    return fail(badInput(`--set needs a name and a time, like gap1="3 bd", not "${text}"`));
  const parameter = parameters.find((each) => each.id === id);
  if (!parameter) return fail(badInput(`The cadence names no time "${id}". ${named(parameters)}`));
  const duration = readDuration(time);
  if (!duration)
    return fail(
      badInput(`--set ${id}: "${time}" is no time. Say a whole number and one of ${units()}.`)
    );
  return ok({ ...parameter, duration });
}

/** `3 bd`, `3bd`, `3 business days`; null: it is no such thing. */
export function readDuration(text: string): Duration | null {
  const match = /^(\d{1,7})\s*([a-z]+(?: [a-z]+)?)$/i.exec(text.trim());
  const name = match?.[2]?.toLowerCase() ?? '';
  const unit = [name, name.replace(/s$/, '')].find((each) => Object.hasOwn(UNITS, each));
  const amount = Number(match?.[1]);
  return unit && UNITS[unit] && amount <= LONGEST ? { amount, unit: UNITS[unit] } : null;
}

function named(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return 'It names none.';
  const list = parameters.map(({ id, duration }) => `${id} (${describeDuration(duration)})`);
  return `It names ${list.join(', ')}.`;
}

function units(): string {
  return Object.keys(UNITS)
    .filter((name) => !/^(minute|hour|day|week|business .*)$/.test(name))
    .join(', ');
}
