import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, invertEdit, type CadenceFile, type Edit } from '$lib/domain';
import { sizesOf } from '$lib/drawing';
import { flowGraph, mainWay } from '../walk/flow-graph';
import { anyCadence } from '../testing/random-cadence';
import { sampleFile } from '../testing/sample-file';
import { moveBack, moveOn, previousOf } from './move-step';

const placed: CadenceFile = {
  ...sampleFile(),
  layout: {
    direction: 'down',
    positions: {
      'gap-1': { x: 40, y: 200 },
      'call-1': { x: 0, y: 300 },
      'email-1': { x: 0, y: 100 }
    }
  }
};

function applied(file: CadenceFile, edit: Edit | null): CadenceFile {
  if (!edit) throw new Error('there was nothing to move');
  const done = applyEdit(file, edit);
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

function middleOf({ cadence, layout }: CadenceFile, id: string) {
  const place = layout.positions[id];
  const size = sizesOf(cadence, 'down').get(id);
  if (!place || !size) throw new Error(`${id} has no place`);
  return { x: place.x + size.width / 2, y: place.y + size.height / 2 };
}

/** Where the usual ways lead, from a step on. */
function chain({ cadence }: CadenceFile, from: string, length: number): readonly string[] {
  const graph = flowGraph(cadence);
  const ids: string[] = [];
  for (let id: string | null = from; id !== null && ids.length < length;) {
    ids.push(id);
    id = mainWay(graph, id)?.to ?? null;
  }
  return ids;
}

describe('moving a step in a chain', () => {
  it('ED-80 puts it before the one that led to it, and leads everything on', () => {
    const moved = applied(placed, moveBack(placed, flowGraph(placed.cadence), 'call-1'));
    expect(chain(moved, 'email-1', 4)).toEqual(['email-1', 'call-1', 'gap-1', 'reached']);
  });

  it('ED-80 puts it behind the one that it led to', () => {
    const moved = applied(placed, moveOn(placed, flowGraph(placed.cadence), 'email-1'));
    expect(chain(moved, 'prospecting', 4)).toEqual(['prospecting', 'gap-1', 'email-1', 'call-1']);
  });

  it('ED-80 exchanges their places on the drawing, middle on middle', () => {
    const moved = applied(placed, moveBack(placed, flowGraph(placed.cadence), 'call-1'));
    expect(middleOf(moved, 'call-1')).toEqual(middleOf(placed, 'gap-1'));
    expect(middleOf(moved, 'gap-1')).toEqual(middleOf(placed, 'call-1'));
    expect(middleOf(moved, 'email-1')).toEqual(middleOf(placed, 'email-1'));
  });

  it('ED-80 takes a step along that leads nowhere yet', () => {
    const edges = placed.cadence.edges.filter(({ id }) => id !== 'e10');
    const file = { ...placed, cadence: { ...placed.cadence, edges } };
    const moved = applied(file, moveBack(file, flowGraph(file.cadence), 'call-2'));
    expect(chain(moved, 'call-2', 9)).toEqual(['call-2', 'gap-2']);
  });

  it.each([
    ['an entry stays first', 'prospecting'],
    ['a step on a way of its own stays there', 'won'],
    ['an end stays last', 'silent']
  ])('ED-80 leaves alone what is no chain: %s', (_, id) => {
    expect(moveBack(placed, flowGraph(placed.cadence), id)).toBeNull();
  });

  it('ED-80 can be undone, whatever the cadence', () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        const file = { ...sampleFile(), cadence, scenarios: [] };
        const graph = flowGraph(cadence);
        for (const { id } of cadence.nodes) {
          const edit = moveBack(file, graph, id);
          if (!edit) continue;
          const moved = applied(file, edit);
          expect(previousOf(graph, id)).not.toBeNull();
          expect(moved.cadence.edges.some(({ from, to }) => from === to)).toBe(false);
          const back = applied(moved, invertEdit(file, edit));
          expect(new Set(back.cadence.edges)).toEqual(new Set(cadence.edges));
        }
      }),
      { seed: 20261122, numRuns: 300 }
    );
  });
});
