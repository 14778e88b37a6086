import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdit,
  invertEdit,
  labelOf,
  parseCadenceValue,
  type CadenceFile,
  type Edit,
  type MoveNodesEdit
} from '$lib/domain';
import { canonicalJson } from '$lib/util';
import {
  arbitraryCadence,
  arbitraryCadenceFile,
  arbitraryFrames
} from '../support/arbitrary-cadence-file';
import { arbitraryNode } from '../support/arbitrary-node';
import { arbitraryScenario } from '../support/arbitrary-scenario';
import { fewById, name, object } from '../support/arbitrary-values';

const RUNS = { seed: 20260106, numRuns: 100 };

const place = object({ x: fc.integer(), y: fc.integer() });
const index = fc.nat(9);
const route = fc.array(place, { minLength: 2, maxLength: 4 });
const routes: Arbitrary<NonNullable<MoveNodesEdit['routes']> | null> = fc.option(
  fc.dictionary(name, fc.option(route), { noNullPrototype: true })
);

/** Edits of each kind that often apply to the file. */
const EDITS: Record<Exclude<Edit['kind'], 'batch'>, (file: CadenceFile) => Arbitrary<Edit>> = {
  addNode: () =>
    object({ kind: fc.constant('addNode'), node: arbitraryNode, position: place, index }, [
      'kind',
      'node'
    ]),
  removeNode: (file) => nodeOf(file).map((id) => ({ kind: 'removeNode', id })),
  updateNode: (file) =>
    fc.tuple(arbitraryNode, fc.constantFrom(null, ...file.cadence.nodes)).map(([fresh, old]) => ({
      kind: 'updateNode',
      node: old?.kind === fresh.kind ? { ...fresh, id: old.id } : (old ?? fresh)
    })),
  connect: (file) =>
    object(
      {
        kind: fc.constant('connect'),
        edge: object({ id: name, from: nodeOf(file), port: name, to: nodeOf(file) }),
        index
      },
      ['kind', 'edge']
    ),
  disconnect: ({ cadence }) =>
    fc
      .constantFrom('nowhere', ...cadence.edges.map(({ id }) => id))
      .map((id) => ({ kind: 'disconnect', id })),
  moveNodes: (file) =>
    object(
      {
        kind: fc.constant('moveNodes'),
        positions: fc.dictionary(nodeOf(file), fc.option(place), { noNullPrototype: true }),
        direction: fc.constantFrom('down', 'right', null),
        routes
      },
      ['kind', 'positions']
    ),
  setFrames: (file) =>
    fc
      .option(arbitraryFrames(file.cadence.nodes.map(({ id }) => id)))
      .map((frames) => ({ kind: 'setFrames', frames })),
  updateCadence: () =>
    fc
      .tuple(arbitraryCadence, fc.subarray(['goal', 'rules', 'moves', 'name', 'calendar']))
      .map(([{ id: _id, nodes: _nodes, edges: _edges, ...fields }, cleared]) => ({
        kind: 'updateCadence',
        fields: { ...fields, ...Object.fromEntries(cleared.map((field) => [field, null])) }
      })),
  setScenarios: () =>
    fewById(arbitraryScenario([])).map((scenarios) => ({ kind: 'setScenarios', scenarios })),
  replaceContent: (file) =>
    arbitraryCadenceFile.map(({ cadence, layout, scenarios }) => ({
      kind: 'replaceContent',
      cadence: { ...cadence, id: file.cadence.id },
      layout,
      scenarios
    }))
};

function nodeOf({ cadence }: CadenceFile): Arbitrary<string> {
  return fc.constantFrom('gone', ...cadence.nodes.map(({ id }) => id));
}

function anyEdit(file: CadenceFile): Arbitrary<Edit> {
  return fc.oneof(...Object.values(EDITS).map((make) => make(file)));
}

function fileWith(make: (file: CadenceFile) => Arbitrary<Edit>) {
  return arbitraryCadenceFile.chain((file) => fc.tuple(fc.constant(file), make(file)));
}

/** Runs the rules of edits over many files; returns how many edits applied. */
function runRules(make: (file: CadenceFile) => Arbitrary<Edit>): number {
  let applied = 0;
  fc.assert(
    fc.property(fileWith(make), ([file, edit]) => {
      const before = canonicalJson(file);
      const result = applyEdit(file, edit);
      expect(canonicalJson(file)).toBe(before);
      expect(labelOf(edit, file)).not.toBe('');
      if (!result.ok) return;
      applied++;
      const parsed = parseCadenceValue(result.value);
      expect(parsed.ok ? [] : parsed.error).toEqual([]);
      const inverse = invertEdit(file, edit);
      const back = applyEdit(result.value, inverse);
      expect(back.ok && canonicalJson(back.value)).toBe(before);
      const redone = back.ok && applyEdit(back.value, JSON.parse(JSON.stringify(edit)) as Edit);
      expect(redone && redone.ok && canonicalJson(redone.value)).toBe(canonicalJson(result.value));
    }),
    RUNS
  );
  return applied;
}

describe('edits', () => {
  it.each(Object.entries(EDITS))(
    'DOM-50 DOM-51 DOM-54 %s and its inverse give back the same document',
    (_kind, make) => {
      expect(runRules(make)).toBeGreaterThan(15);
    }
  );

  it('DOM-50 DOM-51 a batch and its inverse give back the same document', () => {
    const batches = (file: CadenceFile): Arbitrary<Edit> =>
      fc
        .array(anyEdit(file), { maxLength: 4 })
        .map((edits) => edits.filter((edit) => applyEdit(file, edit).ok))
        .map((edits) => ({ kind: 'batch', edits }));
    expect(runRules(batches)).toBeGreaterThan(15);
  });
});
