import { describe, expect, it } from 'vitest';
import { createMemoryDatabase } from '$lib/storage/memory';
import { SAMPLE_ID, sampleFile } from '../testing/sample-file';
import { draftsOf } from '../testing/tabs';
import { leaveCadence, openCadence } from './open-cadence';

const HISTORY = { undo: [], redo: [] };

describe('opening a cadence', () => {
  it('ED-6 waits for what an editor that was just left still saves', async () => {
    const drafts = draftsOf(createMemoryDatabase());
    const first = await drafts.save({ file: sampleFile(), history: HISTORY, updatedAt: 1 }, null);
    if (!first.ok) throw new Error('the sample could not be stored');
    let go = () => {};
    const slow = new Promise<void>((resolve) => (go = resolve));
    leaveCadence(
      drafts,
      SAMPLE_ID,
      slow.then(async () => {
        await drafts.save({ file: sampleFile(), history: HISTORY, updatedAt: 2 }, first.value.rev);
      })
    );
    const opening = openCadence(drafts, SAMPLE_ID);
    go();
    expect(await opening).toMatchObject({ type: 'draft', draft: { updatedAt: 2 } });
  });

  it('ED-6 opens all the same when that save broke', async () => {
    const drafts = draftsOf(createMemoryDatabase());
    leaveCadence(drafts, SAMPLE_ID, Promise.reject(new Error('no answer')));
    expect(await openCadence(drafts, SAMPLE_ID)).toEqual({ type: 'missing' });
  });
});
