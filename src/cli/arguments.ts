import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '$lib/util';
import type { Arguments, Command, OptionForms } from './command';

const COMMON: OptionForms = {
  scenario: { type: 'string' },
  table: { type: 'string' },
  set: { type: 'string', multiple: true },
  leads: { type: 'string' },
  seed: { type: 'string' },
  start: { type: 'string' },
  workers: { type: 'string' },
  budget: { type: 'string' },
  memory: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
};

/** A command and its arguments, 'help', or what is wrong with them. */
export function readArguments(
  args: readonly string[],
  commands: readonly [Command, ...Command[]]
): Result<{ command: Command; args: Arguments } | 'help', string> {
  let parsed;
  try {
    const options = Object.assign({}, COMMON, ...commands.map(({ forms }) => forms)) as OptionForms;
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const values = parsed.values as Values;
  if (values['help'] === true) return ok('help');
  const asked = commands.filter(({ option }) => option !== null && values[option] !== undefined);
  if (asked.length > 1)
    return fail(`one of ${asked.map(({ option }) => `--${option}`).join(', ')} at a time`);
  const command = asked[0] ?? commands[0];
  const stray = Object.keys(values).find(
    (name) => !Object.hasOwn(COMMON, name) && !Object.hasOwn(command.forms, name)
  );
  if (stray !== undefined) return fail(`--${stray} ${whereItGoes(stray, command, commands)}`);
  const read = common(values, parsed.positionals);
  return read.ok ? ok({ command, args: read.value }) : read;
}

/** Where an option belongs that a command does not know. */
function whereItGoes(name: string, asked: Command, commands: readonly Command[]): string {
  const owners = commands.flatMap(({ option, forms }) =>
    option !== null && Object.hasOwn(forms, name) ? [`--${option}`] : []
  );
  return owners.length > 0
    ? `goes with ${owners.join(' or ')}`
    : `does not go with --${asked.option}`;
}

type Values = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

function common(values: Values, [file, ...others]: readonly string[]): Result<Arguments, string> {
  if (file === undefined) return fail('which file? Name a cadence file.');
  if (values['json'] === true && values['csv'] === true) return fail('--json or --csv, not both');
  const leads = figure(values, 'leads', /^\d{1,15}$/, 'a whole number');
  const seed = figure(values, 'seed', /^-?\d{1,15}$/, 'a whole number');
  const workers = figure(values, 'workers', /^[1-9]\d{0,2}$/, 'a whole number from 1 to 999');
  const seconds = figure(values, 'budget', /^\d+(\.\d+)?$/, 'a number of seconds');
  const megabytes = figure(values, 'memory', /^\d+$/, 'a number of megabytes');
  for (const read of [leads, seed, workers, seconds, megabytes]) if (!read.ok) return read;
  return ok({
    file,
    others,
    scenario: text(values, 'scenario'),
    table: text(values, 'table'),
    set: list(values, 'set'),
    leads: valueOf(leads),
    seed: valueOf(seed),
    start: text(values, 'start'),
    workers: valueOf(workers),
    budget: { seconds: valueOf(seconds) ?? Infinity, megabytes: valueOf(megabytes) ?? Infinity },
    output: values['json'] === true ? 'json' : values['csv'] === true ? 'csv' : 'text',
    values
  });
}

function text(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

function list(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function figure(
  values: Values,
  name: string,
  form: RegExp,
  words: string
): Result<number | null, string> {
  const value = text(values, name);
  if (value === null) return ok(null);
  return form.test(value) ? ok(Number(value)) : fail(`--${name} needs ${words}, not "${value}"`);
}

function valueOf(read: Result<number | null, string>): number | null {
  return read.ok ? read.value : null;
}
