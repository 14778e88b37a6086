import { afterEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/util';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateFile } from '$tests/support/simulate';
import { createComputeClient, workerConnection } from './clients';
import { createWorker } from './create-worker';

const cadence = sixSteps();
const file = fileOf(cadence, [scenarioFor(cadence)]);
const clients: { dispose(): void }[] = [];

/** Real workers, as the app makes them. */
function poolOf(workers: number) {
  const client = createComputeClient(() => workerConnection(createWorker('compute')), { workers });
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

describe('a pool of real workers', () => {
  it('WRK-20 finds the same bytes with one, two and four of them', async () => {
    const here = canonicalJson(simulateFile(file, { leads: 60_000, seed: 3 }));
    const found: { bytes: string; workers: number }[] = [];
    for (const workers of [1, 2, 4]) {
      const reply = await poolOf(workers).simulate({
        file,
        scenario: 'base',
        leads: 60_000,
        seed: 3
      });
      if (reply.type !== 'done') throw new Error(JSON.stringify(reply));
      found.push({ bytes: canonicalJson(reply.result), workers: reply.workers });
    }
    expect(found.map(({ bytes }) => bytes === here)).toEqual([true, true, true]);
    expect(found[0]?.workers).toBe(1);
  }, 60_000);

  it('WRK-20 WRK-21 others join a long run, and it finds the same bytes', async () => {
    const people = cadence.roles.map(({ id, name }) => ({ id, name, role: id, count: 2 }));
    const long = fileOf(cadence, [
      scenarioFor(cadence, { leads: 4_000, people, replications: 12 })
    ]);
    const reply = await poolOf(3).simulate({ file: long, scenario: 'base' });
    if (reply.type !== 'done') throw new Error(JSON.stringify(reply));
    expect(reply.workers).toBeGreaterThan(1);
    expect(canonicalJson(reply.result)).toBe(canonicalJson(simulateFile(long)));
  }, 60_000);

  it('WRK-23 a cancel is heard while all of them work', async () => {
    const client = poolOf(3);
    const abort = new AbortController();
    let heard = 0;
    const run = client.simulate(
      { file, scenario: 'base', leads: 5_000_000 },
      { signal: abort.signal, onProgress: () => ++heard === 4 && abort.abort() }
    );
    expect(await run).toEqual({ type: 'cancelled' });
    expect((await client.check(file)).diagnostics).toEqual([]);
  }, 60_000);
});
