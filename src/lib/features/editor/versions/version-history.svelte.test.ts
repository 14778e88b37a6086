import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish } from '$lib/domain';
import { createVersionStore, type VersionStore } from '$lib/storage';
import { createComputeClient } from '$lib/worker/clients';
import { inProcessCompute } from '$lib/worker/in-process';
import { History } from '$tests/support/history';
import type { EditorState } from '../editor-state.svelte';
import { SAMPLE_ID } from '../testing/sample-file';
import { device, type Device } from '../testing/tabs';
import { obstacle, standing } from './publish-words';
import { VersionHistory } from './version-history.svelte';
import { DRAFT, VersionsView } from './versions-view.svelte';

let here: Device;
let stops: (() => void)[];
const compute = createComputeClient(() =>
  inProcessCompute({ now: () => performance.now(), pause: () => Promise.resolve() })
);

beforeEach(async () => {
  here = await device();
  stops = [];
});

afterEach(() => {
  for (const stop of stops) stop();
  here.close();
});

async function openTab() {
  const versions = createVersionStore(here.database.open());
  const editor = await here.openTab();
  editor.settle({ kind: 'updateCadence', fields: { fields: FIELDS } });
  const history = new VersionHistory({ versions, compute, now: () => here.clock }, editor);
  stops.push(history.start());
  await expect.poll(() => history.state).toBe('ready');
  return { editor, history, versions };
}

/** What the texts of the sample speak of: without them it has errors. */
const FIELDS = ['first-name', 'company'].map((id) => ({ id, name: id, type: 'text' as const }));

function rename(editor: EditorState, name: string): void {
  editor.do({ kind: 'updateCadence', fields: { name } });
}

const words = (history: VersionHistory) => standing(history, () => 'just now');
const DONE = { ok: true, value: undefined };

async function corrupt(versions: VersionStore, version: string): Promise<void> {
  const documents = here.database.open();
  const id = `v:${SAMPLE_ID}:${version}`;
  await documents.put(id, 'nonsense', (await documents.get(id))?.rev ?? null);
  expect(await versions.get(SAMPLE_ID, version)).toMatchObject({ type: 'damaged' });
}

describe('publishing', () => {
  it('ED-110 ED-112 ED-116 makes the cadence on screen the current version; the header says how the draft stands', async () => {
    const { editor, history } = await openTab();
    expect(words(history)).toBe('Never published');
    expect(await history.publish('  First try ')).toEqual(DONE);
    expect(history.current).toMatchObject({
      ...{ number: 1, isCurrent: true, note: 'First try', at: here.clock },
      version: publish(editor.cadence).version
    });
    await expect.poll(() => words(history)).toBe('Published just now');
    expect(obstacle(history, [], editor.saving)).toMatchObject({ isErrors: false });

    rename(editor, 'Other');
    await expect.poll(() => words(history)).toBe('1 change since Version 1');
    expect(obstacle(history, [], editor.saving)).toBeNull();
    editor.undo();
    await expect.poll(() => words(history)).toBe('Published just now');
  });

  it('ED-111 a cadence with errors is not published', async () => {
    const { editor, history, versions } = await openTab();
    editor.do({ kind: 'disconnect', id: 'e9' });
    expect(await history.publish('')).toMatchObject({ ok: false, error: { code: 'errors' } });
    expect(await versions.list(SAMPLE_ID)).toEqual([]);
    await expect
      .poll(() => obstacle(history, editor.diagnostics, editor.saving))
      .toMatchObject({
        isErrors: true
      });
  });

  it('ED-115 on a full device nothing becomes current, and trying again does', async () => {
    const { editor, history } = await openTab();
    await history.publish('');
    rename(editor, 'Second');
    here.database.refuseWrites({ code: 'full', message: 'no room' });
    expect(await history.publish('')).toMatchObject({ ok: false, error: { code: 'full' } });
    expect(history.current?.number).toBe(1);
    here.database.refuseWrites(null);
    expect(await history.publish('')).toEqual(DONE);
    expect(history.current).toMatchObject({ number: 2, cadence: { name: 'Second' } });
  });

  it('ED-115 a clock that was set back does not put the new version behind the old one', async () => {
    const { editor, history } = await openTab();
    await history.publish('');
    here.clock -= 100_000;
    rename(editor, 'Later');
    await history.publish('');
    expect(history.current).toMatchObject({ number: 2, cadence: { name: 'Later' } });
  });

  it('ED-114 says how many of those enrolled can move, and how many need a decision', async () => {
    const { editor, history } = await openTab();
    expect(await history.affected([])).toEqual([expect.stringMatching(/^Nobody is enrolled/)]);
    await history.publish('');
    const version = history.current?.version ?? '';
    here.clock = Date.parse('2026-01-05T17:00:00Z');
    const leads = ['one', 'two', 'old'].map((id) => ({
      lead: { id, fields: {} },
      events: new History().enroll(
        '2026-01-05T10:00+01:00',
        SAMPLE_ID,
        id === 'old' ? 'f'.repeat(64) : version
      ).events
    }));
    rename(editor, 'Other');
    expect((await history.affected(leads)).slice(1)).toEqual([
      '2 can move to this version from where they stand.'
    ]);
    editor.do({ kind: 'removeNode', id: 'email-1' });
    const edge = { id: 'e1b', from: 'prospecting', port: 'next', to: 'gap-1' };
    editor.do({ kind: 'connect', edge });
    const [stay, ...others] = await history.affected(leads);
    expect(stay).toContain('everybody stays on the version they began with');
    expect(others).toEqual([expect.stringMatching(/^2 need a decision/)]);
  });

  it('ED-117 what another tab publishes is seen here', async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.history.publish('From the other tab');
    await expect.poll(() => two.history.current?.note).toBe('From the other tab');
  });
});

describe('the history of versions', () => {
  it('ED-117 versions can be named, and say what changed', async () => {
    const { editor, history } = await openTab();
    await history.publish('');
    rename(editor, 'Second');
    here.clock += 1000;
    await history.publish('');
    const [second, first] = history.all;
    if (!second || !first) throw new Error('not published');
    expect(await history.name(first.version, 'Spring')).toEqual(DONE);
    expect(history.all.map(({ name }) => name)).toEqual(['', 'Spring']);
    const view = new VersionsView(editor, history, compute);
    expect((await view.changesOf(second))?.settings[0]?.words).toContain('“Second”');
    expect(await view.changesOf(first)).toBeNull();
    let fails = true;
    const shaky: Pick<typeof compute, 'diff'> = {
      diff: (a, b) => (fails ? Promise.reject(new Error('gone')) : compute.diff(a, b))
    };
    const again = new VersionsView(editor, history, shaky);
    expect(await again.changesOf(second)).toBeNull();
    fails = false;
    expect(await again.changesOf(second)).not.toBeNull();
  });

  it('ED-117 a damaged version is shown as such and used for nothing; publishing the same again mends it', async () => {
    const { history, versions } = await openTab();
    await history.publish('');
    const version = history.current?.version ?? '';
    await corrupt(versions, version);
    await history.read();
    expect(history.current).toMatchObject({ cadence: null, faults: [{ path: '' }] });
    expect(words(history)).toBe('Version 1 is damaged');
    here.clock += 1000;
    expect(await history.publish('')).toEqual(DONE);
    expect(history.all.map(({ cadence }) => cadence === null)).toEqual([false, false]);
  });

  it('ED-118 shows the changes of the draft first, then whatever is chosen, the older one left', async () => {
    const { editor, history } = await openTab();
    const view = new VersionsView(editor, history, compute);
    expect(view.pair).toEqual({ before: null, after: DRAFT });
    await history.publish('');
    rename(editor, 'Second');
    await expect.poll(() => history.changes?.extent).toBe('text');
    const first = history.current?.id ?? '';
    expect(view.pair).toEqual({ before: first, after: DRAFT });
    here.clock += 1000;
    await history.publish('');
    const second = history.current?.id ?? '';
    await expect.poll(() => history.isUpToDate).toBe(true);
    expect(view.pair).toEqual({ before: null, after: second });
    view.show(second, first);
    expect(view.pair).toEqual({ before: first, after: second });
    view.show(first, second);
    expect(view.pair).toEqual({ before: first, after: second });
    view.show(first, DRAFT);
    expect(view.pair).toEqual({ before: first, after: DRAFT });
    view.show(first, first);
    expect(view.pair).toEqual({ before: null, after: first });
  });
});
