import { describe, expect, it, vi } from 'vitest';
import { serializeCadenceFile, type Cadence } from '$lib/domain';
import type { ComparisonResult, OptimizerResult, SensitivityResult } from '$lib/simulation';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { cli } from './cli';
import type { Terminal } from './terminal';
import { inTurns } from './testing/in-turns';

const six = sixSteps();
const cadence: Cadence = {
  ...six,
  nodes: six.nodes.map((node) =>
    node.kind === 'action' && node.channel === 'call' ? { ...node, role: 'rep' } : node
  )
};
const people = [{ id: 'reps', name: 'Reps', role: 'rep', count: 2 }];
const file = fileOf(cadence, [
  scenarioFor(cadence, { leads: 100 }),
  scenarioFor(cadence, { id: 'staffed', leads: 60, people, arrivals: { type: 'atOnce' } }),
  scenarioFor(cadence, { id: 'twice', leads: 80, replications: 2, warmUp: 10 }),
  scenarioFor(cadence, { id: 'broken', steps: { nobody: {} } })
]);

/** Runs the command line over one invented file; every look at the clock takes a second. */
async function run(
  args: string[],
  more: Record<string, string> = {},
  machine: Partial<Terminal> = {}
) {
  const files: Record<string, string> = { 'six.json': serializeCadenceFile(file), ...more };
  const out: string[] = [];
  const err: string[] = [];
  let seconds = 0;
  const status = await cli(['six.json', ...args], {
    readFile(path) {
      const text = files[path];
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    print: (text) => out.push(text),
    complain: (text) => err.push(text),
    now: () => 1000 * seconds++,
    cores: 2,
    memory: () => 100,
    threads: null,
    ...machine
  });
  return { status, out: out.join(''), err: err.join('') };
}

async function json<T>(args: string[], more: Record<string, string> = {}): Promise<T> {
  const { out, err, status } = await run([...args, '--json'], more);
  if (status !== 0) throw new Error(err);
  return JSON.parse(out) as T;
}

/** Many small simulations: on a busy machine they take their time. */
vi.setConfig({ testTimeout: 30_000 });

describe('the command line compares', () => {
  it('SIM-98 cadences with other times, on the same leads', async () => {
    const args = ['--compare', 'six.json,gap1=4 bd', '--leads', '150'];
    const result = await json<ComparisonResult>(args);
    expect(result).toMatchObject({ first: 'six', leads: 150, seed: 1, complete: true });
    expect(result.others.map(({ name }) => name)).toEqual(['six,gap1=4 bd']);
    const metrics = result.others[0]?.metrics ?? [];
    expect(metrics.find(({ metric }) => metric === 'success')?.difference?.mean).toBe(0);
    expect(metrics.find(({ metric }) => metric === 'elapsed')?.seen).toBe(true);
    const { out } = await run(args);
    expect(out).toContain('six against six,gap1=4 bd: the same 150 leads, seed 1, in 20 parts');
    expect(out).toMatch(/elapsed +\d+\.\d d +\d+\.\d d +\+\d\.\d+ to \+\d\.\d+ days/);
  });

  it('SIM-98 scenarios, several at once', async () => {
    const { out, status } = await run(['--compare', 'six.json@staffed', 'six.json']);
    expect(status).toBe(0);
    expect(out).toContain('six against six@staffed, six (2)');
    expect(out).toContain('the same in every part');
  });

  it.each([
    [['--compare', 'none.json'], 'none.json cannot be read'],
    [['--compare', 'six.json@none'], 'no scenario "none"'],
    [['--compare', 'six.json,gap9=4 bd'], 'names no time "gap9"'],
    [['--compare', 'six.json@broken'], 'variants[1].steps.nobody']
  ])('SIM-89 says what is wrong with %j', async (args, words) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
});

describe('the command line makes variants alike', () => {
  it('SIM-98 scenarios of other replications and warm-up meet the leads of the first', async () => {
    const twice = ['--scenario', 'twice', '--compare', 'six.json@base'];
    expect(await json<ComparisonResult>(twice)).toMatchObject({ leads: 140, complete: true });
    const once = await json<ComparisonResult>(['--compare', 'six.json@twice']);
    expect(once).toMatchObject({ leads: 100, complete: true });
    expect(once.others[0]?.metrics[0]?.difference?.mean).toBe(0);
  });
});

describe('the command line optimizes', () => {
  const args = ['--optimize', 'gap1=1..3 bd,gap2=2|4 bd', '--goal', 'elapsed'];

  it('SIM-98 named times, with a constraint', async () => {
    const result = await json<OptimizerResult>([...args, '--subject-to', 'touches<=9']);
    expect(result).toMatchObject({ choices: 6, tried: 6, complete: true });
    expect(result.finalists[0]?.values).toEqual({
      gap1: { amount: 1, unit: 'businessDays' },
      gap2: { amount: 2, unit: 'businessDays' }
    });
    expect(result.finalists[0]?.holds).toBe('yes');
    const { out } = await run(args);
    expect(out).toContain('the least elapsed, 6 of 6 choices tried');
    expect(out).toContain('Best found: gap1 = 1 business day, gap2 = 2 business days.');
  });

  it('SIM-113 a percentile, as short as can be', async () => {
    const goal = ['--goal', 'elapsed  p75', '--leads', '400'];
    const result = await json<OptimizerResult>(['--optimize', 'gap1=1|4 bd', ...goal]);
    expect(result.goal).toEqual({ metric: 'elapsed p75', direction: 'min' });
    const [best] = result.finalists;
    expect(best?.values).toEqual({ gap1: { amount: 1, unit: 'businessDays' } });
    expect(best?.goal?.low).toBeLessThanOrEqual(best?.goal?.mean ?? 0);
    const { out } = await run(['--optimize', 'gap1=1|4 bd', ...goal]);
    expect(out).toContain('the least elapsed p75, 2 of 2 choices tried');
  });

  it('SIM-98 figures of the scenario', async () => {
    const result = await json<OptimizerResult>([
      '--scenario',
      'staffed',
      '--optimize',
      'people.reps.count=2..3',
      '--goal',
      'waiting',
      '--subject-to',
      'utilization:reps >= 1 %'
    ]);
    expect(result.finalists[0]?.values).toEqual({ 'people.reps.count': 3 });
    expect(result.finalists[0]?.constraints[0]?.found?.mean).toBeGreaterThan(0.01);
  });

  it('SIM-94 goes on from what it printed when its budget was used up', async () => {
    const asked = [...args, '--leads', '500', '--json'];
    const stopped = await run([...asked, '--budget', '1']);
    expect(JSON.parse(stopped.out)).toMatchObject({ complete: false, state: { format: 1 } });
    const resumed = await run([...asked, '--resume', 'old.json'], {
      'old.json': stopped.out
    });
    expect(resumed.out).toBe((await run(asked)).out);
    const other = await run(['--optimize', 'gap1=1..2 bd', '--resume', 'old.json'], {
      'old.json': stopped.out
    });
    expect(other.err).toContain('state: belongs to another');
  });

  it.each([
    [['--optimize', 'gap1'], 'say what may be chosen'],
    [['--optimize', 'gap1=soon'], '"soon" are no values'],
    [['--optimize', 'gap1=5..1 bd'], 'are no values'],
    [['--optimize', 'gap1=1..5'], 'whole numbers with a unit'],
    [['--optimize', 'gap9=1..5 bd'], 'neither a named time of the cadence nor a figure'],
    [['--optimize', 'leads=1|2 bd'], 'has no unit'],
    [['--optimize', 'gap1=1..3 bd', '--goal', 'joy'], 'goal: there is no metric "joy"'],
    [['--optimize', 'gap1=1..3 bd', '--goal', 'elapsed p42'], 'there are p10, p25, p50'],
    [['--scenario', 'staffed', '--sensitivity', '--goal', 'cycle p90'], 'needs 5 replications'],
    [['--optimize', 'gap1=1..3 bd', '--max', '--min'], 'not both'],
    [['--optimize', 'gap1=1..3 bd', '--subject-to', 'touches'], 'say something like'],
    [['--optimize', 'gap1=1..3 bd', '--subject-to', 'elapsed<=3'], 'needs a unit'],
    [['--optimize', 'gap1=1..3 bd', '--subject-to', 'touches<=3 d'], 'is no unit of touches'],
    [['--optimize', 'gap1=1..3 bd', '--candidates', 'x'], 'candidates: must be a whole number'],
    [['--optimize', 'gap1=1..3 bd', '--sensitivity'], 'at a time'],
    [['--optimize', 'gap1=1..3 bd', '--resume', 'six.json'], 'is not what --optimize printed']
  ])('SIM-89 says what is wrong with %j', async (wrong, words) => {
    const { status, out, err } = await run(wrong);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
});

describe('the command line looks at what a goal depends on', () => {
  it('SIM-113 a percentile depends on named times', async () => {
    const args = ['--sensitivity', '--goal', 'elapsed p75', '--step', '0.9', '--leads', '2000'];
    const result = await json<SensitivityResult>([...args, '--only', 'parameters.gap5']);
    expect(result).toMatchObject({ goal: 'elapsed p75', kind: 'time', complete: true });
    expect(result.base?.mean).toBeGreaterThan(86_400_000);
    expect(result.assumptions[0]).toMatchObject({ path: 'parameters.gap5', seen: true });
    expect(result.assumptions[0]?.swing?.low).toBeGreaterThan(0);
  });

  it('SIM-98 as a tornado', async () => {
    const args = ['--sensitivity', '--only', 'steps.call-1', '--only', 'parameters.gap1'];
    const result = await json<SensitivityResult>(args);
    expect(result).toMatchObject({ goal: 'success', complete: true, leads: 100 });
    expect(result.assumptions).toHaveLength(5);
    const { out } = await run([...args, '--step', '0.5', '--leads', '500']);
    expect(out).toMatch(/Chance of "interested" at call-1 +░*│█+ +\+\d\.\d+ to \+\d+\.\d+ points/);
    expect(out).toContain('No effect can be told from 0, among so many, of:\n');
    const cut = await run([
      '--sensitivity',
      '--only',
      'steps.call-1',
      '--leads',
      '600',
      '--budget',
      '0'
    ]);
    expect(cut.out).toContain('Stopped before its end');
    expect(cut.out).toMatch(/Nothing can be said of:\n(?: {2}.+\n)* {2}Chance of/);
    expect(cut.out).not.toContain('No effect can be told');
    expect((await run([...args, '--goal', 'joy'])).err).toContain('goal: there is no metric');
    expect((await run([...args, '--step', '2'])).status).toBe(2);
  });
});

describe('the command line on threads', () => {
  const optimize = ['--optimize', 'gap1=1..3 bd,gap2=2|4 bd', '--goal', 'elapsed'];
  const machine = { threads: inTurns, now: () => 0 };

  it.each([
    [['--compare', 'six.json,gap1=4 bd', 'six.json@twice', '--leads', '6000']],
    [['--scenario', 'twice', '--compare', 'six.json@staffed']],
    [[...optimize, '--subject-to', 'touches<=9']],
    [['--scenario', 'staffed', '--optimize', 'people.reps.count=2..3', '--goal', 'waiting']],
    [['--sensitivity', '--only', 'parameters.gap1', '--leads', '6000']]
  ])('CLI-10 comes to the same bytes with one, two and four: %j', async (args) => {
    const one = await run([...args, '--json', '--workers', '1'], {}, machine);
    expect(one.status).toBe(0);
    for (const workers of ['2', '4'])
      expect(await run([...args, '--json', '--workers', workers], {}, machine)).toEqual(one);
  });

  it('CLI-10 choices that cannot be run are left out there too', async () => {
    const choices = ['--optimize', 'people.reps.count=0..2', '--scenario', 'staffed', '--json'];
    const one = await run([...choices, '--workers', '1'], {}, machine);
    const { refused } = JSON.parse(one.out) as OptimizerResult;
    expect(refused.map(({ values }) => values)).toEqual([{ 'people.reps.count': 0 }]);
    expect(await run([...choices, '--workers', '3'], {}, machine)).toEqual(one);
  });

  it('CLI-10 starts as many as are worth it, at most one for each core, and ends them all', async () => {
    let started = 0;
    const ended = new Set<number>();
    const counted: Terminal['threads'] = {
      ...inTurns,
      forJobs() {
        const number = started++;
        const thread = inTurns.forJobs();
        return { run: thread.run, end: () => void ended.add(number) };
      }
    };
    const count = async (...args: string[]) => {
      const before = started;
      await run(
        ['--compare', 'six.json', '--budget', '0', ...args],
        {},
        { ...machine, cores: 3, threads: counted }
      );
      return started - before;
    };
    expect(await count('--leads', '2000')).toBe(0);
    expect(await count('--leads', '20000')).toBe(2);
    expect(await count('--leads', '50000')).toBe(3);
    expect(await count('--leads', '2000', '--workers', '5')).toBe(5);
    expect(ended.size).toBe(started);
  });

  it('CLI-10 SIM-94 a budget ends them all; what is known is told, and gone on from', async () => {
    const asked = [...optimize, '--leads', '500', '--json', '--workers', '3'];
    const stopped = await run([...asked, '--budget', '2'], {}, { threads: inTurns });
    const partial = JSON.parse(stopped.out) as OptimizerResult;
    expect(partial).toMatchObject({ complete: false, state: { format: 1 } });
    expect(partial.leads).toBeGreaterThan(0);
    const more = { 'old.json': stopped.out };
    const resumed = await run([...asked, '--resume', 'old.json'], more, machine);
    expect(resumed.out).toBe((await run(asked, {}, machine)).out);
    const full = await run(
      ['--compare', 'six.json', '--workers', '2', '--memory', '50'],
      {},
      machine
    );
    expect(full.out).toContain('Stopped before its end');
  });

  it('CLI-10 a thread that fails is told of', async () => {
    const failing = {
      ...inTurns,
      forJobs: () => ({
        run: () => Promise.reject(new Error('out of memory')),
        end: () => undefined
      })
    };
    const args = ['--compare', 'six.json', '--workers', '2'];
    await expect(run(args, {}, { ...machine, threads: failing })).rejects.toThrow('out of memory');
  });
});
