import { describe, expect, it } from 'vitest';
import { parseFact } from './parse-fact';

function fact(text: string) {
  const parsed = parseFact(text);
  return parsed.ok ? parsed.value.fact : parsed.error;
}

describe('parseFact', () => {
  it.each([
    ['lead.first-name', { type: 'field', field: 'first-name' }],
    ['count.call.completed', { type: 'count', channel: 'call', followUp: false }],
    ['count.email.sent', { type: 'count', channel: 'email', followUp: false }],
    ['count.email.sent.followUp', { type: 'count', channel: 'email', followUp: true }],
    ['count.touches', { type: 'count', channel: null, followUp: false }],
    ['last.disposition', { type: 'lastDisposition', channel: null }],
    ['last.call.disposition', { type: 'lastDisposition', channel: 'call' }],
    ['seen.reply', { type: 'seen', signal: 'reply' }],
    ['days.enrolled', { type: 'daysSince', what: 'enrolled' }],
    ['days.sinceTouch', { type: 'daysSince', what: 'lastTouch' }],
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
    'count.fax.completed',
    'count.call.completed.first',
    'count.call.completed.followUp.more',
    'count.touches.followUp',
    'last.call',
    'last.fax.disposition',
    'last.disposition.call',
    'seen',
    'seen.a.b',
    'days.inStage',
    'days.enrolled.ago',
    'stage.name',
    'toString',
    '__proto__.x'
  ])('CMP-60 “%s” is none', (text) => {
    expect(fact(text)).toBe('unknownFact');
  });

  it('CMP-61 what follows an @ is a scope', () => {
    expect(parseFact('count.call.completed@7bd')).toEqual({
      ok: true,
      value: { fact: { type: 'count', channel: 'call', followUp: false }, scope: '7bd' }
    });
  });
});
