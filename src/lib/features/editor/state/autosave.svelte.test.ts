import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftStore } from '$lib/storage';
import { createMemoryDatabase } from '$lib/storage/memory';
import { SAMPLE_ID, sampleFile } from '../testing/sample-file';
import { draftsOf } from '../testing/tabs';
import { Autosave } from './autosave.svelte';

const HISTORY = { undo: [], redo: [] };

/** A device whose writes wait until the test lets them through. */
async function slowDevice() {
  const drafts = draftsOf(createMemoryDatabase());
  const first = await drafts.save({ file: sampleFile(), history: HISTORY, updatedAt: 0 }, null);
  if (!first.ok) throw new Error('the sample could not be stored');
  const waiting: (() => void)[] = [];
  const slow: Pick<DraftStore, 'save' | 'open'> = {
    open: (cadence) => drafts.open(cadence),
    async save(draft, rev) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return drafts.save(draft, rev);
    }
  };
  const { rev } = first.value;
  return { drafts: { ...slow } as DraftStore, quick: drafts, waiting, rev };
}

describe('saving on a slow device', () => {
  let device: Awaited<ReturnType<typeof slowDevice>>;
  let name: string;
  let autosave: Autosave;

  beforeEach(async () => {
    device = await slowDevice();
    name = '';
    const content = () => {
      const file = sampleFile();
      return { file: { ...file, cadence: { ...file.cadence, name } }, history: HISTORY };
    };
    const stored = { rev: device.rev, updatedAt: 0 };
    autosave = new Autosave(device.drafts, () => 1, content, stored, { pause: 5, retry: 20 });
  });

  function change(to: string): Promise<void> {
    name = to;
    autosave.touch();
    return autosave.flush();
  }

  async function letThrough(): Promise<void> {
    await vi.waitFor(() => expect(device.waiting).not.toHaveLength(0));
    device.waiting.shift()?.();
  }

  it('ED-6 two who ask to save during a write share the next one, which is no conflict', async () => {
    const asked = [change('One'), change('Two'), autosave.flush()];
    await letThrough();
    await letThrough();
    for (const go of device.waiting.splice(0)) go();
    await Promise.all(asked);

    expect(autosave.status.type).toBe('saved');
    const entry = await device.quick.open(SAMPLE_ID);
    expect(entry).toMatchObject({ type: 'draft', draft: { file: { cadence: { name: 'Two' } } } });
  });

  it('ED-7 when what overtook the work cannot be read, saving is tried again until it can', async () => {
    const elsewhere = { file: sampleFile(), history: HISTORY, updatedAt: 2 };
    await device.quick.save(elsewhere, device.rev);
    const read = vi.spyOn(device.drafts, 'open').mockRejectedValueOnce(new Error('no answer'));
    const saving = change('Mine');
    await letThrough();
    await saving;
    expect(autosave.status).toMatchObject({ type: 'failed', reason: 'unavailable' });

    await letThrough();
    await vi.waitFor(() =>
      expect(autosave.status).toMatchObject({
        type: 'conflict',
        theirs: { type: 'draft', draft: { updatedAt: 2 } }
      })
    );
    expect(read).toHaveBeenCalledTimes(2);
  });
});
