import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '$lib/util';
import { cadenceOf, entry, fileOf, timedSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { createComputeClient } from './clients';
import { inProcessCompute } from './in-process';
import { pause } from './pause';
import type { QuestionKind, Questions, Subject } from './protocol';

// Several workers' work in one thread.
vi.setConfig({ testTimeout: 120_000 });

const cadence = timedSteps();
const file = fileOf(cadence, [scenarioFor(cadence)]);
const subject: Subject = { file, scenario: 'base', leads: 400, seed: 3 };
const [gap] = cadence.parameters;
const slower: Subject = {
  ...subject,
  file: {
    ...file,
    cadence: {
      ...cadence,
      parameters: cadence.parameters.map((each) =>
        each.id === gap?.id ? { ...each, duration: { ...each.duration, amount: 9 } } : each
      )
    }
  }
};
const clients: { dispose(): void }[] = [];

function poolOf(workers: number) {
  const client = createComputeClient(
    () => inProcessCompute({ now: () => performance.now(), pause, worthHelp: 0 }),
    { workers }
  );
  clients.push(client);
  return client;
}

const questions: Questions = {
  compare: {
    subjects: [
      { ...subject, name: 'A' },
      { ...slower, name: 'B' }
    ]
  },
  sensitivity: { subject: { ...subject, leads: 20 }, goal: 'success' },
  optimize: {
    subject: { ...subject, leads: 100 },
    settings: {
      goal: { metric: 'cycle', direction: 'min' },
      space: [{ name: gap?.id ?? '', values: [1, 2, 4, 8] }]
    }
  }
};

async function answer<K extends QuestionKind>(workers: number, kind: K) {
  const reply = await poolOf(workers).investigate(kind, questions[kind]);
  if (reply.type !== 'done') throw new Error(JSON.stringify(reply));
  return reply;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

describe('an investigation', () => {
  it.each(['compare', 'sensitivity', 'optimize'] as const)(
    'WRK-30 comes to the same bytes with one worker and with three: %s',
    async (kind) => {
      const one = await answer(1, kind);
      const three = await answer(3, kind);
      expect([one.workers, three.workers]).toEqual([1, 3]);
      expect(canonicalJson(three.report)).toBe(canonicalJson(one.report));
    }
  );

  it('WRK-30 compares on the same leads: a longer gap takes longer', async () => {
    const { report } = await answer(1, 'compare');
    const cycle = report.others[0]?.metrics.find(({ metric }) => metric === 'cycle');
    expect(cycle?.seen).toBe(true);
    expect(cycle?.difference?.low).toBeGreaterThan(0);
  });

  it('WRK-30 finds the shortest gap for the shortest cycle', async () => {
    const { report } = await answer(1, 'optimize');
    expect(report.finalists[0]?.values).toEqual({ [gap?.id ?? '']: 1 });
  });

  it('WRK-31 tells of progress and what is known so far, and ends when cancelled', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const subjects = questions.compare.subjects.map((each) => ({ ...each, leads: 1_000_000 }));
    const reply = await poolOf(2).investigate(
      'compare',
      { subjects },
      {
        signal: abort.signal,
        onProgress: ({ done }) => {
          seen.push(done);
          if (seen.length === 4) abort.abort();
        }
      }
    );
    expect(reply).toEqual({ type: 'cancelled' });
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it('WRK-32 is refused with what is wrong', async () => {
    const broken = cadenceOf([entry()], []);
    const of = { file: fileOf(broken, [scenarioFor(broken)]), scenario: 'base' };
    const client = poolOf(1);
    const refused = await client.investigate('sensitivity', { subject: of, goal: 'success' });
    expect(refused).toMatchObject({ type: 'refused', faults: [] });
    expect(await client.investigate('sensitivity', { subject, goal: 'joy' })).toMatchObject({
      type: 'refused',
      faults: [{ path: 'goal' }]
    });
    expect(
      await client.investigate('compare', { subjects: [{ ...subject, name: 'A' }] })
    ).toMatchObject({ type: 'refused', faults: [{ path: 'variants' }] });
  });
});
