import { describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/util';
import { sixSteps } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import type { Experiment, Job } from './experiment';
import { JobBoard } from './job-board';

const cadence = sixSteps();
const job = (variant: number): Job => ({
  id: String(variant),
  variant,
  shares: [{ replication: 0, from: 0, to: 10 }],
  metrics: ['success']
});

/** An experiment of two variants, one of which cannot be made. */
function broken(how: 'thrown' | 'refused'): Experiment<readonly number[]> {
  const left = new Set([0, 1]);
  const refused: number[] = [];
  return {
    jobs: () => [...left].map(job),
    variant(index) {
      if (index === 0)
        return ok({ program: programOf(cadence), scenario: scenarioFor(cadence, { leads: 10 }) });
      if (how === 'thrown') throw new Error('no such variant');
      return fail([{ path: 'leads', message: 'must be more' }]);
    },
    tell: ({ variant }) => void left.delete(variant),
    refuse(variant) {
      refused.push(variant);
      left.delete(variant);
    },
    progress: { done: 0, of: 20 },
    report: () => refused
  };
}

describe('the jobs of an experiment', () => {
  it('CLI-10 an error of any of them ends it for everybody, and is thrown to each', async () => {
    const board = new JobBoard(broken('thrown'));
    const never = () => new Promise<null>(() => undefined);
    const workers = [board.work(never), board.work(() => Promise.resolve(null))];
    await expect(workers[1]).rejects.toThrow('no such variant');
    expect(board.stopped).toBe(true);
  });

  it('CLI-10 a variant that cannot be run is told of', async () => {
    const board = new JobBoard(broken('refused'));
    const measurement = { segments: 1, batches: 1, replications: 1, units: 10, sums: {} };
    await board.work(() => Promise.resolve(measurement as never));
    expect(board.report()).toEqual([1]);
  });
});
