import { describeDuration, parseDuration, type CadenceFile, type Parameter } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import { badInput, type Refusal } from '../refusal';

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
  const duration = parseDuration(time);
  if (!duration.ok) return fail(badInput(`--set ${id}: "${time}" is no time. ${duration.error}`));
  return ok({ ...parameter, duration: duration.value });
}

function named(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return 'It names none.';
  const list = parameters.map(({ id, duration }) => `${id} (${describeDuration(duration)})`);
  return `It names ${list.join(', ')}.`;
}
