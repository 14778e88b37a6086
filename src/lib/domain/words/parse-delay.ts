import { fail, nearest, ok, type Result } from '$lib/util';
import type { Delay, DurationUnit, Parameter } from '../duration';
import { describeDuration } from './durations';
import { parseDuration } from './parse-duration';

/**
 * A delay as people write it: a length of time, or a parameter by its name or id. `=` before it says
 * that a parameter is meant. Else the reason in a sentence.
 */
export function parseDelay(
  text: string,
  parameters: readonly Parameter[],
  assumed?: DurationUnit
): Result<Delay, string> {
  const named = text.trim();
  const duration = named.startsWith('=') ? null : parseDuration(named, assumed);
  if (duration?.ok) return duration;
  const parameter = parameterNamed(named.replace(/^=\s*/, ''), parameters);
  if (parameter) return ok({ parameter: parameter.id });
  if (duration && /^\d|^$/.test(named)) return duration;
  const meant = nearest(
    named.toLowerCase(),
    parameters.flatMap(({ id, name }) => [name.toLowerCase(), id])
  );
  if (meant !== undefined) return fail(`There is no “${named}”. Did you mean ${meant}?`);
  return fail('Say how long, like 2 bd or 3 hours, or a named duration.');
}

/** The text of a delay that `parseDelay` reads as that delay. */
export function delayText(delay: Delay, parameters: readonly Parameter[]): string {
  if (!('parameter' in delay)) return describeDuration(delay);
  const name = parameters.find(({ id }) => id === delay.parameter)?.name ?? '';
  const texts = [name, delay.parameter, `=${delay.parameter}`];
  const isRead = (text: string) => {
    const read = parseDelay(text, parameters);
    return read.ok && 'parameter' in read.value && read.value.parameter === delay.parameter;
  };
  return texts.find(isRead) ?? `=${delay.parameter}`;
}

/** By id, else by name; the name may be followed by what it stands for, as sentences say it. */
function parameterNamed(text: string, parameters: readonly Parameter[]): Parameter | undefined {
  const byId = parameters.find(({ id }) => id === text);
  const word = text.toLowerCase();
  return (
    byId ??
    parameters.find(({ name }) => name.trim() !== '' && name.trim().toLowerCase() === word) ??
    parameters.find(
      ({ id, name, duration }) =>
        word === `${(name || id).toLowerCase()} (${describeDuration(duration)})`
    )
  );
}
