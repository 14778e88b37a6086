import { describe, expect, it } from 'vitest';
import type { Distribution, Parameter } from '$lib/domain';
import { choiceOf, delayOptions, withChoice } from './delay-choice';
import {
  DISTRIBUTION_NAMES,
  distributionFault,
  ofType,
  partsOf,
  withPart,
  type DistributionType
} from './distributions';

const GAP: Parameter = {
  id: 'gap1',
  name: 'First gap',
  duration: { amount: 3, unit: 'businessDays' }
};

describe('a delay and its menu', () => {
  it('names units and the durations of the cadence', () => {
    const options = delayOptions([GAP], 'at once');
    expect(options[0]).toEqual({ value: 'none', label: 'at once' });
    expect(options.at(-1)).toEqual({
      value: 'parameter:gap1',
      label: 'First gap = 3 business days'
    });
    expect(delayOptions([], undefined).some(({ value }) => value === 'none')).toBe(false);
  });

  it('keeps the amount when the unit changes, also that of a parameter', () => {
    expect(withChoice({ amount: 4, unit: 'hours' }, 'days', [])).toEqual({
      amount: 4,
      unit: 'days'
    });
    expect(withChoice({ parameter: 'gap1' }, 'hours', [GAP])).toEqual({ amount: 3, unit: 'hours' });
    expect(withChoice(undefined, 'hours', [])).toEqual({ amount: 1, unit: 'hours' });
  });

  it('goes to a parameter, to nothing and back', () => {
    expect(withChoice({ amount: 4, unit: 'hours' }, 'parameter:gap1', [GAP])).toEqual({
      parameter: 'gap1'
    });
    expect(withChoice({ parameter: 'gap1' }, 'none', [GAP])).toBeUndefined();
    expect([choiceOf(undefined), choiceOf({ parameter: 'gap1' })]).toEqual([
      'none',
      'parameter:gap1'
    ]);
  });
});

describe('distributions', () => {
  const types = Object.keys(DISTRIBUTION_NAMES) as DistributionType[];

  it.each(types)('%s can be chosen, is sound, and leads back to the same middle', (type) => {
    const made = ofType({ type: 'constant', value: 8 }, type);
    expect(made.type).toBe(type);
    expect(distributionFault(made)).toBeNull();
    expect(ofType(made, 'constant')).toEqual({ type: 'constant', value: 8 });
  });

  it('names the numbers that can be set', () => {
    const some: Distribution = { type: 'triangular', min: 1, mode: 2, max: 4 };
    expect(partsOf(some).map(({ label, value }) => [label, value])).toEqual([
      ['At least', 1],
      ['Mostly', 2],
      ['At most', 4]
    ]);
    expect(withPart(some, 'max', 9)).toEqual({ type: 'triangular', min: 1, mode: 2, max: 9 });
  });

  it.each<Distribution>([
    { type: 'uniform', min: 5, max: 2 },
    { type: 'triangular', min: 1, mode: 9, max: 4 },
    { type: 'lognormal', median: 5, p90: 1 }
  ])('says what is wrong with %j', (distribution) => {
    expect(distributionFault(distribution)).toMatch(/\.$/);
  });
});
