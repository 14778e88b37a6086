import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '$lib/util';

export interface SimulateArguments {
  readonly file: string;
  readonly scenario: string | null;
  readonly leads: number | null;
  readonly seed: number | null;
  readonly start: string | null;
  readonly json: boolean;
}

export const HELP = `Simulates a cadence and prints what comes of it.

  npm run simulate -- FILE [options]

FILE is a cadence file, such as static/examples/six-step-follow-up.json.

  --leads N       how many leads (default: the scenario's)
  --seed N        seed of the draws, a whole number (default: the scenario's)
  --start TIME    local date and time of the first arrivals, like 2026-01-05T09:00
  --scenario ID   which of the file's scenarios (default: the first)
  --json          print the result as JSON (described in src/cli/README.md)
  --help          print this

The same file, scenario, number of leads and seed give the same bytes on every machine.

Exit status: 0 simulated; 1 the cadence has errors or the scenario does not fit it;
2 the arguments or the file could not be read.
`;

/** The arguments of `simulate`, 'help', or what is wrong with them. */
export function readArguments(args: readonly string[]): Result<SimulateArguments | 'help', string> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        leads: { type: 'string' },
        seed: { type: 'string' },
        start: { type: 'string' },
        scenario: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return ok('help');
  const [file, ...rest] = positionals;
  if (file === undefined) return fail('which file? Name a cadence file.');
  if (rest.length > 0) return fail(`one file at a time: what is "${rest.join(' ')}"?`);
  const leads = wholeNumber('leads', values.leads);
  const seed = wholeNumber('seed', values.seed);
  if (typeof leads === 'string') return fail(leads);
  if (typeof seed === 'string') return fail(seed);
  return ok({
    file,
    scenario: values.scenario ?? null,
    leads,
    seed,
    start: values.start ?? null,
    json: values.json
  });
}

function wholeNumber(name: string, text: string | undefined): number | string | null {
  if (text === undefined) return null;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : `--${name} needs a whole number, not "${text}"`;
}
