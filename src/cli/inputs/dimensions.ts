import { parseDuration } from '$lib/domain';
import { figureAt, type Dimension, type Setting } from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import { badInput, type Refusal } from '../refusal';
import type { Subject } from '../subject';

const MOST_VALUES = 1000;

/** What an optimizer may choose, from texts like `gap1=1..5 bd,people.reps.count=2|4`. */
export function readDimensions(
  texts: readonly string[],
  subject: Subject
): Result<readonly Dimension[], Refusal> {
  const dimensions: Dimension[] = [];
  for (const text of texts.flatMap((each) => each.split(','))) {
    const read = readDimension(text.trim(), subject);
    if (!read.ok) return fail(badInput(`--optimize ${text.trim()}: ${read.error}`));
    dimensions.push(read.value);
  }
  return ok(dimensions);
}

/** The settings as they stand, by name. */
export function standing(
  dimensions: readonly Dimension[],
  { file, scenario }: Subject
): Readonly<Record<string, Setting>> {
  const entries = dimensions.map(({ name }): [string, Setting] => {
    const parameter = file.cadence.parameters.find(({ id }) => id === name);
    return [name, parameter?.duration ?? figureAt(scenario, name) ?? 0];
  });
  return Object.fromEntries(entries);
}

function readDimension(text: string, { file, scenario }: Subject): Result<Dimension, string> {
  const [name = '', words] = text.split(/=(.*)/s).map((part) => part.trim());
  if (words === undefined) return fail('say what may be chosen, like gap1="1..5 bd"');
  const [, list = '', unit = ''] = /^([\d.|/\s]+?)\s*([a-z][a-z ]*)?$/i.exec(words) ?? [];
  const figures = readFigures(list);
  if (!figures) return fail(`"${words}" are no values: say 1..5 bd, 1|2|4 bd, 2..6 or 1..9/2`);
  if (file.cadence.parameters.some(({ id }) => id === name)) {
    const durations = figures.map((figure) => parseDuration(`${figure} ${unit}`));
    const values = durations.flatMap((duration) => (duration.ok ? [duration.value] : []));
    if (values.length < figures.length)
      return fail(`times are whole numbers with a unit, like 1..5 bd, not "${words}"`);
    return ok({ name, values });
  }
  if (figureAt(scenario, name) === null)
    return fail('is neither a named time of the cadence nor a figure of the scenario');
  return unit === '' ? ok({ name, values: figures }) : fail('is a figure, and has no unit');
}

/** `1..5`, `0.1..0.5/0.1`, `1|2|4`; null: none of them. */
function readFigures(list: string): readonly number[] | null {
  const figures: number[] = [];
  for (const part of list.split('|')) {
    const match = /^(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?)?$/.exec(
      part.trim()
    );
    if (!match) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? from);
    const step = Number(match[3] ?? 1);
    if (!(step > 0) || to < from || (to - from) / step > MOST_VALUES) return null;
    for (let at = 0; from + at * step <= to + step * 1e-9; at++)
      figures.push(Math.round((from + at * step) * 1e9) / 1e9);
  }
  return figures;
}
