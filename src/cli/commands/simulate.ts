import type { Arguments } from '../command';
import type { Command } from '../command';
import { modelOfSubject, prepare } from '../inputs/subject';
import { DONE, oneFile, refuse } from '../refusal';
import { report } from '../report/report';
import { stepsCsv } from '../report/steps-csv';
import { simulateSubject } from '../run/simulate-subject';
import type { Terminal } from '../terminal';

/** One scenario, simulated. */
export const simulate: Command = {
  option: null,
  forms: { csv: { type: 'boolean' }, brief: { type: 'boolean' } },
  help: '',
  run
};

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.others.length > 0) return refuse(oneFile(args.others), terminal);
  const subject = prepare(args, terminal);
  if (!subject.ok) return refuse(subject.error, terminal);
  const began = terminal.now();
  const model = modelOfSubject(subject.value);
  if (!model.ok) return refuse(model.error, terminal);
  const result = await simulateSubject(subject.value, model.value, args, terminal);
  const took = terminal.now() - began;
  switch (args.output) {
    case 'json':
      terminal.print(`${JSON.stringify(result, null, 2)}\n`);
      break;
    case 'csv':
      terminal.print(stepsCsv(result));
      break;
    case 'text':
      terminal.print(report(subject.value.file.cadence.name, result, took));
      break;
  }
  return DONE;
}
