import { compile, compileLinked } from '$lib/compiler';
import type { RealLead } from '$lib/domain';
import { modelOf, type Model } from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import type { Arguments } from '../command';
import { badInput, cadenceErrors, type Refusal } from '../refusal';
import type { Subject } from '../subject';
import type { Terminal } from '../terminal';
import { readCadenceFile } from './cadence-file';
import { readLeads } from './lead-table';
import { withParameters } from './parameters';
import { readScenario } from './scenario';

/** Reads the files that the arguments name, and puts together what is to be simulated. */
export function prepare(args: Arguments, terminal: Terminal): Result<Subject, Refusal> {
  const read = readCadenceFile(args.file, terminal);
  if (!read.ok) return read;
  const file = withParameters(read.value, args.set);
  if (!file.ok) return file;
  const scenario = readScenario(file.value, args.scenario, terminal);
  if (!scenario.ok) return scenario;
  const options = {
    ...(args.leads === null ? {} : { leads: args.leads }),
    ...(args.seed === null ? {} : { seed: args.seed }),
    ...(args.start === null ? {} : { start: args.start }),
    ...(args.values['brief'] === true ? { brief: true } : {})
  };
  if (args.table === null) return ok({ file: file.value, scenario: scenario.value, options });
  const leads = readLeads(args.table, file.value.cadence, terminal);
  if (!leads.ok) return leads;
  const arrivals = { type: 'leads', leads: leads.value } as const;
  return ok({
    file: file.value,
    scenario: {
      ...scenario.value,
      start: earliest(scenario.value.start, leads.value),
      arrivals,
      leads: leads.value.length
    },
    options
  });
}

/** Leads of a table may come before a scenario that was made for others begins. */
function earliest(start: string, leads: readonly RealLead[]): string {
  return leads.reduce((first, { at }) => (at < first ? at : first), start);
}

/** The model of what is to be simulated, or what is wrong with the cadence or the scenario. */
export function modelOfSubject({ file, scenario, options }: Subject): Result<Model, Refusal> {
  const { program, diagnostics } = compile(file.cadence, {
    linked: file.linked.map(({ cadence }) => cadence)
  });
  if (!program) return fail(cadenceErrors(diagnostics));
  const model = modelOf(program, scenario, { ...options, linked: compileLinked(file) });
  return model.ok ? ok(model.value) : fail(badInput('The scenario does not fit:', model.error));
}
