import { compile, compileLinked } from '$lib/compiler';
import { parseCadenceFile } from '$lib/domain';
import { SimulationRun, modelOf, type SimulationResult } from '$lib/simulation';
import { forLeads } from './scale';

/** What is to be timed, and for how long. */
export interface Job {
  /** Text of a cadence file; its first scenario is run. */
  readonly text: string;
  readonly leads: number;
  /** Take the general path in any case. */
  readonly general: boolean;
  /** Count the main figures alone. */
  readonly brief: boolean;
  /** Fewest runs. */
  readonly runs: number;
  /** More runs are made until so much time has passed. */
  readonly milliseconds: number;
}

/** What peers report as well, so that all can be seen to have simulated the same. */
export interface Timed {
  /** Milliseconds of each run, in order: model made, leads simulated, results summed up. */
  readonly times: readonly number[];
  /** Share of the leads that left won or qualified. */
  readonly good: number;
  /** Minutes from arrival to end. */
  readonly mean: number;
  readonly path: string;
}

/** Times runs of a cadence, each with another seed; the first one is the first in its process or worker. */
export function measure({ text, leads, general, brief, runs, milliseconds }: Job): Timed {
  const file = parseCadenceFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const { program } = compile(file.value.cadence, {
    linked: file.value.linked.map(({ cadence }) => cadence)
  });
  const [scenario] = file.value.scenarios;
  if (!program || !scenario) throw new Error('nothing to simulate');
  const linked = compileLinked(file.value);
  const scaled = forLeads(scenario, leads);
  const times: number[] = [];
  let result: SimulationResult | null = null;
  const until = performance.now() + milliseconds;
  for (let seed = 1; seed <= runs || performance.now() < until; seed++) {
    const began = performance.now();
    const model = modelOf(program, scaled, { leads, seed, general, brief, linked });
    if (!model.ok) throw new Error(model.error.map(({ path, message }) => `${path} ${message}`)[0]);
    const run = new SimulationRun(model.value);
    while (!run.run(run.leads));
    result = run.result();
    times.push(performance.now() - began);
  }
  const { exits = [], elapsed, path } = result ?? {};
  const good = exits
    .filter((exit) => exit.result === 'won' || exit.result === 'qualified')
    .reduce((sum, { share }) => sum + share, 0);
  return { times, good, mean: (elapsed?.mean ?? 0) / 60_000, path: path?.kind ?? 'general' };
}
