import { expect, it } from 'vitest';
import { applyEdit } from './edits/apply';
import type { Edit } from './edits/edit';
import { blankCadenceFile } from './blank';
import type { Cadence } from './cadence';
import { newNode } from './kinds/registry';
import { serializeCadenceFile, versionOf } from './version';

const BLANK = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'Follow-up' });
const CALL = newNode('action', 'call', { script: 'Hello' });
const FILE = after(BLANK, { kind: 'addNode', node: CALL, position: { x: 1, y: 2 } });

function after(file: typeof BLANK, edit: Edit): typeof BLANK {
  const result = applyEdit(file, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it('DOM-30 is 64 lower-case hex digits and always the same', () => {
  expect(versionOf(BLANK.cadence)).toMatch(/^[0-9a-f]{64}$/);
  expect(versionOf(BLANK.cadence)).toBe(versionOf(structuredClone(BLANK.cadence)));
});

it('DOM-31 moving a node leaves the version', () => {
  const moved = after(FILE, { kind: 'moveNodes', positions: { call: { x: 9, y: 9 } } });
  expect(moved.layout).not.toEqual(FILE.layout);
  expect(versionOf(moved.cadence)).toBe(versionOf(FILE.cadence));
});

it('DOM-31 changing a chance leaves the version', () => {
  const outcomes = [{ disposition: 'interested', chance: 0.5 }];
  const scenarios = FILE.scenarios.map((one) => ({ ...one, steps: { call: { outcomes } } }));
  const tuned = after(FILE, { kind: 'setScenarios', scenarios });
  expect(tuned.scenarios).not.toEqual(FILE.scenarios);
  expect(versionOf(tuned.cadence)).toBe(versionOf(FILE.cadence));
});

it('DOM-31 changing a script changes the version', () => {
  const changed = after(FILE, { kind: 'updateNode', node: { ...CALL, script: 'Hello!' } });
  expect(versionOf(changed.cadence)).not.toBe(versionOf(FILE.cadence));
});

it('DOM-32 does not depend on the order of properties', () => {
  const turned = Object.fromEntries(Object.entries(FILE.cadence).reverse()) as unknown as Cadence;
  expect(Object.keys(turned)).not.toEqual(Object.keys(FILE.cadence));
  expect(versionOf(turned)).toBe(versionOf(FILE.cadence));
  expect(serializeCadenceFile({ ...FILE, cadence: turned })).toBe(serializeCadenceFile(FILE));
});
