import { describe, expect, it } from 'vitest';
import { serializeCadenceFile } from '$lib/domain';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { bpmnHere } from '$tests/support/bpmn';
import { flowText, processText } from '$tests/support/bpmn-text';
import { MOST_BYTES, readFiles, type ChosenFile, type ReadBpmn } from './read-files';

const readBpmn: ReadBpmn = (text, name) =>
  bpmnHere().read(text, { name, tz: 'UTC', start: '2026-01-05T09:00' });

function chosen(name: string, text: string): ChosenFile {
  return { name, size: text.length, text: () => Promise.resolve(text) };
}

const unreadable: ChosenFile['text'] = () => Promise.reject(new Error('it was read'));

describe('readFiles', () => {
  it('LIB-7 lists every fault of a bad file and takes the good one beside it', async () => {
    const file = fileOf(sixSteps());
    const bad = { ...file, cadence: { ...file.cadence, name: 3, roles: 'none' } };
    const read = await readFiles(
      [chosen('bad.json', JSON.stringify(bad)), chosen('good.json', serializeCadenceFile(file))],
      readBpmn
    );
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
    const { good, refused } = await readFiles([chosen('x.json', text)], readBpmn);
    expect(good).toEqual([]);
    expect(refused[0]?.faults.length).toBeGreaterThan(0);
    expect('polluted' in {}).toBe(false);
  });

  it('LIB-8 refuses a large file by its size, unread', async () => {
    const { refused } = await readFiles(
      [{ name: 'huge.json', size: 20 * 1024 * 1024, text: unreadable }],
      readBpmn
    );
    expect(refused[0]?.faults).toEqual([
      { path: '', message: 'The file has 20.0 MB; at most 8 MB can be read.' }
    ]);
  });

  it('LIB-7 says when a file cannot be read', async () => {
    const { refused } = await readFiles(
      [{ name: 'gone.json', size: MOST_BYTES, text: unreadable }],
      readBpmn
    );
    expect(refused[0]?.faults[0]?.message).toBe('The file could not be read.');
  });

  it('EXC-20 takes BPMN by what stands in it, named after the file where it says no name', async () => {
    const steps = `<bpmn:startEvent id="a"/><bpmn:endEvent id="b" name="Won"/>${flowText('a', 'b')}`;
    const text = processText(steps).replace('name="Sales"', '');
    const { good, taken, refused } = await readFiles(
      [chosen('Sale.2.xml', `\ufeff ${text}`)],
      readBpmn
    );
    expect(refused).toEqual([]);
    expect(good.map(({ cadence }) => cadence.name)).toEqual(['Sale.2']);
    expect(taken.map(({ name, notes, cadences }) => [name, notes, cadences])).toEqual([
      ['Sale.2.xml', [], good]
    ]);
  });

  it('EXC-20 refuses XML that is no BPMN and takes the good file beside it', async () => {
    const { good, refused } = await readFiles(
      [
        chosen('page.html', '<html></html>'),
        chosen('good.json', serializeCadenceFile(fileOf(sixSteps())))
      ],
      readBpmn
    );
    expect(good).toHaveLength(1);
    expect(refused.map(({ name, faults }) => [name, faults])).toEqual([
      ['page.html', [{ path: '', message: 'The file is XML, but not BPMN 2.0.' }]]
    ]);
  });
});
