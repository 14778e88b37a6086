import {
  SimulationRun,
  Tally,
  sharesOf,
  summarize,
  type Model,
  type SimulationResult,
  type Stopped
} from '$lib/simulation';
import type { Arguments } from '../command';
import type { Subject } from '../subject';
import type { StartThread, Terminal } from '../terminal';
import { SLICE, newControl, stop } from './task';
import { Watch } from './watch';

/** A thread takes about as long to start as so many leads to run. */
const WORTH_A_THREAD = 20_000;
/** Milliseconds between two looks at what a run on threads has taken. */
const LOOK_EVERY = 20;

/** Simulates on as many threads as are asked for and worth it; the result does not depend on them. */
export function simulateSubject(
  subject: Subject,
  model: Model,
  { workers, budget }: Pick<Arguments, 'workers' | 'budget'>,
  terminal: Terminal
): Promise<SimulationResult> {
  const shares = sharesOf(model);
  const leads = shares.reduce((sum, { from, to }) => sum + to - from, 0);
  const worth = workers ?? Math.min(terminal.cores, Math.ceil(leads / WORTH_A_THREAD));
  const threads = Math.min(worth, shares.length);
  const watch = new Watch(budget, terminal);
  if (!terminal.thread || threads <= 1) return Promise.resolve(here(model, watch));
  return onThreads({ subject, model, leads, threads, watch }, terminal.thread);
}

function here(model: Model, watch: Watch): SimulationResult {
  const run = new SimulationRun(model);
  while (!run.run(watch.isOff ? Infinity : SLICE)) {
    const reason = watch.look();
    if (reason) return run.result(reason);
  }
  return run.result();
}

interface Threads {
  readonly subject: Subject;
  readonly model: Model;
  readonly leads: number;
  readonly threads: number;
  readonly watch: Watch;
}

async function onThreads(
  { subject, model, leads, threads, watch }: Threads,
  start: StartThread
): Promise<SimulationResult> {
  const control = newControl();
  let reason: Stopped['reason'] | null = null;
  const timer = setInterval(() => {
    reason ??= watch.look();
    if (reason) stop(control);
  }, LOOK_EVERY);
  try {
    const replies = await Promise.all(
      Array.from({ length: threads }, () => start({ subject, control }))
    );
    const tally = new Tally(model);
    let done = 0;
    for (const reply of replies) {
      tally.absorb(reply.columns);
      done += reply.done;
    }
    const stopped = reason && done < leads ? { reason, done, of: leads } : null;
    return summarize(model, tally, stopped);
  } finally {
    clearInterval(timer);
  }
}
