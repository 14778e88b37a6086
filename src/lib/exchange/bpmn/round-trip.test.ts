import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CadenceFile } from '$lib/domain';
import { anyCadence } from '$tests/support/arbitrary-cadence';
import { arbitraryCadenceFile } from '$tests/support/arbitrary-cadence-file';
import { loadCadenceFile } from '$tests/support/files';
import { readBpmn } from './read/read-bpmn';
import { writeBpmn } from './write/write-bpmn';

const options = { newId: () => '01jd00000000000000000000zz', name: 'Imported' };

/** What comes back: places of steps that are not there are not kept. */
function expected(file: CadenceFile): CadenceFile {
  const ids = new Set(file.cadence.nodes.map(({ id }) => id));
  const positions = Object.entries(file.layout.positions).filter(([id]) => ids.has(id));
  return { ...file, layout: { ...file.layout, positions: Object.fromEntries(positions) } };
}

async function expectSame(file: CadenceFile): Promise<void> {
  const read = await readBpmn(await writeBpmn(file), options);
  expect(read).toEqual({ ok: true, value: { cadences: [expected(file)], notes: [], more: 0 } });
}

describe('a round trip through BPMN', () => {
  it.each(readdirSync('static/examples').filter((name) => name !== 'index.json'))(
    'EXC-6 loses nothing of %s',
    async (name) => {
      await expectSame(loadCadenceFile(`static/examples/${name}`));
    }
  );

  it('EXC-6 loses nothing of any cadence, sound or not', async () => {
    const files = fc.oneof(
      arbitraryCadenceFile,
      anyCadence().map((cadence): CadenceFile => ({
        format: 1,
        cadence,
        layout: { positions: {} },
        scenarios: [],
        linked: []
      }))
    );
    await fc.assert(
      fc.asyncProperty(
        files.filter(({ cadence }) => cadence.nodes.some(({ kind }) => kind !== 'note')),
        expectSame
      ),
      { seed: 43, numRuns: 40 }
    );
  });
});
