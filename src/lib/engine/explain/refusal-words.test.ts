import { describe, expect, it } from 'vitest';
import type { Channel } from '$lib/domain';
import type { FactRef } from '$lib/program';
import { november } from '$tests/support/explained';
import { sampleProgram } from '$tests/support/sample-program';
import type { Progress, Refusal, RefusalCode, Unmet } from '../refusal';
import { sayProgress } from './fact-words';
import { sayRefusal } from './refusal-words';

const program = sampleProgram();
const REACH = { scope: 'run', window: null } as const;

function count(channel: Channel | null, more: object = {}): FactRef {
  return { type: 'count', channel, verb: 'completed', followUp: false, ...REACH, ...more };
}

function progress(fact: FactRef, have: Progress['have'], need: Progress['need']): Progress {
  return { fact, op: '$gte', have, need, met: false };
}

function unmet(...steps: readonly Progress[]): Unmet {
  return { source: 'rule', id: 'r', text: 'As the rule says', progress: steps, servedBy: [] };
}

function told(code: RefusalCode, more: Partial<Refusal> = {}, earliest: number | null = null) {
  const refusal = { code, unmet: [], open: [], from: null, ...more };
  return sayRefusal(refusal, { program, subject: 'Not interested', actions: [], earliest });
}

describe('refusals as sentences', () => {
  it('ENG-131 counts: what is needed, how far it has come, and when', () => {
    const emails = progress(count('email', { followUp: true }), 1, 2);
    const calls = progress(count('call'), 0, 1);
    const rule = { unmet: [unmet(emails, calls)] };
    expect(told('requirements', rule, november('24 09:00'))).toBe(
      'Not interested needs 2 follow-up emails and 1 call: follow-up emails 1 of 2, calls 0 of 1; earliest Tue 24 Nov 09:00.'
    );
  });

  it('ENG-131 what is met already is not asked for again', () => {
    const emails = { ...progress(count('email'), 3, 2), met: true };
    const rule = { unmet: [unmet(emails, progress(count('call'), 0, 1))] };
    expect(told('requirements', rule)).toBe('Not interested needs 1 call: calls 0 of 1.');
  });

  it('ENG-131 a condition that counts nothing is told in its author’s words', () => {
    expect(told('requirements', { unmet: [unmet()] })).toBe('Not interested: As the rule says.');
  });

  it.each<[Progress, string]>([
    [progress(count(null), 1, 3), 'touches 1 of 3'],
    [progress(count('sms'), 0, 1), 'SMS 0 of 1'],
    [
      progress(
        count('call', { verb: 'answered', window: { amount: 7, unit: 'businessDays' } }),
        0,
        1
      ),
      'answered calls 0 of 1 within 7 business days'
    ],
    [{ ...progress(count('call'), 1, 1), op: '$gt' }, 'calls 1 of 2'],
    [
      { ...progress(count('call'), 4, 3), op: '$lte' },
      'number of calls is 4, needs to be at most 3'
    ],
    [
      progress({ type: 'since', what: 'enrolled', unit: 'businessDays' }, 1, 3),
      '1 of 3 business days since enrollment'
    ],
    [
      progress({ type: 'since', what: 'lastTouch', unit: 'days' }, null, 1),
      'no touch yet, needs 1 day since the last touch'
    ],
    [
      { ...progress({ type: 'field', field: 'budget' }, null, true), op: '$exists' },
      'budget is missing'
    ],
    [progress({ type: 'field', field: 'budget' }, 5, 10), 'budget is 5, needs to be at least 10'],
    [
      { ...progress({ type: 'field', field: 'region' }, null, ['north', 'south']), op: '$in' },
      'Region is not known, needs to be “north” or “south”'
    ],
    [progress({ type: 'enrollments' }, 1, 2), 'enrollments 1 of 2']
  ])('ENG-131 %j', (step, words) => {
    expect(sayProgress(program, step)).toBe(words);
  });

  it.each<[RefusalCode, Partial<Refusal>, string]>([
    ['paused', { from: november('27 09:00') }, 'The enrollment is paused until Fri 27 Nov 09:00.'],
    ['paused', {}, 'The enrollment is paused.'],
    ['frozen', {}, 'The enrollment is frozen until this app is updated.'],
    ['unknownMove', {}, 'This cadence has no such move.'],
    ['reEntry', {}, 'The lead has been in this cadence and does not come in again.'],
    ['excluded', {}, 'The lead is in another cadence that allows no other beside it.'],
    ['entriesStopped', {}, 'The cadence takes nobody new.'],
    ['notOpen', {}, 'Not interested is not open yet.']
  ])('ENG-131 %s %j', (code, more, sentence) => {
    expect(told(code, more)).toBe(sentence);
  });
});
