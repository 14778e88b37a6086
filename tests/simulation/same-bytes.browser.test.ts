import { describe, expect, it } from 'vitest';
import sixStepA from '../bench/six-step-a.json?raw';
import goldenA from '../goldens/simulations/six-step-a.json?raw';
import goldenInsurance from '../goldens/simulations/car-insurance.json?raw';
import goldenFollowUp from '../goldens/simulations/six-step-follow-up.json?raw';
import { goldenRun } from './same-bytes';

describe('a golden run in the browser', () => {
  it('SIM-1 has the same bytes as in Node', async () => {
    expect(goldenRun(sixStepA)).toBe(goldenA);
    const followUp = await (await fetch('/examples/six-step-follow-up.json')).text();
    expect(goldenRun(followUp)).toBe(goldenFollowUp);
    const insurance = await (await fetch('/examples/car-insurance.json')).text();
    expect(goldenRun(insurance)).toBe(goldenInsurance);
  });
});
