import { expect, it } from 'vitest';
import { detailAt } from './detail';

it('ED-59 less is drawn of steps the farther away they are', () => {
  expect([2, 1, 0.5, 0.49, 0.25, 0.24, 0.05].map(detailAt)).toEqual([
    'all',
    'all',
    'all',
    'names',
    'names',
    'boxes',
    'boxes'
  ]);
});
