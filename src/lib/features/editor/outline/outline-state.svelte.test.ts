import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import { Reading } from '../walk/reading.svelte';
import { OutlineState } from './outline-state.svelte';

let here: Device;
let editor: EditorState;
let list: OutlineState;

beforeEach(async () => {
  here = await device();
  editor = await here.openTab();
  list = new OutlineState(new Reading(editor), (query) =>
    editor.cadence.nodes.filter(({ name }) => name.includes(query))
  );
});

afterEach(async () => {
  await editor.close();
  here.close();
});

const keys = () => list.rows.map(({ key }) => key);

it('ED-76 folds what stands under a row, and unfolds it for what is gone to', () => {
  const all = keys();
  list.fold('prospecting');
  expect(keys()).toEqual(['start', 'prospecting']);
  list.goTo('call-2');
  expect(keys()).toEqual(all);
  expect(list.active?.key).toBe('call-2');
});

it('ED-76 has the keys on the first row when theirs is gone', () => {
  list.goTo('silent');
  editor.do({ kind: 'removeNode', id: 'silent' });
  expect(list.active?.key).toBe('start');
});

it('ED-81 filters to what fits and what that stands under, whatever is folded', () => {
  list.fold('prospecting');
  list.query = 'Second';
  expect(keys()).toEqual(['prospecting', 'call-2']);
  expect(list.isOpen('prospecting')).toBe(true);
  list.goTo('email-1');
  expect(list.query).toBe('');
});
