import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newNode, type NodeId } from '$lib/domain';
import type { DraftStore } from '$lib/storage';
import type { EditorState } from './editor-state.svelte';
import { SAMPLE_ID } from './testing/sample-file';
import { device, draftsOf, type Device } from './testing/tabs';

let here: Device;

beforeEach(async () => {
  here = await device();
});

afterEach(() => here.close());

function rename(editor: EditorState, id: NodeId, name: string) {
  const node = editor.node(id);
  if (!node) throw new Error(`no node ${id}`);
  return editor.do({ kind: 'updateNode', node: { ...node, name } });
}

function nameOf(editor: EditorState, id: NodeId) {
  return editor.node(id)?.name;
}

async function storedName(id: NodeId): Promise<string | undefined> {
  const entry = await draftsOf(here.database).open(SAMPLE_ID);
  if (entry?.type !== 'draft') return undefined;
  return entry.draft.file.cadence.nodes.find((node) => node.id === id)?.name;
}

/** The same drafts, which sometimes cannot be opened. */
function shaky(drafts: DraftStore) {
  const fails = { now: false, count: 0 };
  const own: DraftStore = {
    list: () => drafts.list(),
    open(id) {
      if (!fails.now) return drafts.open(id);
      fails.count += 1;
      return Promise.reject(new Error('no answer'));
    },
    readPart: (id, part) => drafts.readPart(id, part),
    save: (draft, rev) => drafts.save(draft, rev),
    remove: (id, rev) => drafts.remove(id, rev),
    watch: (listener, options) => drafts.watch(listener, options)
  };
  return { drafts: own, fails };
}

/** Leaves something in place of the stored cadence that does not parse. */
async function breakStored(): Promise<void> {
  const documents = here.database.open();
  const [stored] = await documents.list('d:');
  if (!stored) throw new Error('nothing is stored');
  await documents.put(stored.id, { v: 1, file: { format: 1 } }, stored.rev);
}

describe('editing and undo', () => {
  it('ED-1 a refused edit changes nothing and says why', async () => {
    const editor = await here.openTab();
    const before = editor.file;
    const done = editor.do({ kind: 'removeNode', id: 'nobody' });
    expect(done).toMatchObject({ ok: false, error: { code: 'unknownNode' } });
    expect(editor.file).toBe(before);
    expect(editor.undoLabel).toBeNull();
  });

  it('ED-2 undo and redo step through named entries, and a new edit empties redo', async () => {
    const editor = await here.openTab();
    editor.do({ kind: 'addNode', node: newNode('wait', 'pause'), position: { x: 0, y: 0 } });
    rename(editor, 'call-1', 'Ring them');
    expect(editor.undoLabel).toBe('Rename First follow-up call');

    editor.undo();
    expect(nameOf(editor, 'call-1')).toBe('First follow-up call');
    expect(editor.undoLabel).toBe('Add Wait');
    expect(editor.redoLabel).toBe('Rename First follow-up call');
    editor.redo();
    expect(nameOf(editor, 'call-1')).toBe('Ring them');

    editor.undo();
    editor.undo();
    expect(editor.node('pause')).toBeUndefined();
    rename(editor, 'call-1', 'Other');
    expect(editor.redoLabel).toBeNull();
  });

  it('ED-3 typing on in one field is one step, a pause or another field begins the next', async () => {
    const editor = await here.openTab();
    for (const name of ['R', 'Ri', 'Ring']) {
      rename(editor, 'call-1', name);
      here.clock += 300;
    }
    here.clock += 1500;
    rename(editor, 'call-1', 'Ring them');
    rename(editor, 'call-2', 'Again');

    editor.undo();
    expect(nameOf(editor, 'call-2')).toBe('Second follow-up call');
    editor.undo();
    expect(nameOf(editor, 'call-1')).toBe('Ring');
    editor.undo();
    expect(nameOf(editor, 'call-1')).toBe('First follow-up call');
    expect(editor.undoLabel).toBeNull();
  });

  it('ED-3 an undo ends the group: what is typed next is a step of its own', async () => {
    const editor = await here.openTab();
    rename(editor, 'call-1', 'A');
    editor.undo();
    rename(editor, 'call-1', 'B');
    rename(editor, 'call-1', 'BC');
    editor.undo();
    expect(nameOf(editor, 'call-1')).toBe('First follow-up call');
  });

  it('ED-4 undo works after a reload', async () => {
    const first = await here.openTab();
    rename(first, 'call-1', 'Ring them');
    await first.close();

    const second = await here.openTab();
    expect(nameOf(second, 'call-1')).toBe('Ring them');
    second.undo();
    expect(nameOf(second, 'call-1')).toBe('First follow-up call');
  });

  it('ED-5 what is settled is saved but is no step of undo', async () => {
    const editor = await here.openTab();
    editor.settle({ kind: 'moveNodes', positions: { 'call-1': { x: 5, y: 6 } } });
    expect(editor.file.layout.positions['call-1']).toEqual({ x: 5, y: 6 });
    expect(editor.undoLabel).toBeNull();
    expect(editor.hasUnsaved).toBe(true);
  });

  it('keeps only what is still there selected', async () => {
    const editor = await here.openTab();
    editor.selection.set(['call-1', 'call-2'], ['e4']);
    editor.do({ kind: 'removeNode', id: 'call-1' });
    expect([...editor.selection.nodes]).toEqual(['call-2']);
    expect([...editor.selection.edges]).toEqual([]);
    expect(editor.selected?.id).toBe('call-2');
  });
});

describe('saving', () => {
  it('ED-6 a change is saved by itself, and at once when the page is left', async () => {
    const editor = await here.openTab();
    rename(editor, 'call-1', 'Ring them');
    expect(editor.saving.type).toBe('saving');
    await expect.poll(() => editor.saving.type).toBe('saved');
    expect(await storedName('call-1')).toBe('Ring them');

    rename(editor, 'call-1', 'Ring them twice');
    await editor.flush();
    expect(await storedName('call-1')).toBe('Ring them twice');
  });

  it('ED-6 a change made while another is being written is saved too', async () => {
    const editor = await here.openTab();
    rename(editor, 'call-1', 'One');
    const writing = editor.flush();
    rename(editor, 'call-1', 'Two');
    await writing;
    await expect.poll(() => editor.saving.type).toBe('saved');
    expect(await storedName('call-1')).toBe('Two');
  });

  it('ED-7 work that another tab overtook is kept on screen and never written over theirs', async () => {
    const [mine, theirs] = [await here.openTab(), await here.openTab()];
    rename(mine, 'call-1', 'Mine');
    rename(theirs, 'call-2', 'Theirs');
    await theirs.flush();
    await mine.flush();

    expect(mine.saving.type).toBe('conflict');
    expect(nameOf(mine, 'call-1')).toBe('Mine');
    expect(await storedName('call-1')).toBe('First follow-up call');

    rename(mine, 'call-1', 'Mine still');
    await mine.flush();
    expect(await storedName('call-2')).toBe('Theirs');

    mine.useTheirs();
    expect(nameOf(mine, 'call-1')).toBe('First follow-up call');
    expect(nameOf(mine, 'call-2')).toBe('Theirs');
    expect(mine.saving.type).toBe('saved');
    rename(mine, 'call-1', 'After');
    await mine.flush();
    expect(await storedName('call-1')).toBe('After');
  });

  it('ED-8 keeping both saves mine as a cadence of its own and shows theirs', async () => {
    const [mine, theirs] = [await here.openTab(), await here.openTab()];
    rename(mine, 'call-1', 'Mine');
    rename(theirs, 'call-1', 'Theirs');
    await theirs.flush();
    await mine.flush();

    const kept = await mine.keepBoth();
    expect(nameOf(mine, 'call-1')).toBe('Theirs');
    const copy = kept.ok ? await draftsOf(here.database).open(kept.value) : null;
    if (copy?.type !== 'draft') throw new Error('the copy was not stored');
    expect(copy.draft.file.cadence.name).toBe('Six-step follow-up (my version)');
    expect(copy.draft.file.cadence.nodes.find(({ id }) => id === 'call-1')?.name).toBe('Mine');
  });

  it('ED-9 a change that cannot be read just now changes nothing', async () => {
    const theirs = await here.openTab();
    const { drafts, fails } = shaky(draftsOf(here.database));
    const mine = await here.openTab({}, drafts);
    rename(theirs, 'call-1', 'Theirs');
    fails.now = true;
    await theirs.flush();
    await expect.poll(() => fails.count).toBe(1);
    fails.now = false;
    expect(mine.saving.type).toBe('saved');
    rename(mine, 'call-1', 'Mine');
    await mine.flush();
    expect(mine.saving.type).toBe('conflict');
  });

  it('ED-9 a change made elsewhere is shown when nothing here is unsaved, and said', async () => {
    const [mine, theirs] = [await here.openTab(), await here.openTab()];
    rename(theirs, 'call-1', 'Theirs');
    await theirs.flush();
    await expect.poll(() => nameOf(mine, 'call-1')).toBe('Theirs');
    expect(mine.notices).toHaveLength(1);

    rename(mine, 'call-2', 'Mine');
    await mine.flush();
    expect(mine.saving.type).toBe('saved');
  });

  it('ED-10 leaving in the middle of a conflict keeps both', async () => {
    const [mine, theirs] = [await here.openTab(), await here.openTab()];
    rename(mine, 'call-1', 'Mine');
    rename(theirs, 'call-1', 'Theirs');
    await theirs.flush();
    await mine.close();

    const entries = await draftsOf(here.database).list();
    const names = entries.flatMap((entry) =>
      entry.type === 'draft'
        ? [entry.draft.file.cadence.nodes.find(({ id }) => id === 'call-1')?.name]
        : []
    );
    expect(names.sort()).toEqual(['Mine', 'Theirs']);
    expect(mine.notices).toHaveLength(1);
  });

  it('ED-10 leaving says when the work could not be kept', async () => {
    const editor = await here.openTab();
    const drafts = draftsOf(here.database);
    const entry = await drafts.open(SAMPLE_ID);
    if (entry?.type !== 'draft') throw new Error('not stored');
    await drafts.remove(SAMPLE_ID, entry.draft.rev);
    await expect.poll(() => editor.saving).toEqual({ type: 'conflict', theirs: null });
    rename(editor, 'call-1', 'Mine');

    here.database.refuseWrites({ code: 'full', message: 'no room' });
    expect(await editor.keepBoth()).toMatchObject({ ok: false, error: { code: 'full' } });
    await editor.close();
    expect(editor.notices).toEqual([expect.stringContaining('could not be saved')]);
  });

  it('ED-10 leaving keeps one copy beside a version that cannot be read', async () => {
    const editor = await here.openTab();
    rename(editor, 'call-1', 'Mine');
    await breakStored();
    await editor.flush();
    expect(editor.saving).toMatchObject({ type: 'conflict', theirs: { type: 'damaged' } });

    expect(await editor.keepBoth()).toMatchObject({ ok: true });
    await editor.close();
    const entries = await draftsOf(here.database).list();
    expect(entries.map(({ type }) => type).sort()).toEqual(['damaged', 'draft']);
  });

  it('ED-11 a full device leaves the work on screen, says so, and saving is tried again', async () => {
    const editor = await here.openTab();
    here.database.refuseWrites({ code: 'full', message: 'no room' });
    rename(editor, 'call-1', 'Ring them');
    await expect.poll(() => editor.saving).toMatchObject({ type: 'failed', reason: 'full' });
    expect(editor.isStuck).toBe(true);
    expect(nameOf(editor, 'call-1')).toBe('Ring them');

    here.database.refuseWrites(null);
    await expect.poll(() => editor.saving.type).toBe('saved');
    expect(await storedName('call-1')).toBe('Ring them');
  });

  it('ED-12 a cadence deleted elsewhere can be saved again', async () => {
    const editor = await here.openTab();
    const drafts = draftsOf(here.database);
    const entry = await drafts.open(SAMPLE_ID);
    if (entry?.type !== 'draft') throw new Error('not stored');
    await drafts.remove(SAMPLE_ID, entry.draft.rev);
    await expect.poll(() => editor.saving).toEqual({ type: 'conflict', theirs: null });

    const kept = await editor.keepBoth();
    expect(kept).toEqual({ ok: true, value: SAMPLE_ID });
    expect(editor.saving.type).toBe('saved');
    expect(await storedName('call-1')).toBe('First follow-up call');
  });
});

describe('checking', () => {
  it('ED-13 tells of problems after every change, the newest answer counting', async () => {
    const editor = await here.openTab();
    await expect.poll(() => editor.check.state).toBe('current');
    const codes = () =>
      editor.diagnostics.filter(({ node }) => node === 'gap-2').map(({ code }) => code);
    expect(codes()).toEqual([]);

    editor.do({ kind: 'disconnect', id: 'e9' });
    expect(editor.check.state).toBe('waiting');
    await expect.poll(codes).not.toEqual([]);

    editor.undo();
    await expect.poll(codes).toEqual([]);
  });

  it('ED-13 an answer that comes late does not replace a newer one', async () => {
    const { LiveCheck } = await import('./state/live-check.svelte');
    const answers: ((code: string) => void)[] = [];
    const check = new LiveCheck(
      {
        check: () =>
          new Promise((resolve) =>
            answers.push((code) =>
              resolve({
                version: code,
                diagnostics: [{ code, severity: 'info', message: code, help: code }],
                analysis: null
              })
            )
          )
      },
      0
    );
    const editor = await here.openTab();
    check.request(editor.file);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    check.request(editor.file);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.('newer');
    answers[0]?.('older');
    await vi.waitFor(() => expect(check.version).toBe('newer'));
    await Promise.resolve();
    expect(check.diagnostics.map(({ code }) => code)).toEqual(['newer']);
  });
});
