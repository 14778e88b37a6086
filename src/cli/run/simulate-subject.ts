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
import type { Terminal } from '../terminal';
import type { Threads } from '../thread';
import { SLICE, newControl, stop } from './task';
import { threadsFor } from './threads-for';
import { LOOK_EVERY, Watch } from './watch';

/** Simulates on as many threads as are asked for and worth it; the result does not depend on them. */
export function simulateSubject(
  subject: Subject,
  model: Model,
  args: Pick<Arguments, 'workers' | 'budget'>,
  terminal: Terminal
): Promise<SimulationResult> {
  const shares = sharesOf(model);
  const leads = shares.reduce((sum, { from, to }) => sum + to - from, 0);
  const many = Math.min(threadsFor(leads, args, terminal), shares.length);
  const watch = new Watch(args.budget, terminal);
  if (!terminal.threads || many <= 1) return Promise.resolve(here(model, watch));
  return onThreads({ subject, model, leads, many, watch }, terminal.threads);
}

function here(model: Model, watch: Watch): SimulationResult {
  const run = new SimulationRun(model);
  while (!run.run(watch.isOff ? Infinity : SLICE)) {
    const reason = watch.look();
    if (reason) return run.result(reason);
  }
  return run.result();
}

interface Shared {
  readonly subject: Subject;
  readonly model: Model;
  readonly leads: number;
  readonly many: number;
  readonly watch: Watch;
}

async function onThreads(
  { subject, model, leads, many, watch }: Shared,
  threads: Threads
): Promise<SimulationResult> {
  const control = newControl();
  let reason: Stopped['reason'] | null = null;
  const timer = setInterval(() => {
    reason ??= watch.look();
    if (reason) stop(control);
  }, LOOK_EVERY);
  try {
    const replies = await Promise.all(
      Array.from({ length: many }, () => threads.perform({ subject, control }))
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
