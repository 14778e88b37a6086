import { CalendarCache } from '$lib/compiler';
import { sensitivityOf } from '$lib/simulation';
import type { Arguments } from '../command';
import type { Command } from '../command';
import { goalMetric } from '../inputs/goal';
import { prepare } from '../inputs/subject';
import { builderOf, variantOf } from '../inputs/variant';
import { DONE, badInput, oneFile, refuse } from '../refusal';
import { runExperiment } from '../run/experiment';
import { tornadoReport } from '../report/tornado';
import type { Terminal } from '../terminal';

/** What a goal depends on. */
export const sensitivity: Command = {
  option: 'sensitivity',
  forms: {
    sensitivity: { type: 'boolean' },
    goal: { type: 'string' },
    step: { type: 'string' },
    only: { type: 'string', multiple: true }
  },
  help: `How much depends on what
  --sensitivity       how much the --goal depends on each assumption and each named time
  --step SHARE        how far they are moved to either side (default: 0.1, a tenth)
  --only PATH         only assumptions at this path, like steps.call-1; may be given many times
`,
  run
};

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const began = terminal.now();
  if (args.others.length > 0) return refuse(oneFile(args.others), terminal);
  const subject = prepare(args, terminal);
  if (!subject.ok) return refuse(subject.error, terminal);
  const calendars = new CalendarCache();
  const start = variantOf(subject.value, calendars);
  if (!start.ok) return refuse(start.error, terminal);
  const { step, only } = args.values;
  const { name, parameters } = subject.value.file.cadence;
  const settings = {
    goal: goalMetric(args.values),
    parameters,
    ...(typeof step === 'string' ? { steps: { relative: Number(step) } } : {}),
    ...(Array.isArray(only) ? { only: only as readonly string[] } : {})
  };
  const analysis = sensitivityOf(settings, builderOf(subject.value, calendars));
  if (!analysis.ok) {
    const refusal = badInput('This cannot be looked at:', analysis.error);
    return refuse(refusal, terminal);
  }
  const result = await runExperiment(analysis.value, args, terminal);
  terminal.print(
    args.output === 'text'
      ? tornadoReport(name, result, terminal.now() - began)
      : `${JSON.stringify(result, null, 2)}\n`
  );
  return DONE;
}
