import { describe, expect, it } from 'vitest';
import orderLoop from '../bench/order-loop.json?raw';
import sixStepA from '../bench/six-step-a.json?raw';
import sixStepB from '../bench/six-step-b.json?raw';
import goldenInsurance from '../goldens/simulations/car-insurance.json?raw';
import goldenLoop from '../goldens/simulations/order-loop.json?raw';
import goldenA from '../goldens/simulations/six-step-a.json?raw';
import goldenCrowded from '../goldens/simulations/six-step-b-crowded.json?raw';
import goldenFollowUp from '../goldens/simulations/six-step-follow-up.json?raw';
import { CROWDED, goldenRun } from './same-bytes';

describe('a golden run in the browser', { timeout: 60_000 }, () => {
  it.each([
    ['six-step A', sixStepA, {}, goldenA],
    ['six-step B with everything that people can be', sixStepB, CROWDED, goldenCrowded],
    ['the order loop', orderLoop, {}, goldenLoop]
  ])('SIM-1 %s has the same bytes as in Node', (_, text, changes, golden) => {
    expect(goldenRun(text, changes)).toBe(golden);
  });

  it('SIM-1 examples with stages, signals and linked cadences have the same bytes as in Node', async () => {
    const followUp = await (await fetch('/examples/six-step-follow-up.json')).text();
    expect(goldenRun(followUp)).toBe(goldenFollowUp);
    const insurance = await (await fetch('/examples/car-insurance.json')).text();
    expect(goldenRun(insurance)).toBe(goldenInsurance);
  });
});
