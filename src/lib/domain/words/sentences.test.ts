import { describe, expect, it } from 'vitest';
import { blankCadenceFile } from '../blank';
import type { Cadence, Handler, Rule } from '../cadence';
import type { SlaThreshold } from '../condition';
import type { Disposition } from '../disposition';
import {
  describeDisposition,
  describeHandler,
  describeMove,
  describeRequirement,
  describeRule,
  describeSla
} from './sentences';

const { cadence: BLANK } = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'X' });
const CADENCE: Cadence = {
  ...BLANK,
  roles: [{ id: 'lead', name: 'Team lead' }],
  parameters: [{ id: 'gap', name: 'Gap', duration: { amount: 2, unit: 'days' } }]
};
const DAYS = { amount: 3, unit: 'businessDays' } as const;
const CALLED = { 'count.call.completed': { $gte: 1 } };

describe('rules, handlers, moves and limits', () => {
  it.each<[Rule, string]>([
    [
      {
        id: 'r',
        type: 'exitRequires',
        result: 'notInterested',
        counts: [
          { channel: 'email', atLeast: 2, followUp: true },
          { channel: 'call', atLeast: 1 },
          { channel: 'sms', atLeast: 2 }
        ]
      },
      '“Not interested” requires 2 follow-up emails, 1 call and 2 SMS'
    ],
    [{ id: 'r', type: 'exitRequires', result: 'won', counts: [] }, '“Won” requires nothing yet'],
    [{ id: 'r', type: 'maxTouchesPerDay', atMost: 1 }, 'At most 1 touch a day'],
    [{ id: 'r', type: 'maxTouchesPerDay', atMost: 2 }, 'At most 2 touches a day'],
    [{ id: 'r', type: 'verdictWithin', limit: DAYS }, 'A verdict within 3 business days']
  ])('DOM-71 rule %j', (rule, words) => {
    expect(describeRule(rule, CADENCE)).toBe(words);
  });

  it.each<[Omit<Handler, 'id' | 'name'>, string]>([
    [
      {
        on: { type: 'signal', signal: 'reply' },
        when: CALLED,
        effect: { type: 'exit', to: 'end' }
      },
      'When the signal reply comes and number of calls completed is at least 1: end with “End”'
    ],
    [
      {
        on: { type: 'disposition', disposition: 'busy' },
        effect: { type: 'jump', to: 'gone' }
      },
      'When the disposition is “Busy”: go to “gone”'
    ],
    [
      {
        on: { type: 'signal', signal: 'away' },
        effect: { type: 'pause', until: { parameter: 'gap' } }
      },
      'When the signal away comes: pause for Gap (2 days)'
    ],
    [
      {
        on: { type: 'signal', signal: 'paid' },
        effect: { type: 'start', cadence: '01k3v9abcdefghjkmnpqrstvwx' }
      },
      'When the signal paid comes: start another cadence'
    ]
  ])('DOM-71 handler %j', (handler, words) => {
    expect(describeHandler({ id: 'h', name: 'H', ...handler }, CADENCE)).toBe(words);
  });

  it('DOM-71 a requirement is said in its own words, without any by its condition', () => {
    const called = { id: 'q', text: '', when: CALLED };
    expect(describeRequirement({ ...called, text: 'Rang them' }, CADENCE)).toBe('Rang them');
    expect(describeRequirement(called, CADENCE)).toBe('number of calls completed is at least 1');
    expect(describeMove({ id: 'm', name: 'M', to: 'end', requirements: [called] }, CADENCE)).toBe(
      'To “End”, only if number of calls completed is at least 1'
    );
    expect(describeMove({ id: 'm', name: 'M', to: 'end' }, CADENCE)).toBe('To “End”');
  });

  it.each<[Omit<SlaThreshold, 'id' | 'after'>, string]>([
    [{ action: 'warn' }, 'After 3 business days: warn'],
    [{ action: 'warn', role: 'lead' }, 'After 3 business days: warn Team lead'],
    [{ action: 'escalate', role: 'lead' }, 'After 3 business days: escalate to Team lead'],
    [{ action: 'move', to: 'end' }, 'After 3 business days: move the lead to “End”']
  ])('DOM-71 time limit %j', (threshold, words) => {
    expect(describeSla({ id: 't', after: DAYS, ...threshold }, CADENCE)).toBe(words);
  });

  it.each<[Pick<Disposition, 'action' | 'after' | 'optOut' | 'missed'>, string]>([
    [{ action: 'advance' }, 'Goes on'],
    [{ action: 'advance', missed: true }, 'Goes on; counts as tried only'],
    [{ action: 'retry', after: { parameter: 'gap' } }, 'Tries again after Gap (2 days)'],
    [{ action: 'retry' }, 'Tries again at once'],
    [
      { action: 'pause', after: DAYS },
      'Tries again when the lead asks for it, else after 3 business days'
    ],
    [{ action: 'finish' }, 'Ends the cadence'],
    [{ action: 'block' }, 'Goes on without this channel'],
    [{ action: 'block', optOut: true }, 'Ends every cadence of the lead']
  ])('DOM-71 disposition %j', (parts, words) => {
    const base = { id: 'd', name: 'D', answered: true, sentiment: 'neutral' } as const;
    expect(describeDisposition({ ...base, ...parts }, CADENCE)).toBe(words);
  });
});
