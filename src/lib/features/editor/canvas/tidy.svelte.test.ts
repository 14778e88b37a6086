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
  it('ED-17 is one step of undo, and steps glide to their places', async () => {
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
});
