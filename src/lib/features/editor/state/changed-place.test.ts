import { describe, expect, it } from 'vitest';
import { newNode, type CadenceFile, type Edit } from '$lib/domain';
import { sampleFile } from '../testing/sample-file';
import { changedPlace } from './changed-place';
import { touchOf } from './grouping';

const FILE: CadenceFile = sampleFile();

function keyOf(edit: Edit, file = FILE): string | null {
  const touch = touchOf(file, edit);
  return touch.type === 'joins' ? touch.key : null;
}

function call(change: object): Edit {
  const node = FILE.cadence.nodes.find(({ id }) => id === 'call-1');
  if (!node) throw new Error('no call');
  return { kind: 'updateNode', node: { ...node, ...change } };
}

describe('where values differ', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, null],
    [{ a: 1 }, { a: 2 }, 'a'],
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'a.b.1'],
    [{ a: 1, b: 1 }, { a: 2, b: 2 }, ''],
    [{}, { a: 'x' }, 'a'],
    [{ a: [1] }, { a: [1, 2] }, 'a']
  ])('ED-3 %j and %j: %j', (before, after, place) => {
    expect(changedPlace(before, after)?.path.join('.') ?? null).toBe(place);
  });
});

describe('which edits belong together', () => {
  it('ED-3 those of the same field of the same thing, however deep it lies', () => {
    expect(keyOf(call({ name: 'A' }))).toBe(keyOf(call({ name: 'AB' })));
    expect(keyOf(call({ name: 'A' }))).not.toBe(keyOf(call({ script: 'A' })));
    const mail = (template: object): Edit => {
      const node = FILE.cadence.nodes.find(({ id }) => id === 'email-1');
      if (node?.kind !== 'action' || !node.template) throw new Error('no email');
      return { kind: 'updateNode', node: { ...node, template: { ...node.template, ...template } } };
    };
    expect(keyOf(mail({ subject: 'A' }))).toBe('node email-1 template.subject');
    expect(keyOf(mail({ body: 'A' }))).toBe('node email-1 template.body');
  });

  it('ED-3 lines that come and go, and several fields at once, are steps of their own', () => {
    expect(keyOf(call({ dispositions: ['interested'] }))).toBeNull();
    expect(keyOf(call({ name: 'A', script: 'B' }))).toBeNull();
  });

  it('ED-3 assumptions by the figure that is changed', () => {
    const chance = (value: number): Edit => ({
      kind: 'setScenarios',
      scenarios: FILE.scenarios.map((scenario) => ({
        ...scenario,
        steps: {
          ...scenario.steps,
          'call-1': { ...scenario.steps['call-1'], effort: { type: 'constant', value } }
        }
      }))
    });
    expect(keyOf(chance(3))).toBe('scenarios 0.steps.call-1.effort');
    const leads: Edit = {
      kind: 'setScenarios',
      scenarios: FILE.scenarios.map((scenario) => ({ ...scenario, seed: 7 }))
    };
    expect(keyOf(leads)).not.toBe(keyOf(chance(3)));
  });

  it('ED-3 moving the same nodes, but not turning the drawing', () => {
    const positions = { a: { x: 1, y: 1 }, b: { x: 2, y: 2 } };
    expect(keyOf({ kind: 'moveNodes', positions })).toBe('move a b');
    expect(keyOf({ kind: 'moveNodes', positions, direction: 'right' })).toBeNull();
  });

  it('ED-3 many steps changed together in the same field', () => {
    const together = (name: string): Edit => ({
      kind: 'batch',
      edits: [call({ name }), { kind: 'updateCadence', fields: { name } }]
    });
    expect(keyOf(together('A'))).toBe(keyOf(together('AB')));
    expect(keyOf({ kind: 'batch', edits: [call({ name: 'A' }), REMOVE] })).toBeNull();
  });

  it('ED-3 never adding, removing or connecting', () => {
    expect(keyOf({ kind: 'addNode', node: newNode('wait', 'pause') })).toBeNull();
    expect(keyOf(REMOVE)).toBeNull();
  });

  it('ED-122 what changes nothing is told from what does', () => {
    expect(touchOf(FILE, call({}))).toEqual({ type: 'nothing' });
    expect(touchOf(FILE, { kind: 'setScenarios', scenarios: FILE.scenarios })).toEqual({
      type: 'nothing'
    });
    expect(touchOf(FILE, { kind: 'updateCadence', fields: { description: null } })).toEqual({
      type: 'nothing'
    });
    expect(touchOf(FILE, { kind: 'batch', edits: [call({})] })).toEqual({ type: 'nothing' });
    expect(touchOf(FILE, REMOVE)).toEqual({ type: 'own' });
  });
});

const REMOVE: Edit = { kind: 'removeNode', id: 'gap-1' };
