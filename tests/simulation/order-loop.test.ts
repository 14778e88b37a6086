import { describe, expect, it } from 'vitest';
import { leadsByVisits } from './ordered';
import { distances, orderLoopFigures, referenceOf, resultOf, workloadModel } from './reference';

const LEADS = 40_000;

describe('the order loop, whose figures are known from analysis', { timeout: 60_000 }, () => {
  const result = resultOf(workloadModel('order-loop', LEADS));
  const step = (node: string) => result.steps.find((each) => each.node === node)?.visits ?? NaN;

  it('SIM-100 it goes round with chance 0.53, whatever lies behind', () => {
    // A geometric number of passes: its deviation is the root of 0.53, over 0.47.
    expect(Math.abs(step('order') / LEADS - 2.12766)).toBeLessThan((4 * 1.549) / Math.sqrt(LEADS));
    expect(Math.abs(step('decide') / LEADS - 0.638298)).toBeLessThan((4 * 1.1) / Math.sqrt(LEADS));
  });

  it.each([
    ['refunded', 0.255319],
    ['kept', 0.744681]
  ])('SIM-100 %s are %f of the leads', (node, share) => {
    const count = result.exits.find((exit) => exit.node === node)?.count ?? NaN;
    const error = Math.sqrt((share * (1 - share)) / LEADS);
    expect(Math.abs(count / LEADS - share)).toBeLessThan(4 * error);
  });

  it('SIM-100 visits, times and orders per lead are those of an independent implementation', () => {
    const ordered = leadsByVisits(
      workloadModel('order-loop', LEADS, { general: true }),
      'order',
      8
    );
    const far = distances(
      orderLoopFigures(result, ordered),
      referenceOf('order-loop', LEADS),
      // Its percentiles are right to an hour, ours to a quarter.
      { p50: 75, p90: 75 }
    );
    expect(Object.entries(far).filter(([, errors]) => !(errors <= 4))).toEqual([]);
  });
});
