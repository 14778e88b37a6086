import { ExperimentRun, type Experiment } from '$lib/simulation';
import type { Arguments } from '../command';
import type { Terminal } from '../terminal';
import { SLICE } from './task';
import { Watch } from './watch';

/** Runs an experiment until its end, or until its budget is used up; what it knows is what it reports. */
export function runExperiment<Report>(
  experiment: Experiment<Report>,
  { budget }: Pick<Arguments, 'budget'>,
  terminal: Terminal
): Report {
  const watch = new Watch(budget, terminal);
  const run = new ExperimentRun(experiment);
  while (!run.run(watch.isOff ? Infinity : SLICE)) if (watch.look()) break;
  return run.report();
}
