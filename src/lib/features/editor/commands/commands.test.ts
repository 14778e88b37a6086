import { describe, expect, it } from 'vitest';
import {
  applyEdit,
  invertEdit,
  newNode,
  type BranchNode,
  type CadenceFile,
  type Edit
} from '$lib/domain';
import { sampleFile } from '../testing/sample-file';
import { addAfter, addAt, insertOnEdge } from './add';
import { assume, leftOver, outcomeLines, withChance } from './assume';
import { addCase, branchBy, changeCase, raiseCase, removeCase } from './cases';
import { connectEdit, legalTargets, mayLead } from './connect';
import { keepInPlace, placeMissing } from './place';
import { removeSelected } from './remove';
import { patched } from '$lib/util';

const SIZE = { width: 200, height: 50 };

function applied(file: CadenceFile, edit: Edit | null): CadenceFile {
  if (!edit) throw new Error('there is no edit');
  const result = applyEdit(file, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function ways(file: CadenceFile, from: string): Record<string, string> {
  return Object.fromEntries(
    file.cadence.edges.filter((edge) => edge.from === from).map((edge) => [edge.port, edge.to])
  );
}

function placed(): CadenceFile {
  const file = sampleFile();
  const positions = Object.fromEntries(
    file.cadence.nodes.map((node, index) => [node.id, { x: 0, y: index * 100 }])
  );
  return { ...file, layout: { direction: 'down', positions } };
}

function branchOf(file: CadenceFile): BranchNode {
  const node = file.cadence.nodes.find(({ id }) => id === 'reached');
  if (node?.kind !== 'branch') throw new Error('no branch');
  return node;
}

describe('connecting', () => {
  it('ED-14 accepts only legal targets', () => {
    const { cadence } = sampleFile();
    expect(mayLead(cadence, 'call-2', 'done', 'call-1')).toBe(true);
    expect(mayLead(cadence, 'call-2', 'done', 'start')).toBe(false);
    expect(mayLead(cadence, 'call-2', 'done', 'call-2')).toBe(false);
    expect(mayLead(cadence, 'won', 'next', 'call-2')).toBe(false);
    expect(connectEdit(cadence, 'call-2', 'done', 'start')).toBeNull();
    expect(legalTargets(cadence, 'call-2', 'done')).not.toContain('start');
    expect(legalTargets(cadence, 'call-2', 'done')).toContain('won');
  });

  it('ED-14 drawing again from a connected port moves its edge, as one step', () => {
    const file = sampleFile();
    const edit = connectEdit(file.cadence, 'call-2', 'done', 'lost');
    const after = applied(file, edit);
    expect(ways(after, 'call-2')).toEqual({ done: 'lost' });
    expect(applied(after, edit && invertEdit(file, edit))).toEqual(file);
  });

  it('does nothing when the edge is there already', () => {
    expect(connectEdit(sampleFile().cadence, 'call-2', 'done', 'silent')).toBeNull();
  });
});

describe('adding', () => {
  it('ED-15 goes behind the selected step and is connected by its free port', () => {
    const file = applied(placed(), { kind: 'disconnect', id: 'e10' });
    const after = applied(
      file,
      addAfter(file, 'call-2', newNode('wait', 'pause'), () => SIZE)
    );
    expect(ways(after, 'call-2')).toEqual({ done: 'pause' });
    const [from, to] = [after.layout.positions['call-2'], after.layout.positions['pause']];
    expect(to?.y).toBeGreaterThan((from?.y ?? 0) + SIZE.height);
  });

  it('ED-15 covers no other step', () => {
    const file = applied(placed(), { kind: 'disconnect', id: 'e10' });
    const after = applied(
      file,
      addAfter(file, 'call-2', newNode('wait', 'pause'), () => SIZE)
    );
    const own = after.layout.positions['pause'] ?? { x: 0, y: 0 };
    for (const [id, other] of Object.entries(after.layout.positions)) {
      if (id === 'pause') continue;
      const apart =
        Math.abs(own.x - other.x) >= SIZE.width || Math.abs(own.y - other.y) >= SIZE.height;
      expect(apart, id).toBe(true);
    }
  });

  it('ED-15 is not connected where no way goes on, or nothing can lead there', () => {
    const file = placed();
    expect(addAfter(file, 'won', newNode('wait', 'pause'), () => SIZE)).toBeNull();
    const free = applied(file, { kind: 'disconnect', id: 'e10' });
    expect(addAfter(free, 'call-2', newNode('note', 'memo'), () => SIZE)).toBeNull();
  });

  it('ED-16 dropped on a connection, it goes in between', () => {
    const file = placed();
    const after = applied(
      file,
      insertOnEdge(file, 'e9', newNode('wait', 'pause'), () => SIZE, { x: 100, y: 100 })
    );
    expect(ways(after, 'gap-2')).toEqual({ next: 'pause' });
    expect(ways(after, 'pause')).toEqual({ next: 'call-2' });
    expect(after.layout.positions['pause']).toEqual({ x: 0, y: 694 });
  });

  it('ED-16 what has no way on, or cannot be led to, does not go in between', () => {
    const file = placed();
    for (const node of [newNode('exit', 'end'), newNode('entry', 'in'), newNode('note', 'memo')]) {
      expect(insertOnEdge(file, 'e9', node, () => SIZE)).toBeNull();
    }
  });

  it('puts the middle of a dropped step where it was dropped', () => {
    expect(addAt(newNode('wait', 'pause'), { x: 100, y: 100 }, SIZE)).toMatchObject({
      position: { x: 0, y: 75 }
    });
  });
});

describe('removing', () => {
  it('ED-19 takes steps and connections away in one step', () => {
    const file = sampleFile();
    const selection = { nodes: new Set(['gap-2', 'call-2']), edges: new Set(['e1', 'e9']) };
    const edit = removeSelected(file.cadence, selection);
    const after = applied(file, edit);
    expect(after.cadence.edges.map(({ id }) => id)).toEqual(['e2', 'e3', 'e4', 'e5', 'e6', 'e7']);
    expect(after.cadence.nodes.some(({ id }) => id === 'gap-2')).toBe(false);
    expect(applied(after, edit && invertEdit(file, edit))).toEqual(file);
  });

  it('has nothing to do without a selection', () => {
    const nothing = { nodes: new Set<string>(), edges: new Set<string>() };
    expect(removeSelected(sampleFile().cadence, nothing)).toBeNull();
  });
});

describe('placing', () => {
  it('ED-18 gives new steps a place beside a neighbor and leaves the others where they are', () => {
    const { cadence } = sampleFile();
    const kept = { 'gap-2': { x: 500, y: 500 } };
    const tidied = Object.fromEntries(
      cadence.nodes.map((node, index) => [node.id, { x: 0, y: index * 100 }])
    );
    const places = placeMissing(cadence, kept, tidied);
    expect(places['gap-2']).toBeUndefined();
    expect(places['call-2']).toEqual({ x: 500, y: 600 });
  });

  it('ED-18 takes the layout as it is when nothing had a place', () => {
    const { cadence } = sampleFile();
    const tidied = Object.fromEntries(cadence.nodes.map((node) => [node.id, { x: 1, y: 2 }]));
    expect(placeMissing(cadence, {}, tidied)).toEqual(tidied);
  });

  it('ED-17 moves a tidied drawing so that its anchor stays', () => {
    const tidied = {
      positions: { a: { x: 10, y: 10 }, b: { x: 10, y: 90 } },
      routes: {
        way: [
          { x: 20, y: 30 },
          { x: 20, y: 90 }
        ]
      }
    };
    const before = { a: { x: 100, y: 50 }, b: { x: 0, y: 0 } };
    expect(keepInPlace(tidied, before, 'a')).toEqual({
      positions: { a: { x: 100, y: 50 }, b: { x: 100, y: 130 } },
      routes: {
        way: [
          { x: 110, y: 70 },
          { x: 110, y: 130 }
        ]
      }
    });
    expect(keepInPlace(tidied, before, undefined)).toBe(tidied);
  });
});

describe('ways of a branch', () => {
  it('ED-20 removing a way removes its edge in the same step', () => {
    const file = sampleFile();
    const edit = removeCase(file.cadence, branchOf(file), 'yes');
    const after = applied(file, edit);
    expect(ways(after, 'reached')).toEqual({ no: 'lost', default: 'gap-2' });
    expect(branchOf(after).by.cases.map(({ id }) => id)).toEqual(['no']);
    expect(applied(after, invertEdit(file, edit))).toEqual(file);
  });

  it('ED-20 a split has no way that is left, so its edge goes', () => {
    const file = sampleFile();
    const after = applied(file, branchBy(file.cadence, branchOf(file), 'split'));
    expect(branchOf(after).by).toEqual({
      type: 'split',
      cases: [
        { id: 'no', name: 'Not interested', weight: 50 },
        { id: 'yes', name: 'Interested', weight: 50 }
      ]
    });
    expect(ways(after, 'reached')).toEqual({ no: 'lost', yes: 'won' });
  });

  it.each([1, 3, 7])('shares of a split of %i ways sum to 100', (count) => {
    let file = sampleFile();
    file = applied(file, removeCase(file.cadence, branchOf(file), 'yes'));
    file = applied(file, removeCase(file.cadence, branchOf(file), 'no'));
    for (let made = 0; made < count; made++) {
      file = applied(file, addCase(file.cadence, branchOf(file)));
    }
    const { by } = branchOf(applied(file, branchBy(file.cadence, branchOf(file), 'split')));
    const sum = by.type === 'split' ? by.cases.reduce((total, { weight }) => total + weight, 0) : 0;
    expect(sum).toBe(100);
  });

  it('changes one way and raises another', () => {
    const file = sampleFile();
    const renamed = applied(
      file,
      changeCase(branchOf(file), { id: 'yes', name: 'Keen', dispositions: ['interested'] })
    );
    expect(branchOf(renamed).by.cases.map(({ name }) => name)).toEqual(['Not interested', 'Keen']);
    const raised = applied(renamed, raiseCase(branchOf(renamed), 'yes'));
    expect(branchOf(raised).by.cases.map(({ id }) => id)).toEqual(['yes', 'no']);
    expect(applied(raised, raiseCase(branchOf(raised), 'yes'))).toEqual(raised);
  });
});

describe('assumptions', () => {
  it('keeps what else is assumed, and forgets a step of which nothing is', () => {
    const file = sampleFile();
    const after = applied(
      file,
      assume(file.scenarios, 'call-1', { effort: { type: 'constant', value: 3 } })
    );
    expect(after.scenarios[0]?.steps['call-1']).toMatchObject({
      effort: { type: 'constant', value: 3 },
      outcomes: [{ disposition: 'interested', chance: 0.08 }, {}, {}, {}]
    });
    const none = assume(after.scenarios, 'call-1', { effort: undefined, outcomes: undefined });
    expect(applied(after, none).scenarios[0]?.steps).toEqual({});
    expect(assume([], 'call-1', {})).toBeNull();
  });

  it('writes a chance down, and leaves out one of nothing', () => {
    const one = withChance([], 'interested', 0.25);
    expect(one).toEqual([{ disposition: 'interested', chance: 0.25 }]);
    expect(withChance(one, 'busy', 0)).toBe(one);
    expect(withChance(one, 'interested', 0)).toEqual([{ disposition: 'interested', chance: 0 }]);
  });

  it('knows what the chances leave over, also when they are too many', () => {
    const chances = (...all: number[]) =>
      all.map((chance, index) => ({ disposition: `d${index}`, chance }));
    expect(leftOver(chances(0.1, 0.2))).toBe(0.7);
    expect(leftOver(chances(0.7, 0.4))).toBe(-0.1);
    expect(leftOver([])).toBe(1);
  });

  it('lists what is offered first, then what is assumed though it is not', () => {
    const { cadence } = sampleFile();
    const lines = outcomeLines(
      ['interested'],
      [{ disposition: 'gone', chance: 0.5 }],
      cadence.dispositions
    );
    expect(lines).toEqual([
      { id: 'interested', name: 'Interested', chance: 0, offered: true },
      { id: 'gone', name: 'gone', chance: 0.5, offered: false }
    ]);
  });
});

describe('patched', () => {
  it('sets fields and takes away those that are undefined', () => {
    const call = newNode('action', 'call', { script: 'Hi' });
    expect(patched(call, { script: undefined, role: 'rep' })).toEqual({
      ...newNode('action', 'call'),
      role: 'rep'
    });
  });
});
