import { describe, expect, it } from 'vitest';
import {
  distances,
  orderLoopFigures,
  referenceOf,
  resultOf,
  sixStepFigures,
  workloadModel,
  type Workload
} from '../simulation/reference';

const LEADS = 1_000_000;

describe('the reference workloads with a million leads', () => {
  it.each<[Workload, number]>([
    ['six-step-a', 15],
    ['six-step-b', 15],
    ['order-loop', 75]
  ])('SIM-100 %s comes out as in an independent implementation', (name, resolution) => {
    const result = resultOf(workloadModel(name, LEADS));
    const reference = referenceOf(name, LEADS);
    const ordered = Object.entries(reference.figures)
      .filter(([figure]) => figure.startsWith('ordered'))
      .map(([, { mean }]) => mean);
    const figures =
      name === 'order-loop' ? orderLoopFigures(result, ordered) : sixStepFigures(result);
    const far = distances(figures, reference, { p50: resolution, p90: resolution });
    expect(Object.entries(far).filter(([, errors]) => !(errors <= 4))).toEqual([]);
  });
});
