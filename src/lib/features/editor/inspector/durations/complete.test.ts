import { describe, expect, it } from 'vitest';
import { parseDelay, parseWait, type Parameter } from '$lib/domain';
import { completeDelay, completeWait, stepDuration } from './complete';

const GAPS: readonly Parameter[] = [
  { id: 'gap1', name: 'First gap', duration: { amount: 2, unit: 'businessDays' } },
  { id: 'gap2', name: 'Second gap', duration: { amount: 3, unit: 'days' } }
];
const WORDS = {
  fields: [{ id: 'renewal', name: 'Renewal date', type: 'date' as const }],
  parameters: GAPS,
  signals: ['reply']
};

const values = (all: readonly { readonly value: string }[]) => all.map(({ value }) => value);

describe('completions of a length of time', () => {
  it('ED-91 units behind a number, business units first', () => {
    expect(values(completeDelay('3', GAPS)).slice(0, 2)).toEqual([
      '3 business days',
      '3 business hours'
    ]);
    expect(values(completeDelay('2 b', GAPS))).toEqual([
      '2 business days',
      '2 business hours',
      '2 business minutes'
    ]);
    expect(values(completeDelay('1 we', GAPS))).toEqual(['1 week']);
  });

  it('ED-91 named durations by any part of their name', () => {
    expect(values(completeDelay('sec', GAPS))).toEqual(['=gap2']);
    expect(values(completeDelay('gap', GAPS))).toEqual(['=gap1', '=gap2']);
  });

  it('ED-91 an empty field offers none, what is named and the usual lengths', () => {
    const all = completeDelay('', GAPS, 'at once');
    expect(all[0]).toEqual({ value: '', label: 'at once' });
    expect(values(all).slice(1, 4)).toEqual(['=gap1', '=gap2', '1 business day']);
  });

  it('ED-91 whatever is offered is understood', () => {
    for (const text of ['', '3', '2 b', 'gap', '10 m'])
      for (const value of values(completeDelay(text, GAPS)))
        expect(parseDelay(value, GAPS)).toMatchObject({ ok: true });
    for (const text of ['', 'next', 'until', 'tue', 'ren', '4'])
      for (const value of values(completeWait(text, WORDS)))
        expect(parseWait(value, WORDS)).toMatchObject({ ok: true });
  });

  it('ED-92 arrows step the number, never below the least', () => {
    expect(stepDuration('2 bd', 1)).toBe('3 business days');
    expect(stepDuration('2 bd', -10)).toBe('0 business days');
    expect(stepDuration('1 business day', -1, 1)).toBe('1 business day');
    expect(stepDuration('First gap', 1)).toBeNull();
  });
});

describe('completions of a wait', () => {
  it('ED-93 weekdays, signals and dates of the lead', () => {
    expect(values(completeWait('next tu', WORDS))).toEqual(['next Tuesday 9:00']);
    expect(values(completeWait('until r', WORDS))).toContain('until reply');
    expect(values(completeWait('renewal', WORDS))).toEqual([
      'on Renewal date',
      '1 week before Renewal date'
    ]);
  });
});
