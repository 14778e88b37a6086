import { describe, expect, it } from 'vitest';
import { serializeCadenceFile } from '$lib/domain';
import {
  cadenceOf,
  call,
  email,
  entry,
  exit,
  fileOf,
  sixSteps,
  tiny,
  wait
} from '$tests/support/cadences';
import type { SimulationResult } from '$lib/simulation';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateFile } from '$tests/support/simulate';
import { cli } from './cli';
import { newControl, perform, stop } from './run/task';
import { inTurns } from './testing/in-turns';

const cadence = sixSteps();
const file = fileOf(cadence, [scenarioFor(cadence)]);

/** Runs the command line over invented files; the clock stands still, and threads are turns. */
async function run(
  args: string[],
  files: Record<string, string> = { 'six.json': serializeCadenceFile(file) }
) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await cli(args, {
    readFile(path) {
      const text = files[path];
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    print: (text) => out.push(text),
    complain: (text) => err.push(text),
    now: () => 0,
    cores: 2,
    memory: () => 100,
    threads: inTurns
  });
  return { status, out: out.join(''), err: err.join('') };
}

describe('the command line', () => {
  it('prints a table that people can read', async () => {
    const { status, out } = await run(['six.json', '--leads', '1000', '--seed', '1']);
    expect(status).toBe(0);
    const expected = simulateFile(file, { leads: 1000, seed: 1 });
    for (const { count } of expected.exits) expect(out).toContain(` ${count} `);
    expect(out).toContain('1,000 leads, seed 1');
    expect(out).toMatchSnapshot();
  });

  it('tells what happened, and how it ends in linked cadences', async () => {
    const other = '01jd00000000000000000000bb';
    const first = cadenceOf(
      [
        entry('start', { signals: ['reply'] }),
        email('mail'),
        {
          id: 'over',
          kind: 'handoff',
          name: 'Over',
          to: { type: 'enroll', cadence: other },
          then: 'end'
        }
      ],
      ['start > mail', 'mail > over']
    );
    const second = { ...tiny(), id: other, name: 'Second' };
    const delay = { distribution: { type: 'constant', value: 1 }, unit: 'hours' } as const;
    const scenario = scenarioFor(first, {
      leads: 40,
      signals: [{ signal: 'reply', chance: 0, delay }]
    });
    const linked = [{ cadence: second, layout: { positions: {} } }];
    const both = serializeCadenceFile({ ...fileOf(first, [scenario]), linked });
    const { status, out } = await run(['both.json'], { 'both.json': both });
    expect(status).toBe(0);
    const lines = out.split('\n').map((line) => line.trim().split(/ {2,}/).slice(0, 3));
    expect(lines).toContainEqual(['Over', '40', '100.0 %']);
    expect(lines).toContainEqual(['Signal reply', '0']);
    expect(lines).toContainEqual(['Second: 40 enrolled', 'leads', 'share']);
    expect(lines).toContainEqual(['done', '40', '100.0 %']);
  });

  it('prints the result itself as JSON', async () => {
    const { out } = await run(['six.json', '--leads', '500', '--seed', '9', '--json']);
    expect(JSON.parse(out)).toEqual(simulateFile(file, { leads: 500, seed: 9 }));
  });

  it.each([
    [[], 'which file'],
    [['six.json', 'seven.json'], 'one file at a time'],
    [['six.json', '--leads', 'many'], '--leads needs a whole number'],
    [['six.json', '--leads', '0'], 'leads: must be a whole number'],
    [['six.json', '--leads', '1000000000'], 'leads: must be a whole number'],
    [['six.json', '--seed', 'x'], '--seed needs a whole number'],
    [['six.json', '--start', 'tomorrow'], 'start: must be a date and time'],
    [['six.json', '--workers', '0'], '--workers needs a whole number'],
    [['six.json', '--budget', 'soon'], '--budget needs a number of seconds'],
    [['six.json', '--json', '--csv'], 'not both'],
    [['six.json', '--sed', '1'], 'sed'],
    [['six.json', '--goal', 'won'], '--goal goes with --optimize or --sensitivity'],
    [['six.json', '--resume', 'six.json'], '--resume goes with --optimize'],
    [['six.json', '--sensitivity', '--step', '0.2', '--max'], '--max goes with --optimize'],
    [['six.json', '--compare', 'six.json', '--csv'], '--csv does not go with --compare'],
    [['six.json', '--sensitivity', 'seven.json'], 'one file at a time'],
    [['six.json', 'seven.json', '--optimize', 'gap=1..2 bd'], 'one file at a time'],
    [['six.json', '--scenario', 'best'], 'no scenario "best". It has: base'],
    [['six.json', '--scenario', 'gone.json'], 'gone.json cannot be read'],
    [['six.json', '--set', 'gap=3 bd'], 'names no time "gap"'],
    [['none.json'], 'no such file']
  ])('CLI-1 says what is wrong with the input %j', async (args, words) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('lists the faults of what is no cadence file', async () => {
    const { status, err } = await run(['odd.json'], { 'odd.json': '{"format":1}' });
    expect(status).toBe(2);
    expect(err).toContain('cadence');
  });

  it('names the errors of a cadence that cannot run', async () => {
    const broken = serializeCadenceFile(fileOf(cadenceOf([entry()], []), file.scenarios));
    const { status, err } = await run(['broken.json'], { 'broken.json': broken });
    expect(status).toBe(1);
    expect(err).toContain('has errors');
  });

  it('CLI-1 a file without scenarios, and a scenario that does not fit, are bad input', async () => {
    const empty = { 'six.json': serializeCadenceFile({ ...file, scenarios: [] }) };
    expect(await run(['six.json'], empty)).toMatchObject({ status: 2 });
    const steps = { gone: {} };
    const misfit = serializeCadenceFile({ ...file, scenarios: [scenarioFor(cadence, { steps })] });
    const { status, err } = await run(['six.json'], { 'six.json': misfit });
    expect(status).toBe(2);
    expect(err).toContain('steps.gone: the cadence has no such step');
  });

  it('CLI-2 takes a scenario from a file of its own', async () => {
    const other = { ...scenarioFor(cadence, { leads: 77 }), id: 'other' };
    const files = {
      'six.json': serializeCadenceFile(file),
      'other.json': JSON.stringify(other),
      'bad.json': JSON.stringify({ ...other, leads: -1 })
    };
    const { out } = await run(['six.json', '--scenario', 'other.json', '--json'], files);
    expect(JSON.parse(out)).toMatchObject({ scenario: 'other', leads: 77 });
    const refused = await run(['six.json', '--scenario', 'bad.json'], files);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('leads:');
  });

  it('CLI-3 takes real leads from a table', async () => {
    const files = {
      'six.json': serializeCadenceFile(file),
      'leads.csv': 'arrives,name\r\n2026-01-05 09:00,"Ada, B"\r\n2026-01-06T10:00,Bob\r\n',
      'bad.csv': 'arrives,name\nsoon,Ada\n2026-01-06T10:00\n'
    };
    const { out } = await run(['six.json', '--table', 'leads.csv', '--json'], files);
    expect(JSON.parse(out).leads).toBe(2);
    const early = { ...files, 'old.csv': 'arrives\n2025-12-30T10:00\n2025-12-29T10:00\n' };
    const old = await run(['six.json', '--table', 'old.csv', '--json'], early);
    expect(JSON.parse(old.out)).toMatchObject({ leads: 2, days: { from: '2025-12-29' } });
    const late = await run(
      ['six.json', '--table', 'old.csv', '--start', '2025-12-30T00:00'],
      early
    );
    expect(late.err).toContain('arrivals.leads[1].at: must not be before the start');
    const { status, err } = await run(['six.json', '--table', 'bad.csv'], files);
    expect(status).toBe(2);
    expect(err).toContain('line 2: arrives must be like 2026-01-05T09:00, not "soon"');
    expect(err).toContain('line 3: has 1 cells, the head has 2');
  });

  it('CLI-4 sets named times', async () => {
    const parameters = [
      { id: 'gap', name: 'Gap', duration: { amount: 1, unit: 'businessDays' } }
    ] as const;
    const waits = cadenceOf(
      [entry(), wait('pause', { parameter: 'gap' }), email('mail'), exit('done')],
      ['start > pause', 'pause > mail', 'mail > done']
    );
    const named = fileOf({ ...waits, parameters }, [
      scenarioFor(waits, { steps: {}, arrivals: { type: 'atOnce' } })
    ]);
    const files = { 'waits.json': serializeCadenceFile(named) };
    const elapsed = async (...args: string[]) =>
      JSON.parse((await run(['waits.json', '--json', ...args], files)).out).elapsed.max / 3_600_000;
    expect(await elapsed()).toBe(24);
    expect(await elapsed('--set', 'gap=3 bd')).toBe(72);
    expect(await elapsed('--set', 'gap=3 bh', '--set', 'gap = 90 min')).toBe(1.5);
  });

  it('CLI-5 any number of threads gives the same bytes', async () => {
    const json = async (workers: string) =>
      (await run(['six.json', '--json', '--workers', workers])).out;
    const one = await json('1');
    for (const workers of ['2', '4']) expect(await json(workers)).toBe(one);
  });

  it('SIM-67 CLI-6 a run that its budget ends shows what it has, and says so', async () => {
    const here = await run(['six.json', '--memory', '50', '--workers', '1']);
    expect(here.status).toBe(0);
    expect(here.out).toContain('Stopped: the memory it was given is used up.');
    expect(here.out).toContain('of 1,000 of 2,000 leads');
    const control = newControl();
    stop(control);
    const subject = { file, scenario: scenarioFor(cadence), options: {} };
    expect(perform({ subject, control }).done).toBeGreaterThan(0);
    const json = await run(['six.json', '--budget', '0', '--workers', '1', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({
      leads: 1000,
      stopped: { reason: 'time', done: 1000, of: 2000 }
    });
  });

  it('CLI-7 prints the steps as a table for spreadsheets', async () => {
    const { out } = await run(['six.json', '--csv']);
    const [head, ...rows] = out.trimEnd().split('\r\n');
    expect(head).toMatch(/^node,name,kind,channel,reached,/);
    const steps = simulateFile(file).steps;
    expect(rows.map((row) => row.split(',').slice(0, 5))).toEqual(
      steps.map(({ node, name, kind, channel, reached }) => [
        node,
        name,
        kind,
        channel ?? '',
        String(reached)
      ])
    );
  });

  it('CLI-8 shows people, and how tasks pile up by day', async () => {
    const people = [{ id: 'rita', name: 'Rita', role: 'rep', count: 1 }];
    const staffed = cadenceOf(
      [entry(), call('ring', { role: 'rep' }), exit('done')],
      ['start > ring', 'ring > done']
    );
    const steps = { ring: { effort: { type: 'constant', value: 8 } } } as const;
    const few = serializeCadenceFile(
      fileOf(staffed, [scenarioFor(staffed, { people, steps, leads: 2000 })])
    );
    const { out } = await run(['few.json'], { 'few.json': few });
    expect(out).toMatch(/Rita \(1\) +[\d,]+ +\d+\.\d %/);
    expect(out).toContain('Tasks waiting as a day ends, at most');
    expect(out).toContain('█');
  });

  it('CLI-12 SIM-110 counts the main figures alone in brief', async () => {
    const full = JSON.parse((await run(['six.json', '--json'])).out) as SimulationResult;
    const json = async (workers: string) =>
      (await run(['six.json', '--json', '--brief', '--workers', workers])).out;
    const one = await json('1');
    expect(await json('3')).toBe(one);
    const brief = JSON.parse(one) as SimulationResult;
    expect(brief).toMatchObject({ brief: true, exits: full.exits, elapsed: full.elapsed });
    expect([brief.cycle.count, brief.firstResponse.count, brief.days.touches]).toEqual([0, 0, []]);
    const { out } = await run(['six.json', '--brief']);
    expect(out).toContain(', in brief\n');
    expect(out).not.toContain('Cycle');
    expect(out).not.toContain('First response');
    expect(await run(['six.json', '--brief', '--compare', 'six.json'])).toMatchObject({
      status: 2
    });
  });

  it('CLI-9 helps', async () => {
    expect(await run(['--help'])).toMatchObject({ status: 0, err: '' });
    const { out } = await run(['-h']);
    for (const option of [
      'leads',
      'brief',
      'seed',
      'start',
      'scenario',
      'table',
      'set',
      'workers',
      'budget'
    ])
      expect(out).toContain(`--${option}`);
    expect(out).toContain('Exit status: 0');
  });
});
