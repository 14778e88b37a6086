import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimulationResult } from '$lib/worker/protocol';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import { CanvasModel } from './canvas-model.svelte';

let here: Device;
let editor: EditorState;

beforeEach(async () => {
  here = await device();
  editor = await here.openTab();
});

afterEach(async () => {
  await editor.close();
  here.close();
});

function drawn(model: CanvasModel, id: string) {
  const node = model.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`${id} is not drawn`);
  return node;
}

function renamed(name: string) {
  const node = editor.node('call-1');
  if (!node) throw new Error('no call');
  editor.do({ kind: 'updateNode', node: { ...node, name } });
}

describe('what the canvas draws', () => {
  it('ED-54 follows the file, and keeps what did not change the same object', () => {
    const model = new CanvasModel(editor, () => null);
    const before = drawn(model, 'email-1');
    renamed('Ring them');
    expect(drawn(model, 'call-1').data.face.title).toBe('Ring them');
    expect(drawn(model, 'email-1')).toBe(before);
  });

  it('leaves a step in the hand where it is held, whatever changes meanwhile', () => {
    const model = new CanvasModel(editor, () => null);
    model.nodes = model.nodes.map((node) =>
      node.id === 'call-1' ? { ...node, position: { x: 77, y: 88 }, dragging: true } : node
    );
    renamed('Ring them');
    expect(drawn(model, 'call-1').position).toEqual({ x: 77, y: 88 });
    model.nodes = model.nodes.map((node) => ({ ...node, dragging: false }));
    editor.do({ kind: 'moveNodes', positions: { 'call-1': { x: 5, y: 6 } } });
    expect(drawn(model, 'call-1').position).toEqual({ x: 5, y: 6 });
  });

  it('ED-14 lights legal targets while a connection is drawn', () => {
    const model = new CanvasModel(editor, () => null);
    expect(drawn(model, 'won').data.legal).toBeNull();
    model.startDrawing('call-2', 'done');
    expect(drawn(model, 'won').data.legal).toBe(true);
    expect(drawn(model, 'start').data.legal).toBe(false);
    expect([model.isLegal('won'), model.isLegal('start')]).toEqual([true, false]);
    model.stopDrawing();
    expect(drawn(model, 'won').data.legal).toBeNull();
  });

  it('labels edges only where there is a choice', () => {
    const model = new CanvasModel(editor, () => null);
    const labels = Object.fromEntries(model.edges.map(({ id, data }) => [id, data?.label]));
    expect(labels).toMatchObject({ e1: '', e5: '', e6: 'Not interested', e8: 'Otherwise' });
  });

  it('draws an edge whose port is gone, so that it can be deleted', () => {
    editor.do({ kind: 'connect', edge: { id: 'odd', from: 'call-2', port: 'gone', to: 'won' } });
    const model = new CanvasModel(editor, () => null);
    expect(model.edges.some(({ id }) => id === 'odd')).toBe(true);
    expect(drawn(model, 'call-2').data.ports.map(({ port }) => port)).toContain('gone');
  });

  it('shows the counts of a simulation, on an edge only where the step does not tell', () => {
    const result = {
      leads: 100,
      steps: [
        { node: 'call-1', reached: 90 },
        { node: 'won', reached: 20 }
      ],
      edges: { e4: 90, e7: 20 }
    } as unknown as SimulationResult;
    const model = new CanvasModel(editor, () => result);
    expect(drawn(model, 'call-1').data.count).toBe(90);
    expect(drawn(model, 'gap-2').data.count).toBeNull();
    const counts = Object.fromEntries(model.edges.map(({ id, data }) => [id, data?.count]));
    expect(counts).toMatchObject({ e4: null, e7: 20 });
  });

  it('says all that it shows to those who cannot see it', async () => {
    editor.do({ kind: 'disconnect', id: 'e10' });
    const model = new CanvasModel(editor, () => null);
    await expect.poll(() => drawn(model, 'call-2').data.badge?.count ?? 0).toBeGreaterThan(0);
    const { ariaLabel, data } = drawn(model, 'call-2');
    expect(ariaLabel).toContain('Second follow-up call, Call');
    expect(ariaLabel).toContain(data.badge?.text.split('\n')[0]);
  });
});
