import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NodeId } from '$lib/domain';
import type { EditorState } from '../editor-state.svelte';
import { SAMPLE_ID } from '../testing/sample-file';
import { device, draftsOf, type Device } from '../testing/tabs';

let here: Device;

beforeEach(async () => {
  here = await device();
});

afterEach(() => here.close());

const ALL = 1_000_000;

function describeAs(editor: EditorState, description: string): void {
  editor.do({ kind: 'updateCadence', fields: { description } });
  here.clock += 2000;
}

/** A cadence described anew so many times, stored. */
async function written(times: number): Promise<void> {
  const editor = await here.openTab({ saveAfter: 100_000 });
  for (let n = 0; n < times; n++) describeAs(editor, `Text ${n}`);
  await editor.close();
}

async function parts() {
  return here.database.open().list('u:');
}

describe('a long undo log', () => {
  it('ED-121 earlier steps are read before they are needed, and waited for when they are not', async () => {
    await written(450);
    const editor = await here.openTab();
    await editor.go('undo', 449);
    expect(editor.cadence.description).toBe('Text 0');
    expect(editor.undoLabel).toBe('Change description');
    editor.undo();
    expect(editor.cadence.description).toBeUndefined();
    expect(editor.undoLabel).toBeNull();
    await editor.close();
  });

  it('ED-121 a part that is lost shortens the log, and that is said', async () => {
    await written(450);
    const [first] = await parts();
    if (!first) throw new Error('no parts');
    await here.database.open().put(first.id, 'nonsense', first.rev);
    const editor = await here.openTab();
    await editor.go('undo', ALL);
    expect(editor.notices).toEqual([expect.stringContaining('can no longer be undone')]);
    expect(editor.cadence.description).toMatch(/^Text \d+$/);
    expect(editor.undoLabel).toBeNull();
    await editor.go('redo', ALL);
    expect(editor.cadence.description).toBe('Text 449');
    await editor.close();
  });

  it('ED-121 another tab goes on with the same log', async () => {
    await written(450);
    const [one, two] = [await here.openTab(), await here.openTab()];
    await one.go('undo', 400);
    await one.flush();
    await expect.poll(() => two.cadence.description).toBe('Text 49');
    await two.go('redo', ALL);
    expect(two.cadence.description).toBe('Text 449');
    await two.flush();
    await expect.poll(() => one.cadence.description).toBe('Text 449');
    await one.go('undo', ALL);
    expect(one.cadence.description).toBeUndefined();
    expect([...one.notices, ...two.notices].filter((each) => each.includes('undone'))).toEqual([]);
    await one.close();
    await two.close();
  });

  it('ED-8 the copy that keeps both has its undo log', async () => {
    const [mine, theirs] = [await here.openTab(), await here.openTab()];
    describeAs(mine, 'Mine');
    describeAs(theirs, 'Theirs');
    await theirs.flush();
    await mine.flush();
    const kept = await mine.keepBoth();
    const copy = kept.ok ? await draftsOf(here.database).open(kept.value) : null;
    expect(copy).toMatchObject({
      type: 'draft',
      draft: { history: { undo: [{ label: 'Change description' }] } }
    });
  });
});

describe('a copy', () => {
  it('ED-8 ED-119 undoes what was restored, too', async () => {
    const [mine, theirs] = [await here.openTab(), await here.openTab()];
    const { cadence, layout, scenarios } = mine.file;
    describeAs(mine, 'Mine');
    mine.do({ kind: 'replaceContent', cadence, layout, scenarios }, 'Restore');
    describeAs(theirs, 'Theirs');
    await theirs.flush();
    await mine.flush();
    const kept = await mine.keepBoth();
    const copy = kept.ok ? await draftsOf(here.database).open(kept.value) : null;
    expect(copy).toMatchObject({
      draft: { history: { undo: [{ label: 'Change description' }, { label: 'Restore' }] } }
    });
  });
});

describe('steps of undo', () => {
  it('ED-122 what changes nothing is no step', async () => {
    const editor = await here.openTab();
    const node = editor.node('call-1');
    if (!node) throw new Error('no call');
    expect(editor.do({ kind: 'updateNode', node: { ...node } })).toMatchObject({ ok: true });
    editor.do({ kind: 'setScenarios', scenarios: structuredClone(editor.file.scenarios) });
    expect(editor.undoLabel).toBeNull();
    expect(editor.saving.type).toBe('saved');
  });

  it('ED-123 the newest steps are listed by name, and several are gone back at once', async () => {
    const editor = await here.openTab();
    editor.do({ kind: 'removeNode', id: 'gap-1' });
    editor.do({ kind: 'disconnect', id: 'e9' });
    describeAs(editor, 'New');
    expect(editor.stepLabels('undo', 20)).toEqual([
      'Change description',
      'Disconnect Wait from Second follow-up call',
      'Delete Wait'
    ]);
    await editor.go('undo', 2);
    expect(editor.stepLabels('undo', 20)).toEqual(['Delete Wait']);
    expect(editor.stepLabels('redo', 1)).toEqual(['Disconnect Wait from Second follow-up call']);
    await editor.go('redo', 2);
    expect(editor.cadence.description).toBe('New');
  });
});

describe('two tabs that place steps by themselves', () => {
  const place = (editor: EditorState, id: NodeId, x: number) =>
    editor.settle({ kind: 'moveNodes', positions: { [id]: { x, y: 0 } } });

  it('ED-125 the second one takes the places of the first, and nobody is asked', async () => {
    const [one, two] = [await here.openTab(), await here.openTab()];
    place(one, 'call-1', 1);
    place(two, 'call-1', 2);
    await Promise.all([one.flush(), two.flush()]);
    await expect.poll(() => [one.saving.type, two.saving.type]).toEqual(['saved', 'saved']);
    expect(two.file.layout.positions).toEqual(one.file.layout.positions);
    expect(await draftsOf(here.database).list()).toHaveLength(1);
  });

  it('ED-125 what was done by hand is still asked about', async () => {
    const [one, two] = [await here.openTab(), await here.openTab()];
    describeAs(two, 'Mine');
    place(two, 'call-1', 2);
    place(one, 'call-1', 1);
    await one.flush();
    await two.flush();
    expect(two.saving.type).toBe('conflict');
    const entry = await draftsOf(here.database).open(SAMPLE_ID);
    expect(entry).toMatchObject({ type: 'draft' });
  });
});
