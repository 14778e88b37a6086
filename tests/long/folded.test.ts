import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomModel, randomSimulation } from '$tests/support/random-simulation';
import { bothLives } from '../simulation/folded';

const LEADS = 8;

describe('a simulator built on folding events, over many cadences', () => {
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
      { seed: 1001, numRuns: 400, endOnFailure: true }
    );
    expect(compared).toBeGreaterThan(1500);
  });
});
