import { describe, expect, it } from 'vitest';
import { distances, referenceOf, resultOf, sixStepFigures, workloadModel } from './reference';

const LEADS = 40_000;

describe('six-step B, in which a hundred people make the calls', { timeout: 120_000 }, () => {
  it('SIM-100 counts, times, queue delay and utilization are those of an independent implementation', () => {
    const figures = sixStepFigures(resultOf(workloadModel('six-step-b', LEADS)));
    const far = distances(figures, referenceOf('six-step-b', LEADS), { p50: 15, p90: 15 });
    expect(Object.entries(far).filter(([, errors]) => !(errors <= 4))).toEqual([]);
  });
});
