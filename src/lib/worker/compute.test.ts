import { afterEach, describe, expect, it, vi } from 'vitest';
import { versionOf } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { cadenceOf, entry, fileOf, timedSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateFile } from '$tests/support/simulate';
import { createComputeClient, type Connection } from './clients';
import { inProcessCompute } from './in-process';
import { pause } from './pause';

// On a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const cadence = timedSteps();
const file = fileOf(cadence, [scenarioFor(cadence, { leads: 20_000 })]);
const clients: { dispose(): void }[] = [];

function clientOver(connect: () => Connection) {
  const client = createComputeClient(connect);
  clients.push(client);
  return client;
}

function open() {
  return inProcessCompute({ now: () => performance.now(), pause });
}

/** A line whose far side takes messages and never answers. */
function deaf(): Connection {
  const { port1, port2 } = new MessageChannel();
  return {
    endpoint: port1,
    onDeath: () => undefined,
    terminate() {
      port1.close();
      port2.close();
    }
  };
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
  vi.useRealTimers();
});

describe('the compute client', () => {
  it('WRK-1 checks a file', async () => {
    const client = clientOver(open);
    const { analysis, ...checked } = await client.check(file);
    expect(checked).toEqual({ version: versionOf(cadence), diagnostics: [] });
    expect(analysis?.exits.map(({ node }) => node)).toEqual(['silent', 'won', 'lost']);
    const broken = fileOf(cadenceOf([entry()], []));
    const refused = await client.check(broken);
    expect(refused.diagnostics.length).toBeGreaterThan(0);
    expect(refused.analysis).toBeNull();
  });

  it('WRK-2 WRK-3 simulates with progress, and finds what this thread finds', async () => {
    const seen: number[] = [];
    const reply = await clientOver(open).simulate(
      { file, scenario: 'base', leads: 20_000, seed: 3 },
      { onProgress: ({ done }) => seen.push(done) }
    );
    if (reply.type !== 'done') throw new Error(reply.type);
    expect(canonicalJson(reply.result)).toBe(
      canonicalJson(simulateFile(file, { leads: 20_000, seed: 3 }))
    );
    expect(seen.length).toBeGreaterThan(0);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it('WRK-4 a cancel ends the run', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const reply = await clientOver(open).simulate(
      { file, scenario: 'base', leads: 5_000_000 },
      {
        signal: abort.signal,
        onProgress: ({ done }) => {
          seen.push(done);
          abort.abort();
        }
      }
    );
    expect(reply).toEqual({ type: 'cancelled' });
    expect(seen).toHaveLength(1);
    const early = AbortSignal.abort();
    expect(await clientOver(open).simulate({ file, scenario: 'base' }, { signal: early })).toEqual({
      type: 'cancelled'
    });
  });

  it('WRK-37 signals that nothing listens to any more are kept and not simulated', async () => {
    const delay = { distribution: { type: 'constant', value: 1 }, unit: 'hours' } as const;
    const signals = [{ signal: 'reply', chance: 1, after: 'call-1', delay }];
    const edited = fileOf(cadence, [scenarioFor(cadence, { leads: 100, signals })]);
    const subject = { file: edited, scenario: 'base' };
    const reply = await clientOver(open).simulate(subject);
    expect(reply).toMatchObject({ type: 'done', result: { leads: 100, signals: {} } });
    const subjects = [
      { ...subject, name: 'A' },
      { ...subject, name: 'B' }
    ];
    const compared = await clientOver(open).investigate('compare', { subjects });
    expect(compared).toMatchObject({ type: 'done', report: { leads: 100 } });
  });

  it('WRK-5 what cannot run is refused with what is wrong', async () => {
    const client = clientOver(open);
    const broken = fileOf(cadenceOf([entry()], []), file.scenarios);
    const refused = await client.simulate({ file: broken, scenario: 'base' });
    if (refused.type !== 'refused') throw new Error(refused.type);
    expect(refused.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(await client.simulate({ file, scenario: 'other' })).toMatchObject({
      type: 'refused',
      faults: [{ path: 'scenario' }]
    });
    expect(await client.simulate({ file, scenario: 'base', leads: -1 })).toMatchObject({
      type: 'refused',
      faults: expect.arrayContaining([expect.objectContaining({ path: 'leads' })])
    });
  });

  it('WRK-6 a death settles what waits, and the next call finds a new worker', async () => {
    const lines: ReturnType<typeof open>[] = [];
    const client = clientOver(() => {
      const line = open();
      lines.push(line);
      return line;
    });
    const run = client.simulate(
      { file, scenario: 'base', leads: 5_000_000 },
      { onProgress: () => lines[0]?.die() }
    );
    expect(await run).toMatchObject({ type: 'crashed' });
    expect((await client.check(file)).diagnostics).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it('WRK-6 a check that dies with its worker is asked again', async () => {
    const lines: ReturnType<typeof open>[] = [];
    const client = clientOver(() => {
      const line = open();
      lines.push(line);
      return line;
    });
    const check = client.check(file);
    lines[0]?.die();
    expect((await check).diagnostics).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it('WRK-7 a worker that does not answer in time is taken for dead', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const client = clientOver(deaf);
    const run = client.simulate({ file, scenario: 'base' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await run).toMatchObject({ type: 'crashed' });
    const check = client.check(file).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await check).toMatchObject({ name: 'ComputeDiedError' });
  });
});
