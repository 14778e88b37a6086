import { describe, expect, it } from 'vitest';
import sixStepA from '../goldens/simulations/six-step-a.json?raw';
import sixStepFollowUp from '../goldens/simulations/six-step-follow-up.json?raw';
import { RUNS, goldenRun } from './same-bytes';

describe('a golden run in the browser', () => {
  it('SIM-1 has the same bytes as in Node', () => {
    expect(goldenRun(RUNS['six-step-a'])).toBe(sixStepA);
    expect(goldenRun(RUNS['six-step-follow-up'])).toBe(sixStepFollowUp);
  });
});
