import { describe, expect, it } from 'vitest';
import {
  applyEdit,
  blankCadenceFile,
  diffCadences,
  invertEdit,
  newNode,
  publish,
  serializeCadenceFile,
  type Cadence,
  type CadenceFile,
  type Edit,
  type Layout
} from '$lib/domain';
import type { LayoutService } from '$lib/layout';
import { sampleFile } from '../testing/sample-file';
import { affectedOf, affectedWords } from './affected';
import { changesOf, countWords, marksOf } from './changes';
import { contentWords } from './contents';
import { restoreEdit } from './restore';
import { bothOf, placesFor } from './together';
import { toMarkedFlow } from './to-marked-flow';

const FILE = sampleFile();
const OLD = FILE.cadence;

function after(file: CadenceFile, ...edits: readonly Edit[]): CadenceFile {
  const done = applyEdit(file, { kind: 'batch', edits });
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

/** A wait goes, a note comes, a call is renamed, and a way leads elsewhere. */
const CHANGED = after(
  FILE,
  { kind: 'removeNode', id: 'gap-1' },
  { kind: 'addNode', node: newNode('note', 'memo', { name: 'Memo' }), position: { x: 5, y: 5 } },
  { kind: 'updateCadence', fields: { description: 'Shorter' } },
  { kind: 'disconnect', id: 'e7' },
  { kind: 'connect', edge: { id: 'e7b', from: 'reached', port: 'yes', to: 'silent' } }
);
const NEW = CHANGED.cadence;

function renamed(cadence: Cadence, id: string, name: string): Cadence {
  return {
    ...cadence,
    nodes: cadence.nodes.map((node) => (node.id === id ? { ...node, name } : node))
  };
}

describe('what differs', () => {
  it('ED-118 is listed in words, steps first, each with the step to look at', () => {
    const diff = diffCadences(OLD, NEW);
    const changes = changesOf(diff, OLD, NEW);
    expect(changes.map(({ mark, node }) => [mark, node])).toEqual([
      ['added', 'memo'],
      ['removed', 'gap-1'],
      ['changed', 'reached'],
      ['removed', 'email-1'],
      ['removed', 'gap-1'],
      ['added', null]
    ]);
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    expect(countWords(diff)).toBe('6 changes');
  });

  it('ED-118 is marked on the drawing that has it: what came on the new one, what went on the old', () => {
    const marks = marksOf(diffCadences(OLD, renamed(NEW, 'call-1', 'Ring')), OLD);
    expect([...marks.before.nodes]).toEqual([
      ['call-1', 'changed'],
      ['gap-1', 'removed']
    ]);
    expect([...marks.after.nodes]).toEqual([
      ['call-1', 'changed'],
      ['memo', 'added']
    ]);
    expect([...marks.before.edges]).toEqual([
      ['e7', 'changed'],
      ['e3', 'removed'],
      ['e4', 'removed']
    ]);
    expect([...marks.after.edges]).toEqual([['e7b', 'changed']]);
    const flow = toMarkedFlow(NEW, CHANGED.layout, marks.after, 'memo');
    expect(flow.nodes.find(({ id }) => id === 'memo')).toMatchObject({
      class: 'mark-added looked-at',
      data: { mark: 'added' }
    });
    expect(flow.edges.find(({ id }) => id === 'e7b')).toMatchObject({
      class: 'mark-changed',
      data: { label: '≠ Interested' }
    });
  });

  it('ED-113 a first version is told by what it contains', () => {
    expect(contentWords(OLD)).toBe('1 email, 2 calls, 2 waits, 1 branch, 1 stage and 3 exits');
    const blank = blankCadenceFile({ id: OLD.id, name: '' }).cadence;
    expect(contentWords({ ...blank, nodes: [] })).toBe('no steps yet');
  });
});

describe('whom it affects', () => {
  const row = { before: 'a#1', after: 'a', nextBefore: null, nextAfter: null };
  const keep = { ...row, action: 'keep', touchedTwice: false } as const;
  const reply = {
    map: {},
    counts: { keep: 3, jump: 1, exit: 0 },
    unmapped: ['gone'],
    untouched: 4,
    stuck: 2,
    rows: [
      { ...keep, lead: 'l1', enrollment: 'e#1' },
      { ...keep, lead: 'l2', enrollment: 'e#1' },
      { ...keep, lead: 'l3', enrollment: 'e#1' },
      { ...row, action: 'jump', touchedTwice: false, lead: 'l3', enrollment: 'e#1' } as const
    ]
  };

  it('ED-114 enrollments that can move, and those that need a decision, are counted apart', () => {
    expect(affectedOf(reply)).toEqual({ running: 5, canMove: 2, needDecision: 3, others: 4 });
    expect(
      affectedOf({ ...reply, rows: [{ ...keep, touchedTwice: true, lead: 'l', enrollment: 'e' }] })
    ).toMatchObject({ canMove: 0, needDecision: 3 });
  });

  it('ED-114 everybody stays; nobody enrolled is said', () => {
    expect(affectedWords(affectedOf(reply))).toEqual([
      'New leads will take this version. 9 leads are enrolled now: everybody stays on the version they began with.',
      '2 can move to this version from where they stand.',
      '3 need a decision before moving: the step they stand on is gone or changed place.'
    ]);
    expect(affectedWords({ running: 0, canMove: 0, needDecision: 0, others: 0 })).toEqual([
      'Nobody is enrolled yet; new leads will take this version.'
    ]);
  });
});

describe('restoring', () => {
  const placed = after(CHANGED, {
    kind: 'moveNodes',
    positions: { 'call-1': { x: 1, y: 2 }, won: { x: 3, y: 4 } }
  });
  const edit = restoreEdit(placed, OLD, { 'gap-1': { x: 7, y: 7 }, 'call-1': { x: 9, y: 9 } });

  it('ED-119 gives the cadence of the version, byte for byte, as one step that can be undone', () => {
    const restored = after(placed, edit);
    expect(publish(restored.cadence).version).toBe(publish(OLD).version);
    const back = after(restored, invertEdit(placed, edit));
    expect(serializeCadenceFile(back)).toBe(serializeCadenceFile(placed));
  });

  it('ED-119 steps that are there keep their place, others get one, and those that go leave none', () => {
    const { positions } = after(placed, edit).layout;
    expect(positions).toEqual({
      'call-1': { x: 1, y: 2 },
      won: { x: 3, y: 4 },
      'gap-1': { x: 7, y: 7 }
    });
  });

  it('ED-119 keeps what is assumed of the steps that stay', () => {
    const { scenarios } = placed;
    const more = {
      ...placed,
      scenarios: scenarios.map((one) => ({
        ...one,
        steps: { ...one.steps, memo: { effort: { type: 'constant' as const, value: 1 } } }
      }))
    };
    expect(after(more, restoreEdit(more, OLD, {})).scenarios).toEqual(scenarios);
  });
});

describe('two versions at the same places', () => {
  const everywhere = (cadence: Cadence, dx: number) =>
    Object.fromEntries(cadence.nodes.map(({ id }, i) => [id, { x: dx, y: i * 100 }]));
  const service: LayoutService = {
    tidy: (cadence) => Promise.resolve({ positions: everywhere(cadence, 1000), routes: {} }),
    dispose: () => undefined
  };
  const never = new AbortController().signal;

  it('ED-118 both have every step and way, each once', () => {
    const both = bothOf(NEW, OLD);
    expect(new Set(both.nodes.map(({ id }) => id)).size).toBe(OLD.nodes.length + 1);
    expect(both.nodes).toHaveLength(OLD.nodes.length + 1);
    expect(
      both.edges.filter(({ from, port }) => from === 'reached' && port === 'yes')
    ).toHaveLength(2);
    expect(both.edges).toHaveLength(OLD.edges.length + 1);
  });

  it('ED-118 the places of the draft hold; a step without one is put beside its neighbor', async () => {
    const { 'gap-1': _none, ...positions } = everywhere(OLD, 0);
    const layout = await placesFor(OLD, { layout: { positions } }, service, never);
    expect(layout.positions).toEqual(everywhere(OLD, 0));
  });

  it('ED-118 all are placed anew where a step would lie on another', async () => {
    const positions: Layout['positions'] = {
      ...everywhere(OLD, 0),
      'call-1': { x: 0, y: 300 }
    };
    const { 'gap-1': _none, ...kept } = positions;
    const layout = await placesFor(OLD, { layout: { positions: kept } }, service, never);
    expect(layout.positions).toEqual(everywhere(OLD, 1000));
  });
});
