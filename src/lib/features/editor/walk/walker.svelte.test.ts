import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StageHand } from '../canvas/stage-hand';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import { Connector } from './connector.svelte';
import { Picking } from './picking.svelte';
import { Reading } from './reading.svelte';
import { Walker } from './walker.svelte';

let here: Device;
let editor: EditorState;
let reading: Reading;
let walker: Walker;
let connector: Connector;
/** What was announced, and what was given the focus. */
let said: string[];
let focused: string[];

beforeEach(async () => {
  here = await device();
  editor = await here.openTab();
  editor.settle({
    kind: 'moveNodes',
    positions: Object.fromEntries(
      editor.cadence.nodes.map(({ id }, index) => [id, { x: 0, y: index * 100 }])
    )
  });
  said = [];
  focused = [];
  const hand = {
    focusStep: (id: string) => focused.push(id) > 0,
    focusEdge: (id: string) => focused.push(id) > 0,
    reveal: () => Promise.resolve()
  } as unknown as StageHand;
  const announce = (words: string) => void said.push(words);
  reading = new Reading(editor);
  walker = new Walker({ editor, reading, hand, announce });
  connector = new Connector({ editor, reading, announce, focus: (id) => void focused.push(id) });
});

afterEach(async () => {
  await editor.close();
  here.close();
});

const selected = () => [...editor.selection.nodes];

describe('the keys on the drawing', () => {
  it('ED-70 begin at the entry, walk on, and say where they are', () => {
    walker.go('on', 'only');
    expect(selected()).toEqual(['start']);
    walker.go('on', 'only');
    walker.go('on', 'only');
    expect(selected()).toEqual(['email-1']);
    expect(said.at(-1)).toMatch(/^Introduce the season plan, step 3 of 11, .*leads to Wait$/);
    walker.goTo('last');
    expect(selected()).toEqual(['silent']);
    walker.go('on', 'only');
    expect(said.at(-1)).toBe('Nothing follows No answer.');
  });

  it('ED-70 take one of several ways by its number, and come back by it', () => {
    walker.arrive('reached', 'only');
    expect(walker.choices.map(({ port }) => port)).toEqual(['no', 'yes', 'default']);
    walker.choose(2);
    expect(selected()).toEqual(['won']);
    walker.go('back', 'only');
    walker.go('on', 'only');
    expect(selected()).toEqual(['won']);
  });

  it('ED-71 select more on the way, or leave the selection alone', () => {
    walker.arrive('email-1', 'only');
    walker.go('on', 'too');
    expect(selected()).toEqual(['email-1', 'gap-1']);
    walker.go('on', 'none');
    expect(selected()).toEqual(['email-1', 'gap-1']);
    walker.toggleSelected();
    expect(selected()).toEqual(['email-1', 'gap-1', 'call-1']);
    walker.toggleSelected();
    expect(selected()).toEqual(['email-1', 'gap-1']);
    expect(said.at(-1)).toBe('First follow-up call no longer selected.');
  });

  it('ED-71 move what is selected, and nothing else', () => {
    walker.arrive('gap-1', 'only');
    const before = editor.file.layout.positions;
    walker.nudge(5, 0);
    expect(editor.file.layout.positions).toEqual({ ...before, 'gap-1': { x: 5, y: 300 } });
    editor.undo();
    expect(editor.file.layout.positions).toEqual(before);
  });

  it('ED-72 delete, and go to what led there', async () => {
    walker.arrive('gap-1', 'only');
    walker.remove();
    expect(editor.node('gap-1')).toBeUndefined();
    expect(selected()).toEqual(['email-1']);
    expect(said.at(-1)).toMatch(/^Deleted\. Introduce the season plan/);
    await expect.poll(() => focused.at(-1)).toBe('email-1');
  });

  it('ED-72 go through the connections of a step, delete one, and are on its step again', () => {
    walker.arrive('reached', 'only');
    walker.turnToEdge(1);
    expect([...editor.selection.edges]).toEqual(['e6']);
    expect(said.at(-1)).toBe(
      'Connection from Did we reach them? to Closed · not interested, If Not interested'
    );
    walker.turnToEdge(1);
    walker.turnToEdge(1);
    walker.turnToEdge(1);
    expect([...editor.selection.edges]).toEqual(['e5']);
    walker.turnToEdge(1);
    walker.remove();
    expect(editor.cadence.edges.some(({ id }) => id === 'e6')).toBe(false);
    expect(selected()).toEqual(['reached']);
  });

  it('ED-72 leave a connection for the step they came from, or walk along it', () => {
    walker.arrive('won', 'only');
    walker.turnToEdge(1);
    expect(walker.leaveEdge()).toBe(true);
    expect(selected()).toEqual(['won']);
    walker.turnToEdge(1);
    walker.go('back', 'only');
    expect(selected()).toEqual(['reached']);
    expect(walker.leaveEdge()).toBe(false);
  });
});

describe('connecting by keys', () => {
  it('ED-71 asks which way, then where to, and offers only what is legal', () => {
    connector.ask('reached');
    const picking = new Picking(connector, reading);
    expect(picking.picks.map(({ name }) => name)).toEqual([
      'If Not interested',
      'If Interested',
      'Otherwise'
    ]);
    picking.move(1);
    picking.take();
    const names = picking.picks.map(({ name }) => name);
    expect(names).not.toContain('New leads');
    expect(names).not.toContain('Did we reach them?');
    expect(names.at(-1)).toBe('Nowhere');

    picking.query = 'second';
    picking.take();
    expect(editor.cadence.edges).toContainEqual(
      expect.objectContaining({ from: 'reached', port: 'yes', to: 'call-2' })
    );
    expect(said.at(-1)).toBe(
      'Did we reach them?, If Interested, leads to Second follow-up call now.'
    );
    expect(connector.from).toBeNull();
    expect(focused.at(-1)).toBe('reached');
    expect(editor.undoLabel).toBe('Connect Did we reach them? to Second follow-up call');
  });

  it('ED-71 goes straight to where to when there is one way, and can lead it nowhere', () => {
    connector.ask('call-2');
    const picking = new Picking(connector, reading);
    picking.move(-1);
    expect(picking.active?.name).toBe('Nowhere');
    picking.take();
    expect(editor.cadence.edges.some(({ id }) => id === 'e10')).toBe(false);
    expect(said.at(-1)).toBe('Second follow-up call leads nowhere now.');
  });

  it('ED-71 goes back to the ways, and out, changing nothing', () => {
    const before = editor.file;
    connector.ask('reached', 'no');
    const picking = new Picking(connector, reading);
    expect(picking.back()).toBe(true);
    expect(connector.port).toBeNull();
    picking.leave();
    expect(editor.file).toBe(before);
    connector.ask('won');
    expect(connector.from).toBeNull();
    expect(said.at(-1)).toBe('Becomes an opportunity has no way out.');
  });
});

describe('reading', () => {
  it('ED-78 keeps the list while only names change', () => {
    const { outline } = reading;
    const node = editor.node('call-1');
    if (!node) throw new Error('no call');
    editor.do({ kind: 'updateNode', node: { ...node, name: 'Ring' } });
    expect(reading.outline).toBe(outline);
    expect(reading.nameOf('call-1')).toBe('Ring');
    editor.do({ kind: 'disconnect', id: 'e7' });
    expect(reading.outline).not.toBe(outline);
  });
});
