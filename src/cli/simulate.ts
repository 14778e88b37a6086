import { compile, compileLinked, type Diagnostic } from '$lib/compiler';
import { parseCadenceFile, type CadenceFile, type Fault } from '$lib/domain';
import { SimulationRun, modelOf, type SimulationResult } from '$lib/simulation';
import { HELP, readArguments, type SimulateArguments } from './arguments';
import { report } from './report';

/** What the command sees of the machine. */
export interface Terminal {
  readFile(path: string): string;
  print(text: string): void;
  complain(text: string): void;
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

/** Runs the command; returns its exit status. */
export function simulate(args: readonly string[], terminal: Terminal): number {
  const read = readArguments(args);
  if (!read.ok) {
    terminal.complain(`${read.error}\n\n${HELP}`);
    return 2;
  }
  if (read.value === 'help') {
    terminal.print(HELP);
    return 0;
  }
  const file = load(read.value.file, terminal);
  return file ? simulateFile(file, read.value, terminal) : 2;
}

function load(path: string, terminal: Terminal): CadenceFile | null {
  let text: string;
  try {
    text = terminal.readFile(path);
  } catch (error) {
    terminal.complain(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`
    );
    return null;
  }
  const file = parseCadenceFile(text);
  if (file.ok) return file.value;
  terminal.complain(`${path} is not a cadence file:\n${lines(file.error)}`);
  return null;
}

function simulateFile(file: CadenceFile, args: SimulateArguments, terminal: Terminal): number {
  const { program, diagnostics } = compile(file.cadence, {
    linked: file.linked.map(({ cadence }) => cadence)
  });
  if (!program) {
    terminal.complain(`The cadence has errors:\n${diagnostics.filter(isError).map(line).join('')}`);
    return 1;
  }
  const scenario = args.scenario
    ? file.scenarios.find(({ id }) => id === args.scenario)
    : file.scenarios[0];
  if (!scenario) {
    terminal.complain(`The file has no scenario${args.scenario ? ` "${args.scenario}"` : ''}.\n`);
    return 1;
  }
  const began = terminal.now();
  const model = modelOf(program, scenario, {
    linked: compileLinked(file),
    ...(args.leads === null ? {} : { leads: args.leads }),
    ...(args.seed === null ? {} : { seed: args.seed }),
    ...(args.start === null ? {} : { start: args.start })
  });
  if (!model.ok) {
    terminal.complain(`The scenario does not fit:\n${lines(model.error)}`);
    return 1;
  }
  const run = new SimulationRun(model.value);
  run.run(run.leads);
  const result = run.result();
  terminal.print(
    args.json ? json(result) : report(file.cadence.name, result, terminal.now() - began)
  );
  return 0;
}

function json(result: SimulationResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function line({ message, node }: Diagnostic): string {
  return `  ${node ? `[${node}] ` : ''}${message}\n`;
}

function lines(faults: readonly Fault[]): string {
  return faults.map(({ path, message }) => `  ${path ? `${path}: ` : ''}${message}\n`).join('');
}
