import { describe, expect, it } from 'vitest';
import { serializeCadenceFile } from '$lib/domain';
import { cadenceOf, email, entry, fileOf, sixSteps, tiny } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateFile } from '$tests/support/simulate';
import { cli } from './cli';
import { perform } from './run/task';

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
    thread: (task) => Promise.resolve(perform(task))
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

  it('tells what happened, and how it ends in linked cadences', () => {
    const other = '01jd00000000000000000000bb';
    const first = cadenceOf(
      [
        entry(),
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

  it('prints the result itself as JSON', () => {
    const { out } = await run(['six.json', '--leads', '500', '--seed', '9', '--json']);
    expect(JSON.parse(out)).toEqual(simulateFile(file, { leads: 500, seed: 9 }));
  });

  it.each([
    [[], 'which file'],
    [['six.json', 'seven.json'], 'one file at a time'],
    [['six.json', '--leads', 'many'], '--leads needs a whole number'],
    [['six.json', '--sed', '1'], 'sed'],
    [['none.json'], 'no such file']
  ])('says what is wrong with the arguments %j', (args, words) => {
    const { status, out, err } = run(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('lists the faults of what is no cadence file', async () => {
    const { status, err } = await run(['odd.json'], { 'odd.json': '{"format":1}' });
    expect(status).toBe(2);
    expect(err).toContain('cadence');
  });

  it('names the errors of a cadence that cannot run', () => {
    const broken = serializeCadenceFile(fileOf(cadenceOf([entry()], []), file.scenarios));
    const { status, err } = await run(['broken.json'], { 'broken.json': broken });
    expect(status).toBe(1);
    expect(err).toContain('has errors');
  });

  it('refuses a scenario that is not there or does not fit', () => {
    expect(run(['six.json', '--scenario', 'best'])).toMatchObject({ status: 1 });
    expect(run(['six.json', '--leads', '0']).err).toContain('leads');
    const empty = { 'six.json': serializeCadenceFile({ ...file, scenarios: [] }) };
    expect(run(['six.json'], empty).err).toContain('no scenario');
  });

  it('helps', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, err: '' });
    expect(run(['-h']).out).toContain('--leads');
  });
});
