import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNode, serializeCadenceFile, type Edit, type NodeKind } from '$lib/domain';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';

/** Something a user does; the numbers pick among what there is. */
type Act =
  | { readonly type: 'edit'; readonly what: number; readonly at: number; readonly text: string }
  | { readonly type: 'undo' | 'redo'; readonly steps: number }
  | { readonly type: 'pause' }
  | { readonly type: 'reload' };

const anEdit: fc.Arbitrary<Act> = fc.record({
  type: fc.constant('edit' as const),
  what: fc.nat(9),
  at: fc.nat(50),
  text: fc.string({ maxLength: 8 })
});
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: anEdit },
  { weight: 2, arbitrary: stepsOf('undo') },
  { weight: 1, arbitrary: stepsOf('redo') },
  { weight: 1, arbitrary: fc.constant<Act>({ type: 'pause' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ type: 'reload' }) }
);

function stepsOf(type: 'undo' | 'redo'): fc.Arbitrary<Act> {
  return fc.nat(4).map((steps) => ({ type, steps: steps + 1 }));
}

const KINDS: readonly NodeKind[] = ['wait', 'action', 'branch', 'note', 'stage'];

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

/** An edit of one of all kinds; null where there is nothing to edit. */
function editOf(editor: EditorState, act: Extract<Act, { type: 'edit' }>): Edit | null {
  const { file, cadence } = editor;
  const { what, at, text } = act;
  const node = pick(cadence.nodes, at);
  const edge = pick(cadence.edges, at);
  switch (what) {
    case 0: {
      const kind = pick(KINDS, at) ?? 'note';
      const id = `n${cadence.nodes.length}-${at}`;
      return {
        kind: 'addNode',
        node: newNode(kind, id),
        position: { x: at, y: -at },
        index: at % 3
      };
    }
    case 1:
      return node ? { kind: 'removeNode', id: node.id } : null;
    case 2:
      return node ? { kind: 'updateNode', node: { ...node, name: text } } : null;
    case 3:
      return edge ? { kind: 'disconnect', id: edge.id } : null;
    case 4: {
      const to = pick(cadence.nodes, at * 7 + 1);
      if (!node || !to) return null;
      const id = `e${cadence.edges.length}-${at}`;
      return { kind: 'connect', edge: { id, from: node.id, port: 'next', to: to.id } };
    }
    case 5:
      return node
        ? { kind: 'moveNodes', positions: { [node.id]: { x: at, y: text.length } } }
        : null;
    case 6:
      return { kind: 'updateCadence', fields: { name: text, description: at > 25 ? null : text } };
    case 7:
      return {
        kind: 'setScenarios',
        scenarios: file.scenarios.map((scenario) => ({ ...scenario, seed: at }))
      };
    case 8:
      return {
        kind: 'setFrames',
        frames: at > 25 ? null : [{ id: 'f', name: text, color: 'indigo', nodes: [] }]
      };
    default: {
      const parts = [0, 2, 5, 7].map((each) => editOf(editor, { ...act, what: each }));
      return { kind: 'batch', edits: parts.filter((part) => part !== null) };
    }
  }
}

async function play(here: Device, editor: EditorState, acts: readonly Act[]): Promise<EditorState> {
  let now = editor;
  for (const act of acts) {
    if (act.type === 'edit') {
      const edit = editOf(now, act);
      if (edit) now.do(edit);
    } else if (act.type === 'pause') here.clock += 2000;
    else if (act.type === 'reload') {
      await now.close();
      now = await here.openTab();
    } else await now.go(act.type, act.steps);
    here.clock += 300;
  }
  return now;
}

const ALL = 1_000_000;
const textOf = (editor: EditorState) => serializeCadenceFile(editor.file);

describe('undo that can be trusted', () => {
  it('ED-120 after any edits and reloads, undoing all gives the first file and redoing all the last, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 60 }), async (acts) => {
        const here = await device();
        const first = await here.openTab();
        const before = textOf(first);
        const editor = await play(here, first, acts);
        await editor.go('redo', ALL);
        const after = textOf(editor);
        await editor.go('undo', ALL);
        expect(textOf(editor)).toBe(before);
        expect(editor.undoLabel).toBeNull();
        await editor.close();
        const again = await here.openTab();
        await again.go('redo', ALL);
        expect(textOf(again)).toBe(after);
        expect(again.redoLabel).toBeNull();
        await again.close();
        here.close();
      }),
      { seed: 20261122, numRuns: 40 }
    );
  });

  it('ED-120 ED-121 a log of two thousand steps, read part by part, goes back to the beginning', async () => {
    const here = await device();
    const first = await here.openTab({ saveAfter: 100_000 });
    const before = textOf(first);
    for (let n = 0; n < 2000; n++) {
      first.do({ kind: 'updateCadence', fields: { description: `Text ${n}` } });
      here.clock += 2000;
    }
    const after = textOf(first);
    await first.close();

    const second = await here.openTab();
    await second.go('undo', 1500);
    expect(second.cadence.description).toBe('Text 499');
    await second.close();

    const third = await here.openTab();
    await third.go('undo', ALL);
    expect(textOf(third)).toBe(before);
    await third.go('redo', ALL);
    expect(textOf(third)).toBe(after);
    await third.close();
    here.close();
  });
});
