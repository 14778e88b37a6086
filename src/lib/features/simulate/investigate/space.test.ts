import { expect, it } from 'vitest';
import type { Parameter } from '$lib/domain';
import { settingsEdit, spaceAround } from './space';

const parameters: readonly Parameter[] = [
  { id: 'a', name: 'A', duration: { amount: 1, unit: 'businessDays' } },
  { id: 'b', name: 'B', duration: { amount: 4, unit: 'hours' } }
];

it('SIMUI-18 looks around each gap, never below 0', () => {
  expect(
    spaceAround(parameters, 2).map(({ name, values }) => [
      name,
      values.map((value) => (typeof value === 'number' ? value : value.amount))
    ])
  ).toEqual([
    ['a', [0, 1, 2, 3]],
    ['b', [2, 3, 4, 5, 6]]
  ]);
});

it('SIMUI-18 takes what was found as one edit of the cadence', () => {
  expect(settingsEdit(parameters, { b: { amount: 6, unit: 'hours' } })).toEqual({
    kind: 'updateCadence',
    fields: {
      parameters: [parameters[0], { ...parameters[1], duration: { amount: 6, unit: 'hours' } }]
    }
  });
});
