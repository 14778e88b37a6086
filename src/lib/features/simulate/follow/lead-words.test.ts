import { describe, expect, it } from 'vitest';
import type { FollowedLead } from '$lib/worker/protocol';
import { leadWords } from './lead-words';

const ARRIVED = Date.parse('2026-01-05T14:00Z');

function wordsOf(touches: number, ended: number | null): string {
  const moment = {
    at: ARRIVED,
    enrollment: 'here~1',
    step: 'call#1',
    node: 'call',
    name: 'Call',
    words: '',
    date: '2026-01-05',
    time: '09:00'
  };
  const moments: FollowedLead['moments'] = [
    { ...moment, kind: 'entered' },
    ...Array.from({ length: touches }, () => ({ ...moment, kind: 'completed' as const }))
  ];
  return leadWords({ moments, arrived: ARRIVED, ended });
}

describe('a lead in a sentence', () => {
  it('SIMUI-19 says when it came, how often it was touched, and how long it took', () => {
    expect(wordsOf(0, ARRIVED)).toBe('Came Mon, Jan 5, 09:00; no touches; over at once.');
    expect(wordsOf(1, ARRIVED + 90 * 60_000)).toBe(
      'Came Mon, Jan 5, 09:00; one touch; over 1.5 hours later.'
    );
    expect(wordsOf(4, null)).toBe('Came Mon, Jan 5, 09:00; 4 touches; is never over.');
  });
});
