import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATIENCE, times } from '$tests/support/how-often';
import { randomModel, randomSimulation } from '$tests/support/random-simulation';
import { bothLives } from './folded';

const LEADS = 4;

describe('a simulator built on folding events', { timeout: PATIENCE }, () => {
  it('SIM-101 finds of every lead what the simulator finds, event by event', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomSimulation(), (drawn) => {
        const model = randomModel(drawn);
        for (let lead = 0; lead < LEADS; lead++) {
          const both = bothLives(model, lead);
          if (!both) continue;
          expect(both.simulated).toEqual(both.folded);
          compared++;
        }
      }),
      { seed: 101, numRuns: times(12, 400), endOnFailure: true }
    );
    expect(compared).toBeGreaterThan(times(20, 800));
  });
});
