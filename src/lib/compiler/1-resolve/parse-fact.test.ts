import { describe, expect, it } from 'vitest';
import { parseFact } from './parse-fact';

function fact(text: string) {
  const parsed = parseFact(text);
  return parsed.ok ? parsed.value : parsed.error;
}

const RUN = { scope: 'run', window: null };

function count(channel: string | null, verb: string, followUp = false) {
  return { type: 'count', channel, verb, followUp, ...RUN };
}

describe('parseFact', () => {
  it.each([
    ['lead.first-name', { type: 'field', field: 'first-name' }],
    ['count.call.completed', count('call', 'completed')],
    ['count.call.completed.followUp', count('call', 'completed', true)],
    ['count.email.sent', count('email', 'completed')],
    ['count.email.sent.followUp', count('email', 'completed', true)],
    ['count.meeting.attempted', count('meeting', 'attempted')],
    ['count.sms.skipped', count('sms', 'skipped')],
    ['count.email.bounced', count('email', 'bounced')],
    ['count.call.answered', count('call', 'answered')],
    ['count.approval.completed', count('approval', 'completed')],
    ['count.touches', count(null, 'completed')],
    ['count.enrollments', { type: 'enrollments' }],
    ['last.disposition', { type: 'lastDisposition', channel: null }],
    ['last.call.disposition', { type: 'lastDisposition', channel: 'call' }],
    ['step.call-1.disposition', { type: 'stepDisposition', node: 'call-1' }],
    ['done.clearance', { type: 'done', node: 'clearance' }],
    ['visits.call-1', { type: 'visits', node: 'call-1' }],
    ['seen.reply', { type: 'seen', signal: 'reply', ...RUN }],
    ['days.enrolled', { type: 'since', what: 'enrolled', unit: 'days' }],
    ['days.sinceTouch', { type: 'since', what: 'lastTouch', unit: 'days' }],
    ['days.inStage', { type: 'since', what: 'stage', unit: 'days' }],
    ['businessDays.enrolled', { type: 'since', what: 'enrolled', unit: 'businessDays' }],
    ['businessDays.sinceTouch', { type: 'since', what: 'lastTouch', unit: 'businessDays' }],
    ['businessDays.inStage', { type: 'since', what: 'stage', unit: 'businessDays' }],
    ['stage', { type: 'stage' }]
  ])('CMP-60 %s is a fact', (text, expected) => {
    expect(fact(text)).toEqual(expected);
  });

  it.each([
    '',
    'lead',
    'lead.',
    'lead.First',
    'lead.a.b',
    'count.call',
    'count.call.sent',
    'count.call.done',
    'count.fax.completed',
    'count.call.completed.first',
    'count.call.completed.followUp.more',
    'count.call.attempted.followUp',
    'count.call.skipped.followUp',
    'count.touches.followUp',
    'count.enrollments.completed',
    'last.call',
    'last.fax.disposition',
    'last.disposition.call',
    'step.call-1',
    'step.call-1.result',
    'step.call-1.disposition.more',
    'step.Call.disposition',
    'done',
    'done.a.b',
    'visits.',
    'seen',
    'seen.a.b',
    'days.sinceReply',
    'days.enrolled.ago',
    'weeks.enrolled',
    'days.toString',
    'stage.name',
    'toString',
    '__proto__.x',
    'lead.constructor'
  ])('CMP-60 “%s” is none', (text) => {
    expect(fact(text)).toBe('unknownFact');
  });

  it.each([
    ['m', 'minutes'],
    ['h', 'hours'],
    ['d', 'days'],
    ['w', 'weeks'],
    ['bm', 'businessMinutes'],
    ['bh', 'businessHours'],
    ['bd', 'businessDays']
  ])('CMP-61 7%s is seven %s', (letters, unit) => {
    expect(fact(`count.call.completed@7${letters}`)).toEqual({
      ...count('call', 'completed'),
      window: { amount: 7, unit }
    });
  });

  it('CMP-61 a count and a signal may reach over all runs, within a time, or both', () => {
    expect(fact('count.email.sent.followUp@lifetime')).toEqual({
      ...count('email', 'completed', true),
      scope: 'lifetime'
    });
    expect(fact('count.touches@lifetime@30d')).toEqual({
      ...count(null, 'completed'),
      scope: 'lifetime',
      window: { amount: 30, unit: 'days' }
    });
    expect(fact('seen.reply@2w')).toEqual({
      type: 'seen',
      signal: 'reply',
      scope: 'run',
      window: { amount: 2, unit: 'weeks' }
    });
  });

  it.each([
    'count.touches@',
    'count.touches@run',
    'count.touches@7',
    'count.touches@7x',
    'count.touches@0d',
    'count.touches@-7d',
    'count.touches@07d',
    'count.touches@1.5d',
    'count.touches@12345678d',
    'count.touches@30d@lifetime',
    'count.touches@30d@30d',
    'count.touches@lifetime@lifetime',
    'count.touches@lifetime@30d@1d',
    'count.enrollments@lifetime',
    'last.disposition@7d',
    'done.call-1@lifetime',
    'days.enrolled@lifetime',
    'stage@lifetime',
    'lead.name@lifetime'
  ])('CMP-61 “%s” has no such reach', (text) => {
    expect(fact(text)).toBe('unknownFact');
  });
});
