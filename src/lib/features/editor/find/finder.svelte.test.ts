import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import { Reading } from '../walk/reading.svelte';
import { Finder } from './finder.svelte';

let here: Device;
let editor: EditorState;
let finder: Finder;
let said: string[];
let shown: string[];

beforeEach(async () => {
  here = await device();
  editor = await here.openTab();
  said = [];
  shown = [];
  finder = new Finder({
    editor,
    reading: new Reading(editor),
    announce: (words) => said.push(words),
    reveal: (id) => shown.push(id)
  });
});

afterEach(async () => {
  await editor.close();
  here.close();
});

it('ED-84 goes from one to the next, round the ends, and says which it is', () => {
  finder.query = 'follow-up';
  expect(finder.hits.map(({ id }) => id)).toEqual(['call-1', 'call-2']);
  finder.jump();
  finder.jumpBy(1);
  finder.jumpBy(1);
  finder.jumpBy(-1);
  expect(shown).toEqual(['call-1', 'call-2', 'call-1', 'call-2']);
  expect(said.at(-1)).toMatch(/^2 of 2: Second follow-up call, step/);
});

it('ED-84 follows the cadence while it is changed', () => {
  finder.query = 'submarine';
  finder.jump();
  expect(said).toEqual(['Nothing was found.']);
  const node = editor.node('gap-2');
  if (!node) throw new Error('no gap');
  editor.do({ kind: 'updateNode', node: { ...node, name: 'Submarine' } });
  expect(finder.hits.map(({ id }) => id)).toEqual(['gap-2']);
});

it('ED-84 offers steps to the palette without changing what is looked for', () => {
  finder.query = 'follow-up';
  expect(finder.find('season').map(({ id }) => id)).toEqual(['email-1']);
  expect(finder.query).toBe('follow-up');
});
