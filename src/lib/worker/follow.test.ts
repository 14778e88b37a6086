import { afterEach, describe, expect, it } from 'vitest';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateFile } from '$tests/support/simulate';
import { createComputeClient } from './clients';
import { inProcessCompute } from './in-process';
import { pause } from './pause';
import type { FollowQuestion, FollowedLead, ComputeClient } from './protocol';

const cadence = sixSteps();
const scenario = scenarioFor(cadence, { leads: 400 });
const file = fileOf(cadence, [scenario]);
const people = cadence.roles.map(({ id, name }) => ({ id, name, role: id, count: 1 }));
const shared = fileOf(cadence, [{ ...scenario, people }]);
const clients: { dispose(): void }[] = [];

function open(): ComputeClient {
  const client = createComputeClient(() =>
    inProcessCompute({ now: () => performance.now(), pause })
  );
  clients.push(client);
  return client;
}

async function followed(
  client: ComputeClient,
  question: Partial<FollowQuestion>
): Promise<FollowedLead | null> {
  const asked = { file, scenario: 'base', wanted: 'any', from: 0, ...question } as const;
  const reply = await client.follow(asked);
  if (reply.type !== 'done') throw new Error(JSON.stringify(reply));
  return reply.lead;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

describe('following one lead', () => {
  it.each([
    ['alone', file],
    ['among others who share people', shared]
  ])('WRK-35 tells what happened to the next one that ends as wanted, %s', async (_, of) => {
    const client = open();
    const won = simulateFile(of).exits.find(({ node }) => node === 'won');
    const found: FollowedLead[] = [];
    for (let from = 0; ; from = (found.at(-1)?.index ?? 0) + 1) {
      const lead = await followed(client, { file: of, wanted: { node: 'won' }, from });
      if (!lead) break;
      found.push(lead);
    }
    expect(found).toHaveLength(won?.count ?? -1);
    const [first] = found;
    expect(first?.moments.at(-1)).toMatchObject({ node: 'won', words: 'Leaves: Qualified' });
    expect(first?.path.nodes).toContain('won');
    const last = cadence.edges.find(({ to, id }) => to === 'won' && first?.path.edges.includes(id));
    expect(last).toBeDefined();
    for (const edge of first?.path.edges ?? []) {
      const { from = '', to = '' } = cadence.edges.find(({ id }) => id === edge) ?? {};
      expect(first?.path.nodes).toEqual(expect.arrayContaining([from, to]));
    }
  });

  it('WRK-35 tells the time by the clock of the cadence', async () => {
    const lead = await followed(open(), { from: 0, start: '2026-07-06T09:00' });
    expect(lead?.index).toBe(0);
    expect(lead?.moments[0]).toMatchObject({ date: '2026-07-06', words: 'Comes here' });
    const [first] = lead?.moments ?? [];
    const utc = new Date(first?.at ?? 0).toISOString().slice(11, 16);
    expect(Number(utc.slice(0, 2)) - Number(first?.time.slice(0, 2))).toBe(4);
  });

  it('WRK-35 there is none after the last one, and what cannot be run is refused', async () => {
    const client = open();
    expect(await followed(client, { from: 400 })).toBeNull();
    expect(await followed(client, { replication: 1 })).toBeNull();
    expect(await followed(client, { wanted: { node: 'nowhere' } })).toBeNull();
    const refused = await client.follow({ file, scenario: 'none', wanted: 'any', from: 0 });
    expect(refused).toMatchObject({ type: 'refused', faults: [{ path: 'scenario' }] });
  });

  it.each([
    ['looked for', { node: 'nowhere' }, 0],
    ['followed', 'any' as const, 99_999]
  ])('WRK-36 is heard of and can be cancelled while it is %s', async (_, wanted, from) => {
    const client = open();
    const abort = new AbortController();
    const seen: number[] = [];
    const question = { file: shared, scenario: 'base', leads: 100_000, wanted, from };
    const reply = await client.follow(question, {
      signal: abort.signal,
      onProgress: ({ done }) => {
        seen.push(done);
        if (seen.length === 2) abort.abort();
      }
    });
    expect(reply).toEqual({ type: 'cancelled' });
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBeGreaterThan(seen[0] ?? Infinity);
    expect(await client.follow(question, { signal: abort.signal })).toEqual({ type: 'cancelled' });
  });
});
