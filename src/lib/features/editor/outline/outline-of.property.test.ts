import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowGraph, waysOf } from '../walk/flow-graph';
import { anyCadence } from '../testing/random-cadence';
import { outlineOf } from './outline-of';

const SEED = 20261122;
const often = { seed: SEED, numRuns: 400 };

describe('the outline of any cadence', () => {
  it('ED-75 has each step in exactly one row', () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        const steps = outlineOf(cadence).rows.flatMap((row) => (row.type === 'step' ? row.id : []));
        expect(steps.toSorted()).toEqual(cadence.nodes.map(({ id }) => id).toSorted());
      }),
      often
    );
  });

  it('ED-75 says of each way where it leads: by the row that follows, or by a reference', () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        const graph = flowGraph(cadence);
        const { rows } = outlineOf(cadence, graph);
        const index = new Map(rows.map(({ key }, at) => [key, at]));
        const told = new Set(rows.flatMap((row) => (row.type === 'way' ? row.key : [])));
        for (const { id } of cadence.nodes) {
          for (const way of waysOf(graph, id)) {
            if (told.has(`${id} ${way.port} ${way.edge ?? ''}`)) continue;
            // Not a reference: its step stands below, as this way or as the only one on.
            const at = index.get(way.to ?? '') ?? -1;
            const row = rows[at];
            expect(at).toBeGreaterThan(index.get(id) ?? Infinity);
            if (row?.type === 'step' && row.way) expect(row.way.edge).toBe(way.edge);
            else expect(waysOf(graph, id)).toHaveLength(1);
          }
        }
      }),
      often
    );
  });

  it('ED-76 is a tree: rows stand below the one they belong to, one level deeper, without gaps', () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        const { rows, children, place } = outlineOf(cadence);
        const open: string[] = [];
        for (const { key, level, parent } of rows) {
          open.length = level - 1;
          expect(open.at(-1) ?? null).toBe(parent);
          open[level - 1] = key;
          expect(place.get(key)).toBeLessThanOrEqual(children.get(parent ?? '') ?? 0);
        }
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
      often
    );
  });
});
