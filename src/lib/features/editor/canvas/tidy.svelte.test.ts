import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LayoutService } from '$lib/layout';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import { CanvasModel } from './canvas-model.svelte';
import { Tidier } from './tidy.svelte';

let here: Device;
let editor: EditorState;
let model: CanvasModel;

/** Every step in one place: what matters here is that they move. */
const gathering: LayoutService = {
  tidy: ({ nodes }) =>
    Promise.resolve({
      positions: Object.fromEntries(nodes.map(({ id }, index) => [id, { x: 0, y: index * 9 }])),
      routes: {}
    }),
  dispose() {}
};

beforeEach(async () => {
  here = await device();
  editor = await here.openTab();
  const positions = editor.cadence.nodes.map(({ id }, index) => [id, { x: index * 50, y: 7 }]);
  editor.do({ kind: 'moveNodes', positions: Object.fromEntries(positions) });
  here.clock += 5000;
  model = new CanvasModel(editor, () => null);
});

afterEach(async () => {
  await editor.close();
  here.close();
});

function drawn() {
  return Object.fromEntries(model.nodes.map(({ id, position }) => [id, position]));
}

describe('tidying', () => {
  it('ED-17 ED-53 is one step of undo, and steps glide to their places', async () => {
    const before = editor.file.layout.positions;
    await new Tidier(editor, model, gathering).tidy();
    expect(editor.file.layout.positions).not.toEqual(before);
    expect(drawn()).toEqual(editor.file.layout.positions);
    editor.undo();
    expect(editor.file.layout.positions).toEqual(before);
  });

  it('ED-17 undone on the way, the steps are drawn where they were', async () => {
    const before = editor.file.layout.positions;
    const tidying = new Tidier(editor, model, gathering).tidy();
    await expect.poll(() => editor.undoLabel).toBe('Tidy');
    editor.undo();
    await tidying;
    expect(drawn()).toEqual(before);
  });

  it('ED-51 of some steps leaves the first of them and all others where they are', async () => {
    const before = editor.file.layout.positions;
    await new Tidier(editor, model, gathering).tidy(new Set(['gap-1', 'call-1']));
    const after = editor.file.layout.positions;
    expect(after['gap-1']).toEqual(before['gap-1']);
    expect(after['call-1']).not.toEqual(before['call-1']);
    const moved = Object.keys(after).filter((id) => after[id] !== before[id]);
    expect(moved.sort()).toEqual(['call-1', 'gap-1']);
    expect(editor.undoLabel).toBe('Tidy 2 steps');
  });

  it('ED-50 turning lays everything out the other way, as one step of undo', async () => {
    const before = editor.file.layout;
    expect(await new Tidier(editor, model, gathering).turn('right')).toBe(true);
    expect(editor.file.layout.direction).toBe('right');
    expect(editor.undoLabel).toBe('Run to the right');
    editor.undo();
    expect(editor.file.layout).toEqual(before);
  });

  it('ED-52 stopped on the way changes nothing', async () => {
    const before = editor.file;
    const endless: LayoutService = {
      tidy: (_cadence, _sizes, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('stop', 'AbortError')));
        }),
      dispose() {}
    };
    const tidier = new Tidier(editor, model, endless);
    const tidying = tidier.tidy();
    expect(tidier.isRunning).toBe(true);
    tidier.cancel();
    expect(await tidying).toBe(false);
    expect(tidier.isRunning).toBe(false);
    expect(editor.file).toBe(before);
  });
});
