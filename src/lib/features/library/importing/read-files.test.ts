import { describe, expect, it } from 'vitest';
import { serializeCadenceFile } from '$lib/domain';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { MOST_BYTES, readFiles, type ChosenFile } from './read-files';

function chosen(name: string, text: string): ChosenFile {
  return { name, size: text.length, text: () => Promise.resolve(text) };
}

const unreadable: ChosenFile['text'] = () => Promise.reject(new Error('it was read'));

describe('readFiles', () => {
  it('LIB-7 lists every fault of a bad file and takes the good one beside it', async () => {
    const file = fileOf(sixSteps());
    const bad = { ...file, cadence: { ...file.cadence, name: 3, roles: 'none' } };
    const read = await readFiles([
      chosen('bad.json', JSON.stringify(bad)),
      chosen('good.json', serializeCadenceFile(file))
    ]);
    expect(read.good).toEqual([file]);
    expect(read.refused.map(({ name }) => name)).toEqual(['bad.json']);
    expect(read.refused[0]?.faults.map(({ path }) => path)).toEqual([
      'cadence.name',
      'cadence.roles'
    ]);
  });

  it.each([
    ['no JSON', '{ "format": 1, '],
    ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['hostile keys', '{"__proto__":{"polluted":true},"format":1}']
  ])('LIB-7 refuses %s', async (_, text) => {
    const { good, refused } = await readFiles([chosen('x.json', text)]);
    expect(good).toEqual([]);
    expect(refused[0]?.faults.length).toBeGreaterThan(0);
    expect('polluted' in {}).toBe(false);
  });

  it('LIB-8 refuses a large file by its size, unread', async () => {
    const { refused } = await readFiles([
      { name: 'huge.json', size: 20 * 1024 * 1024, text: unreadable }
    ]);
    expect(refused[0]?.faults).toEqual([
      { path: '', message: 'The file has 20.0 MB; at most 8 MB can be read.' }
    ]);
  });

  it('LIB-7 says when a file cannot be read', async () => {
    const { refused } = await readFiles([
      { name: 'gone.json', size: MOST_BYTES, text: unreadable }
    ]);
    expect(refused[0]?.faults[0]?.message).toBe('The file could not be read.');
  });
});
