import { describe, expect, it } from 'vitest';
import { InvariantError } from '$lib/util';
import { blankCadenceFile } from '../blank';
import type { CadenceFile, Frame } from '../file';
import { newNode } from '../kinds/registry';
import { applyEdit, invertEdit, labelOf } from './apply';
import type { Scenario } from '../scenario';
import type { Edit } from './edit';

const CALL = newNode('action', 'call', { name: 'Second follow-up call' });
const FILE = after(blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'Follow-up' }), {
  kind: 'batch',
  edits: [
    { kind: 'disconnect', id: 'entry-next' },
    { kind: 'addNode', node: CALL, position: { x: 0, y: 80 }, index: 1 },
    { kind: 'connect', edge: { id: 'e1', from: 'entry', port: 'next', to: 'call' } },
    { kind: 'connect', edge: { id: 'e2', from: 'call', port: 'done', to: 'end' } }
  ]
});

function after(file: CadenceFile, edit: Edit): CadenceFile {
  const result = applyEdit(file, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function assuming(file: CadenceFile): CadenceFile {
  const scenarios = file.scenarios.map((one) => ({
    ...one,
    steps: { call: { effort: { type: 'constant' as const, value: 5 } }, end: {} },
    signals: [
      {
        signal: 'reply',
        chance: 0.1,
        after: 'call',
        delay: { distribution: { type: 'constant' as const, value: 1 }, unit: 'days' as const }
      }
    ]
  }));
  return after(file, { kind: 'setScenarios', scenarios });
}

describe('removing a node', () => {
  it('DOM-52 takes edges, position and assumptions along, and undoing brings them back in place', () => {
    const file = assuming(FILE);
    const edit: Edit = { kind: 'removeNode', id: 'call' };
    const removed = after(file, edit);
    expect(removed.cadence.nodes.map(({ id }) => id)).toEqual(['entry', 'end']);
    expect(removed.cadence.edges).toEqual([]);
    expect(removed.layout.positions).not.toHaveProperty('call');
    expect(removed.scenarios[0]?.steps).toEqual({ end: {} });
    expect(removed.scenarios[0]?.signals).toEqual([]);
    expect(after(removed, invertEdit(file, edit))).toEqual(file);
  });

  it('DOM-52 undoing the adding of a node keeps what was said of its id before', () => {
    const file = assuming(after(FILE, { kind: 'removeNode', id: 'call' }));
    const stale = after(file, { kind: 'moveNodes', positions: { call: { x: 7, y: 7 } } });
    const edit: Edit = { kind: 'addNode', node: CALL, position: { x: 1, y: 1 } };
    expect(after(after(stale, edit), invertEdit(stale, edit))).toEqual(stale);
  });
});

const FRAME = { id: 'team', name: 'Inside sales', color: 'blue', nodes: ['call'] } as const;
const framed = (...frames: readonly Frame[]): Edit => ({ kind: 'setFrames', frames });

describe('frames', () => {
  it('DOM-103 a removed step leaves its frames, and undoing brings it and them back', () => {
    const other = { ...FRAME, id: 'other', nodes: ['call', 'end', 'gone'] };
    const file = after(FILE, framed(FRAME, other));
    const edit: Edit = { kind: 'removeNode', id: 'call' };
    const removed = after(file, edit);
    expect(removed.layout.frames).toEqual([{ ...other, nodes: ['end', 'gone'] }]);
    expect(after(removed, invertEdit(file, edit))).toEqual(file);
  });

  it('DOM-103 undoing the adding of a step leaves frames that named its id before', () => {
    const file = after(FILE, framed({ ...FRAME, nodes: ['later'] }));
    const edit: Edit = { kind: 'addNode', node: newNode('note', 'later') };
    expect(after(after(file, edit), invertEdit(file, edit))).toEqual(file);
  });

  it('DOM-102 without frames before there are none after undoing', () => {
    expect(after(after(FILE, framed(FRAME)), invertEdit(FILE, framed(FRAME)))).toEqual(FILE);
  });

  it.each<[Edit, string]>([
    [framed({ ...FRAME, name: 'Field sales' }), 'Rename frame to Field sales'],
    [framed({ ...FRAME, color: 'green' }), 'Color frame Inside sales'],
    [framed(FRAME, { ...FRAME, id: 'b', name: 'Legal' }), 'Frame Legal'],
    [framed({ ...FRAME, nodes: [] }), 'Change frames'],
    [{ kind: 'setFrames', frames: null }, 'Remove frame Inside sales']
  ])('DOM-102 DOM-55 %j', (edit, label) => {
    expect(labelOf(edit, after(FILE, framed(FRAME)))).toBe(label);
  });
});

describe('routes', () => {
  const route = [
    { x: 0, y: 0 },
    { x: 0, y: 50 }
  ];
  const lay: Edit = { kind: 'moveNodes', positions: {}, routes: { e1: route } };

  it('DOM-101 are laid and undone exactly, the first and the next', () => {
    const laid = after(FILE, lay);
    expect(laid.layout.routes).toEqual({ e1: route });
    expect(after(laid, invertEdit(FILE, lay))).toEqual(FILE);
    const again: Edit = { kind: 'moveNodes', positions: {}, routes: { e1: null, e2: route } };
    expect(after(laid, again).layout.routes).toEqual({ e2: route });
    expect(after(after(laid, again), invertEdit(laid, again))).toEqual(laid);
    const clear: Edit = { kind: 'moveNodes', positions: {}, routes: null };
    expect(after(laid, clear).layout).not.toHaveProperty('routes');
    expect(after(after(laid, clear), invertEdit(laid, clear))).toEqual(laid);
  });

  it('DOM-100 of one point are refused', () => {
    const one: Edit = { kind: 'moveNodes', positions: {}, routes: { e1: route.slice(1) } };
    expect(applyEdit(FILE, one)).toMatchObject({ ok: false, error: { code: 'badField' } });
  });
});

describe('sharing', () => {
  it('DOM-53 what an edit does not touch stays the same object', () => {
    const renamed = after(FILE, { kind: 'updateNode', node: { ...CALL, name: 'Call again' } });
    expect(renamed.layout).toBe(FILE.layout);
    expect(renamed.scenarios).toBe(FILE.scenarios);
    expect(renamed.cadence.edges).toBe(FILE.cadence.edges);
    expect(renamed.cadence.nodes[0]).toBe(FILE.cadence.nodes[0]);
    const moved = after(FILE, { kind: 'moveNodes', positions: { call: { x: 5, y: 5 } } });
    expect(moved.cadence).toBe(FILE.cadence);
    expect(moved.layout.positions['end']).toBe(FILE.layout.positions['end']);
  });
});

describe('another state in the place of this one', () => {
  it('DOM-57 is one edit, undone as one; a cadence keeps its id, and edges their ends', () => {
    const other = after(FILE, { kind: 'removeNode', id: 'call' });
    const { cadence, layout, scenarios } = other;
    const replace: Edit = { kind: 'replaceContent', cadence, layout, scenarios };
    expect(after(FILE, replace)).toEqual({ ...FILE, cadence, layout, scenarios });
    expect(after(after(FILE, replace), invertEdit(FILE, replace))).toEqual(FILE);
    const id = '01jd00000000000000000000zz';
    expect(after(FILE, { ...replace, cadence: { ...cadence, id } })).toEqual(after(FILE, replace));
    const refused = { ok: false, error: { code: 'badField' } };
    const edges = [{ id: 'e', from: 'entry', port: 'next', to: 'nobody' }];
    expect(applyEdit(FILE, { ...replace, cadence: { ...cadence, edges } })).toMatchObject(refused);
  });
});

describe('refusals', () => {
  const edge = { id: 'e3', from: 'call', port: 'interested', to: 'end' };
  it.each<[string, Edit, string]>([
    ['a taken id', { kind: 'addNode', node: newNode('note', 'call') }, 'idTaken'],
    ['a taken edge id', { kind: 'connect', edge: { ...edge, id: 'e1' } }, 'idTaken'],
    ['an unknown node', { kind: 'removeNode', id: 'gone' }, 'unknownNode'],
    ['an unknown end', { kind: 'connect', edge: { ...edge, to: 'gone' } }, 'unknownNode'],
    ['an update of nothing', { kind: 'updateNode', node: newNode('note', 'gone') }, 'unknownNode'],
    ['an unknown edge', { kind: 'disconnect', id: 'gone' }, 'unknownEdge'],
    ['another kind', { kind: 'updateNode', node: newNode('note', 'call') }, 'kindChanged'],
    ['a bad id', { kind: 'addNode', node: newNode('note', 'No!') }, 'badField'],
    ['a bad place', { kind: 'moveNodes', positions: { call: { x: NaN, y: 0 } } }, 'badField'],
    ['no name', { kind: 'updateCadence', fields: { name: null } }, 'badField'],
    [
      'steps by the back door',
      { kind: 'updateCadence', fields: { nodes: [] } } as unknown as Edit,
      'badField'
    ],
    [
      'two scenarios of one id',
      { kind: 'setScenarios', scenarios: [...FILE.scenarios, ...FILE.scenarios] },
      'badField'
    ]
  ])('DOM-56 DOM-51 refuses %s', (_what, edit, code) => {
    const result = applyEdit(FILE, edit);
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  it('DOM-51 a batch with a refused part changes nothing and says why', () => {
    const edits: Edit[] = [
      { kind: 'removeNode', id: 'call' },
      { kind: 'removeNode', id: 'call' }
    ];
    expect(applyEdit(FILE, { kind: 'batch', edits })).toMatchObject({ ok: false });
    expect(() => invertEdit(FILE, { kind: 'batch', edits })).toThrow(InvariantError);
  });

  it('DOM-51 names the field that is wrong', () => {
    const node = { ...CALL, due: { amount: -1, unit: 'days' as const } };
    expect(applyEdit(FILE, { kind: 'updateNode', node })).toMatchObject({
      error: { message: 'due.amount must be a whole number from 0 to 2000000' }
    });
  });
});

function scenarios(change: Partial<Scenario>): Edit {
  return {
    kind: 'setScenarios',
    scenarios: FILE.scenarios.map((scenario) => ({ ...scenario, ...change }))
  };
}

describe('labels', () => {
  const remove: Edit = { kind: 'removeNode', id: 'call' };
  const add: Edit = { kind: 'addNode', node: newNode('wait', 'w', { name: 'Two days' }) };
  it.each<[Edit, string]>([
    [remove, 'Delete Second follow-up call'],
    [add, 'Add Two days'],
    [
      { kind: 'updateNode', node: { ...CALL, script: 'Hi' } },
      'Change script of Second follow-up call'
    ],
    [{ kind: 'updateNode', node: { ...CALL, name: 'Hi' } }, 'Rename Second follow-up call'],
    [{ kind: 'disconnect', id: 'e2' }, 'Disconnect Second follow-up call from End'],
    [
      { kind: 'connect', edge: { id: 'e9', from: 'entry', port: 'next', to: 'end' } },
      'Connect Start to End'
    ],
    [{ kind: 'moveNodes', positions: { call: null } }, 'Move Second follow-up call'],
    [{ kind: 'moveNodes', positions: { call: null, end: null } }, 'Move 2 steps'],
    [{ kind: 'moveNodes', positions: { call: null, end: null, entry: null } }, 'Tidy up'],
    [{ kind: 'updateCadence', fields: { name: 'New' } }, 'Rename to New'],
    [{ kind: 'updateCadence', fields: { parameters: [] } }, 'Change parameters'],
    [scenarios({ leads: 7 }), 'Change number of leads'],
    [scenarios({ leads: 7, seed: 7 }), 'Change assumptions'],
    [scenarios({ name: 'Spring' }), 'Rename scenario Base case'],
    [
      scenarios({ steps: { call: { effort: { type: 'constant', value: 5 } } } }),
      'Change assumptions about Second follow-up call'
    ],
    [{ kind: 'setScenarios', scenarios: [] }, 'Delete scenario Base case'],
    [
      {
        kind: 'batch',
        edits: [
          { kind: 'updateNode', node: { ...CALL, script: 'Hi' } },
          { kind: 'updateNode', node: { ...CALL, id: 'other', script: 'Hi' } }
        ]
      },
      'Change script of 2 steps'
    ],
    [
      {
        kind: 'batch',
        edits: [
          { kind: 'disconnect', id: 'e2' },
          { kind: 'connect', edge: { id: 'e9', from: 'entry', port: 'next', to: 'end' } }
        ]
      },
      'Connect Start to End'
    ],
    [
      { kind: 'batch', edits: ['e1', 'e2'].map((id) => ({ kind: 'disconnect', id })) },
      'Delete 2 connections'
    ],
    [{ kind: 'batch', edits: [{ kind: 'disconnect', id: 'e1' }, add] }, 'Add Two days'],
    [{ kind: 'batch', edits: [remove, { kind: 'removeNode', id: 'end' }] }, 'Delete 2 steps']
  ])('DOM-55 %j', (edit, label) => {
    expect(labelOf(edit, FILE)).toBe(label);
  });
});
