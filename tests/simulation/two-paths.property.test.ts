import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATIENCE, times } from '$tests/support/how-often';
import { plainSimulation, randomSimulation } from '$tests/support/random-simulation';
import { resultOf, workloadModel } from './reference';
import { bothPaths, withoutPath } from './two-paths';

describe('the two paths', { timeout: PATIENCE }, () => {
  it('SIM-102 find the same of any cadence, whether or not it qualifies', () => {
    fc.assert(
      fc.property(randomSimulation({ lateWaits: true }), (drawn) => {
        const { chosen, general } = bothPaths(drawn);
        expect(chosen).toBe(general);
      }),
      { seed: 102, numRuns: times(15, 500), endOnFailure: true }
    );
  });

  it('SIM-102 find the same of plain cadences, most of which qualify', () => {
    let columnar = 0;
    fc.assert(
      fc.property(plainSimulation({ lateWaits: true }), (drawn) => {
        const both = bothPaths(drawn);
        if (both.columnar) columnar++;
        expect(both.chosen).toBe(both.general);
      }),
      { seed: 103, numRuns: times(25, 1000), endOnFailure: true }
    );
    expect(columnar).toBeGreaterThan(times(12, 500));
  });

  it.each(['six-step-a', 'order-loop'] as const)('SIM-102 find the same of %s', (name) => {
    const leads = 5000;
    const chosen = resultOf(workloadModel(name, leads));
    expect(chosen.path.kind).toBe('columnar');
    const general = resultOf(workloadModel(name, leads, { general: true }));
    expect(general.path.kind).toBe('general');
    expect(withoutPath(chosen)).toBe(withoutPath(general));
  });
});
