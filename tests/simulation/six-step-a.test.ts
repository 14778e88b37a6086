import { beforeAll, describe, expect, it } from 'vitest';
import type { SimulationResult } from '$lib/simulation';
import { distances, referenceOf, resultOf, sixStepFigures, workloadModel } from './reference';

const LEADS = 40_000;

/** Asserts that a share found in LEADS leads is within four standard errors of its true value. */
function expectShare(found: number, truth: number): void {
  const error = Math.sqrt((truth * (1 - truth)) / LEADS);
  expect(Math.abs(found - truth)).toBeLessThanOrEqual(4 * error + 1e-12);
}

describe('six-step A, whose figures are known from analysis', { timeout: 60_000 }, () => {
  let result: SimulationResult;
  beforeAll(() => {
    result = resultOf(workloadModel('six-step-a', LEADS));
  });

  it.each([
    [0, 1],
    [1, 0.95],
    [2, 0.8075],
    [3, 0.7106],
    [4, 0.63954],
    [5, 0.607563]
  ])('SIM-4 touch %i is reached by %f of the leads', (touch, share) => {
    const steps = result.steps.filter(({ kind }) => kind === 'action');
    expect(steps).toHaveLength(6);
    expectShare((steps[touch]?.reached ?? 0) / LEADS, share);
  });

  it.each([
    ['qualified', 0.23315],
    ['notInterested', 0.25042],
    ['unresponsive', 0.51643]
  ])('SIM-6 %s leads are %f of all', (verdict, share) => {
    const count = result.exits
      .filter((exit) => exit.result === verdict)
      .reduce((sum, exit) => sum + exit.count, 0);
    expectShare(count / LEADS, share);
  });

  it('SIM-7 a lead gets 4.715 touches, 3.076 of them calls of 8 minutes', () => {
    // Standard deviations of a lead's touches (1.8) and calls (1.5), rounded up.
    expect(Math.abs(result.touches.perLead - 4.715203)).toBeLessThan((4 * 1.8) / Math.sqrt(LEADS));
    const calls = (result.touches.byChannel.call ?? 0) / LEADS;
    expect(Math.abs(calls - 3.07571)).toBeLessThan((4 * 1.5) / Math.sqrt(LEADS));
    const talk = result.steps.reduce((sum, step) => sum + step.effort, 0) / LEADS / 60_000;
    expect(talk).toBeCloseTo(24.6057, 0);
  });

  it('SIM-100 counts and times are those of an independent implementation', () => {
    const far = distances(sixStepFigures(result), referenceOf('six-step-a', LEADS), {
      p50: 15,
      p90: 15
    });
    expect(Object.entries(far).filter(([, errors]) => !(errors <= 4))).toEqual([]);
  });
});
