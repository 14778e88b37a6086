import { createMemoryDatabase } from '$lib/storage/memory';
import { acceptStorage } from '$lib/storage/acceptance';
import { describe, expect, it } from 'vitest';
import { createDataClient } from './data-client';
import { createInProcessDataClient } from './in-process-data';

acceptStorage('data client over messages', () => {
  const database = createMemoryDatabase();
  const opened: { close(): Promise<void> }[] = [];
  return Promise.resolve({
    open() {
      const client = createInProcessDataClient(database.open());
      opened.push(client);
      return client;
    },
    fill() {
      database.refuseWrites({ code: 'full', message: 'No room.' });
      return () => database.refuseWrites(null);
    },
    async dispose() {
      for (const client of opened) await client.close();
    }
  });
});

describe('a data worker that cannot be started', () => {
  it('STO-10 settles every waiting call: reads reject, writes fail as unavailable', async () => {
    const { port1, port2 } = new MessageChannel();
    let breakIt: (reason: string) => void = () => undefined;
    const client = createDataClient({
      endpoint: port1,
      onDeath: (listener) => (breakIt = listener),
      terminate() {
        port1.close();
        port2.close();
      }
    });
    const reading = client.get('a');
    const writing = client.put('a', 1, null);
    breakIt('Script did not load.');
    await expect(reading).rejects.toThrow('Script did not load.');
    expect(await writing).toEqual({
      ok: false,
      error: { code: 'unavailable', message: 'Script did not load.' }
    });
    await expect(client.list('')).rejects.toThrow('Script did not load.');
    await client.close();
  });
});
