import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CadenceFile } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { fileOf, timedSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateFile } from '$tests/support/simulate';
import { createComputeClient, poolSize } from './clients';
import type { ComputeHostOptions } from './compute-host';
import { inProcessCompute } from './in-process';
import { pause } from './pause';
import type { ComputeClient, PartialResult } from './protocol';

// Several workers' work in one thread.
vi.setConfig({ testTimeout: 60_000 });

const cadence = timedSteps();
const file = fileOf(cadence, [scenarioFor(cadence, { leads: 2_000 })]);
const clients: { dispose(): void }[] = [];

/** Twins of workers in this thread, that ask for help at once. */
function poolOf(workers: number, options: Partial<ComputeHostOptions> = {}) {
  const lines: ReturnType<typeof inProcessCompute>[] = [];
  const client = createComputeClient(
    () => {
      const now = () => performance.now();
      const line = inProcessCompute({ now, pause, worthHelp: 0, ...options });
      lines.push(line);
      return line;
    },
    { workers }
  );
  clients.push(client);
  return { client, lines };
}

async function bytesOf(client: ComputeClient, of: CadenceFile, leads: number) {
  const reply = await client.simulate({ file: of, scenario: 'base', leads, seed: 3 });
  if (reply.type !== 'done') throw new Error(JSON.stringify(reply));
  return { bytes: canonicalJson(reply.result), workers: reply.workers };
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

describe('a pool of compute workers', () => {
  it.each([1, 2, 4])('WRK-20 finds the same bytes with %i workers', async (workers) => {
    const { client } = poolOf(workers);
    const found = await bytesOf(client, file, 2_000);
    expect(found.bytes).toBe(canonicalJson(simulateFile(file, { leads: 2_000, seed: 3 })));
    expect(found.workers).toBe(workers);
  });

  it('WRK-21 begins on one worker, and calls others only for what takes long', async () => {
    const { client, lines } = poolOf(4, { worthHelp: Infinity });
    expect((await bytesOf(client, file, 2_000)).workers).toBe(1);
    expect(lines).toHaveLength(1);
    const willing = poolOf(4);
    await bytesOf(willing.client, file, 2_000);
    expect(willing.lines).toHaveLength(4);
  });

  it('WRK-22 shows results that sharpen, of leads that were run to their end', async () => {
    // Time passes quickly here, so that there is something to show.
    const { client } = poolOf(2, { now: () => performance.now() * 12 });
    const seen: PartialResult['result'][] = [];
    const reply = await client.simulate(
      { file, scenario: 'base', leads: 6_000 },
      { onPartial: ({ result }) => seen.push(result) }
    );
    if (reply.type !== 'done') throw new Error(reply.type);
    expect(seen.length).toBeGreaterThan(0);
    const leads = seen.map((result) => result.leads);
    expect([...leads].sort((a, b) => a - b)).toEqual(leads);
    expect(leads.at(-1)).toBeLessThanOrEqual(reply.result.leads);
    for (const { leads, exits, otherEnds, unfinished } of seen)
      expect([...exits, ...otherEnds].reduce((sum, end) => sum + end.count, unfinished)).toBe(
        leads
      );
  });

  it('WRK-23 a cancel stops all of them', async () => {
    const { client } = poolOf(3);
    const abort = new AbortController();
    const seen: number[] = [];
    const run = client.simulate(
      { file, scenario: 'base', leads: 5_000_000 },
      {
        signal: abort.signal,
        onProgress: ({ done }) => {
          seen.push(done);
          if (seen.length === 3) abort.abort();
        }
      }
    );
    expect(await run).toEqual({ type: 'cancelled' });
    expect(seen).toHaveLength(3);
    // Nobody is left at work: the next run has them all again.
    expect((await bytesOf(client, file, 2_000)).workers).toBe(3);
  });

  it('WRK-24 a helper that dies breaks the runs that it took part in, and no other', async () => {
    const { client, lines } = poolOf(2);
    const long = client.simulate(
      { file, scenario: 'base', leads: 5_000_000 },
      { onProgress: () => lines[1]?.die() }
    );
    expect(await long).toMatchObject({ type: 'crashed' });
    expect((await bytesOf(client, file, 2_000)).workers).toBe(2);
    expect(lines).toHaveLength(3);
  });

  it('WRK-24 runs of other leaders go on', async () => {
    const { client, lines } = poolOf(2, { worthHelp: Infinity });
    const long = client.simulate(
      { file, scenario: 'base', leads: 5_000_000 },
      { onProgress: () => lines[0]?.die() }
    );
    const short = bytesOf(client, file, 2_000);
    expect(await long).toMatchObject({ type: 'crashed' });
    expect((await short).bytes).toBe(canonicalJson(simulateFile(file, { leads: 2_000, seed: 3 })));
  });

  it('WRK-26 ends with what it has when its time is over, and says so', async () => {
    const { client } = poolOf(2);
    const reply = await client.simulate({
      file,
      scenario: 'base',
      leads: 5_000_000,
      budget: { seconds: 0.3 }
    });
    if (reply.type !== 'done') throw new Error(reply.type);
    const { leads, stopped, unfinished, exits, otherEnds } = reply.result;
    expect(stopped).toMatchObject({ reason: 'time', of: 5_000_000 });
    expect(leads).toBeGreaterThan(0);
    expect(leads).toBeLessThan(5_000_000);
    expect([...exits, ...otherEnds].reduce((sum, end) => sum + end.count, unfinished)).toBe(leads);
    const unlimited = await client.simulate({ file, scenario: 'base', budget: { seconds: 600 } });
    expect(unlimited).toMatchObject({ type: 'done', result: { stopped: null } });
  });

  it('WRK-25 has one worker less than there are cores, at least one and at most eight', () => {
    expect([0, 1, 2, 4, 8, 64].map(poolSize)).toEqual([1, 1, 1, 3, 7, 8]);
  });
});
