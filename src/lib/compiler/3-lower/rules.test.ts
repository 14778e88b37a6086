import { describe, expect, it } from 'vitest';
import type { Cadence } from '$lib/domain';
import { call, email, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';

const DAY = { amount: 1, unit: 'days' } as const;

function programWith(rest: Partial<Cadence>) {
  return programOf([entry(), call('call'), exit('end')], ['start > call', 'call > end'], rest);
}

describe('rules', () => {
  it('CMP-84 are sentences, with what they ask for and the exits they guard', () => {
    const sms = { ...email('sms'), channel: 'sms' as const };
    const { rules, verdictWithin } = programOf(
      [entry(), call('call'), sms, email('mail'), call('again'), exit('end')],
      ['start > call', 'call > sms', 'sms > mail', 'mail > again', 'again > end'],
      {
        parameters: [
          { id: 'limit', name: 'Limit', duration: { amount: 15, unit: 'businessDays' } }
        ],
        rules: [
          {
            id: 'a',
            type: 'exitRequires',
            result: 'completed',
            counts: [
              { channel: 'sms', atLeast: 1 },
              { channel: 'email', atLeast: 1, followUp: true },
              { channel: 'call', atLeast: 2 }
            ]
          },
          { id: 'b', type: 'maxTouchesPerDay', atMost: 1 },
          { id: 'c', type: 'verdictWithin', limit: { parameter: 'limit' } },
          { id: 'd', type: 'verdictWithin', limit: DAY }
        ]
      }
    );
    expect(rules.map(({ id, text, result, nodes }) => [id, text, result, nodes])).toEqual([
      ['a', '“Completed” requires 1 SMS, 1 follow-up email and 2 calls', 'completed', ['end']],
      ['b', 'At most 1 touch a day', null, []],
      ['c', 'A verdict within Limit (15 business days)', null, []],
      ['d', 'A verdict within 1 day', null, []]
    ]);
    expect(rules.map(({ requirement }) => requirement?.id)).toEqual([
      'a',
      undefined,
      undefined,
      undefined
    ]);
    expect(verdictWithin).toEqual({ amount: 15, unit: 'businessDays' });
  });

  it('CMP-84 touches are limited a day within the run, and by the budget over all runs', () => {
    const program = programWith({
      rules: [{ id: 'b', type: 'maxTouchesPerDay', atMost: 2 }],
      touchBudget: { atMost: 1, within: DAY },
      exclusivity: 'all'
    });
    expect(program.touchLimits).toEqual([
      { atMost: 2, within: 'day', scope: 'run', text: 'At most 2 touches a day' },
      { atMost: 1, within: DAY, scope: 'lead', text: 'At most 1 touch of a lead within 1 day' }
    ]);
    expect(program.needsLog).toBe(true);
    expect(program.exclusivity).toBe('all');
  });

  it('CMP-86 a program without limits keeps no single touches', () => {
    expect(programWith({})).toMatchObject({
      needsLog: false,
      touchLimits: [],
      verdictWithin: null,
      exclusivity: 'none',
      contact: null
    });
  });
});
