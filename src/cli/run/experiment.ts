import { ExperimentRun, JobBoard, type Experiment } from '$lib/simulation';
import type { Arguments } from '../command';
import type { Terminal } from '../terminal';
import type { JobThread } from '../thread';
import { SLICE } from './task';
import { threadsFor } from './threads-for';
import { LOOK_EVERY, Watch } from './watch';

/**
 * Runs an experiment, on as many threads as are asked for and worth it, until its end, or until its budget
 * is used up; what it knows is what it reports. At its end that does not depend on the threads.
 */
export async function runExperiment<Report>(
  experiment: Experiment<Report>,
  args: Pick<Arguments, 'budget' | 'workers'>,
  terminal: Terminal
): Promise<Report> {
  const watch = new Watch(args.budget, terminal);
  const { threads } = terminal;
  const many = threadsFor(experiment.progress.of, args, terminal);
  if (!threads || many <= 1) return here(experiment, watch);
  return onThreads(
    experiment,
    Array.from({ length: many }, () => threads.forJobs()),
    watch
  );
}

function here<Report>(experiment: Experiment<Report>, watch: Watch): Report {
  const run = new ExperimentRun(experiment);
  while (!run.run(watch.isOff ? Infinity : SLICE)) if (watch.look()) break;
  return run.report();
}

/** This thread hands out the jobs. */
async function onThreads<Report>(
  experiment: Experiment<Report>,
  threads: readonly JobThread[],
  watch: Watch
): Promise<Report> {
  const end = (): void => {
    for (const thread of threads) thread.end();
  };
  const look = (): void => {
    if (board.stopped || !watch.look()) return;
    board.stop();
    end();
  };
  const board = new JobBoard(experiment, look);
  const timer = setInterval(look, LOOK_EVERY);
  try {
    await Promise.all(
      threads.map((thread) => board.work((job, { variant }) => thread.run({ job, variant })))
    );
    return board.report();
  } finally {
    clearInterval(timer);
    board.stop();
    end();
  }
}
