import { describe, expect, it } from 'vitest';
import { blankCadenceFile, type Condition } from '$lib/domain';
import { trialWords } from './trial-words';

const blank = blankCadenceFile({ id: '01hzzzzzzzzzzzzzzzzzzzzzzz', name: 'Test' }).cadence;
const cadence = {
  ...blank,
  fields: [
    { id: 'region', name: 'Region', type: 'text' as const },
    { id: 'size', name: 'Employees', type: 'number' as const }
  ]
};
const ADA = { region: 'north', size: 120 };

describe('a condition tried on the sample lead', () => {
  it.each<[Condition, string]>([
    [{ 'lead.region': 'north' }, 'True for Ada, because Region is “north”.'],
    [
      { 'lead.region': 'south', 'lead.size': { $gte: 100 } },
      'Not true for Ada, because Region is “north”.'
    ],
    [
      { 'lead.region': 'north', 'lead.size': { $gte: 100 } },
      'True for Ada, because Region is “north” and Employees is 120.'
    ],
    [{ 'lead.budget': { $exists: true } }, 'Not true for Ada, because budget is not known.'],
    [
      { 'lead.region': 'north', 'count.call.completed': { $gte: 1 } },
      'Depends on what happens: whether number of calls completed is at least 1.'
    ],
    [{ 'seen.reply': true }, 'Depends on what happens on the way.'],
    [{}, 'True for Ada.']
  ])('ED-100 %j says why', (condition, words) => {
    expect(trialWords(condition, 'Ada', ADA, cadence)).toBe(words);
  });
});
