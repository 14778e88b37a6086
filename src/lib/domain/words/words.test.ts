import { describe, expect, it } from 'vitest';
import { blankCadenceFile } from '../blank';
import type { Cadence, CadenceNode } from '../cadence';
import type { Condition } from '../condition';
import { describeNode, newNode } from '../kinds/registry';
import { describeCondition } from './conditions';
import { describeDelay, describeDuration, resolveDelay } from './durations';

const { cadence: BLANK } = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'X' });
const GAP = {
  id: 'gap1',
  name: 'First gap',
  duration: { amount: 2, unit: 'businessDays' }
} as const;
const CADENCE: Cadence = {
  ...BLANK,
  parameters: [GAP],
  fields: [{ id: 'region', name: 'Region', type: 'text' }]
};

describe('durations', () => {
  it('DOM-44 DOM-45 read as people say them', () => {
    expect(describeDuration(GAP.duration)).toBe('2 business days');
    expect(describeDuration({ amount: 1, unit: 'hours' })).toBe('1 hour');
    expect(describeDelay({ parameter: 'gap1' }, [GAP])).toBe('First gap (2 business days)');
    expect(describeDelay({ parameter: 'gap9' }, [GAP])).toBe('unknown parameter “gap9”');
  });

  it('DOM-45 resolve through the parameters', () => {
    expect(resolveDelay({ parameter: 'gap1' }, [GAP])).toBe(GAP.duration);
    expect(resolveDelay(GAP.duration, [])).toBe(GAP.duration);
    expect(resolveDelay({ parameter: 'gap9' }, [GAP])).toBeNull();
  });
});

describe('steps', () => {
  it.each<[CadenceNode, string]>([
    [newNode('entry', 'n'), 'Where leads come in'],
    [newNode('entry', 'n', { source: 'Trade fair' }), 'Trade fair'],
    [newNode('entry', 'n', { criteria: { 'lead.region': 'north' } }), 'Only if Region is “north”'],
    [newNode('stage', 'n', { probability: 30 }), 'Stage · 30% to close'],
    [newNode('action', 'n'), 'Call · within 4 business hours · 5 dispositions'],
    [{ id: 'n', kind: 'action', name: '', channel: 'email', mode: 'automatic' }, 'Automatic email'],
    [
      {
        id: 'n',
        kind: 'action',
        name: '',
        channel: 'email',
        mode: 'automatic',
        due: { amount: 2, unit: 'businessHours' }
      },
      'Automatic email · after 2 business hours'
    ],
    [newNode('wait', 'n'), '1 business day'],
    [
      newNode('wait', 'n', { until: { type: 'weekday', days: ['mon', 'wed'], time: '09:00' } }),
      'Until Mon or Wed at 09:00'
    ],
    [
      newNode('wait', 'n', {
        until: {
          type: 'date',
          field: 'region',
          offset: { direction: 'before', by: { amount: 2, unit: 'days' } }
        }
      }),
      'Until 2 days before Region'
    ],
    [
      newNode('wait', 'n', { until: { type: 'event', signals: ['reply'] } }),
      'Until reply, with no time limit'
    ],
    [newNode('branch', 'n'), 'By disposition of the last touch · First way or otherwise'],
    [
      newNode('branch', 'n', {
        by: {
          type: 'split',
          cases: [
            { id: 'x', name: '', weight: 40 },
            { id: 'y', name: '', weight: 60 }
          ]
        }
      }),
      'Split 40 / 60'
    ],
    [newNode('fork', 'n'), '2 paths at once'],
    [newNode('join', 'n'), 'When all paths have arrived'],
    [newNode('handoff', 'n'), 'Enroll in another cadence, then end'],
    [
      newNode('exit', 'n', { result: 'notInterested', reason: 'Said no' }),
      'Not interested · Said no'
    ],
    [
      newNode('exit', 'n', { recycle: { after: { amount: 30, unit: 'days' } } }),
      'Completed · back after 30 days'
    ],
    [
      {
        id: 'n',
        kind: 'action',
        name: '',
        channel: 'call',
        repeat: { times: 3, gap: { parameter: 'gap1' }, until: ['connected'] }
      },
      'Call · up to 3 times, 2 business days apart'
    ],
    [newNode('note', 'n', { text: 'First line\nsecond' }), 'First line']
  ])('DOM-44 %j', (node, words) => {
    expect(describeNode(node, CADENCE)).toBe(words);
  });
});

describe('facts', () => {
  it.each<[Condition, string]>([
    [{ 'count.email.completed': 1 }, 'number of emails sent is 1'],
    [{ 'count.call.attempted': 1 }, 'number of calls tried is 1'],
    [{ 'count.email.bounced': 0 }, 'number of emails that bounced is 0'],
    [{ 'count.touches@lifetime': 1 }, 'number of touches in any cadence is 1'],
    [
      { 'count.call.answered@lifetime@2w': 1 },
      'number of calls answered in any cadence in the last 2 weeks is 1'
    ],
    [
      { 'count.enrollments': { $lt: 3 } },
      'number of times it came into this cadence is less than 3'
    ],
    [{ 'step.end.disposition': 'busy' }, 'disposition of “End” is “Busy”'],
    [{ 'done.end': true }, '“End” is done'],
    [{ 'done.end': false }, '“End” is not done'],
    [{ 'visits.end': { $lte: 2 } }, 'number of visits to “End” is at most 2'],
    [{ 'seen.reply@7d': true }, 'signal reply is seen in the last 7 days'],
    [{ 'days.inStage': 3 }, 'days in the stage is 3'],
    [{ 'businessDays.sinceTouch': 3 }, 'business days since the last touch is 3'],
    [{ 'made.up@all': 3 }, 'made up all is 3']
  ])('DOM-70 %j', (condition, words) => {
    expect(describeCondition(condition, CADENCE)).toBe(words);
  });
});

describe('conditions', () => {
  it.each<[Condition, string]>([
    [{}, 'always'],
    [{ 'lead.region': 'north' }, 'Region is “north”'],
    [
      { 'lead.vip': true, 'lead.age': { $gt: 3, $lte: 9 } },
      'vip is yes and age is more than 3 and is at most 9'
    ],
    [{ 'count.call.completed': { $gte: 1 } }, 'number of calls completed is at least 1'],
    [{ 'count.sms.completed': 1 }, 'number of SMS completed is 1'],
    [{ 'count.social.completed': 1 }, 'number of social touches completed is 1'],
    [
      { 'count.email.sent.followUp@7bd': 2 },
      'number of follow-up emails sent in the last 7 business days is 2'
    ],
    [
      { 'last.call.disposition': { $in: ['busy', 'no-answer'] } },
      'disposition of the last call is one of “Busy” or “No answer”'
    ],
    [{ 'seen.reply': true }, 'signal reply is seen'],
    [{ 'days.sinceTouch': { $lt: 3 } }, 'days since the last touch is less than 3'],
    [{ 'lead.region': { $exists: false } }, 'Region is not known'],
    [{ stage: 'end' }, 'stage is “End”'],
    [
      { $and: [{ 'lead.a': 1 }, { $or: [{ 'lead.b': 2 }, { 'lead.c': null }] }] },
      'a is 1 and (b is 2 or c is nothing)'
    ],
    [{ $nor: [{ 'lead.a': 1 }] }, 'none of: a is 1'],
    [{ $not: { 'lead.a': 1 } }, 'not (a is 1)']
  ])('DOM-44 %j', (condition, words) => {
    expect(describeCondition(condition, CADENCE)).toBe(words);
  });
});
