import { describe, expect, it } from 'vitest';
import { proposeCadence, type Answers } from '$lib/advisor';
import { InterviewState } from './interview-state.svelte';

function begin() {
  const asked: Omit<Answers, 'tz'>[] = [];
  const interview = new InterviewState({
    propose(answers) {
      asked.push(answers);
      return proposeCadence(
        { ...answers, tz: 'UTC' },
        { id: '01hzzzzzzzzzzzzzzzzzzzzzzz', start: '2026-01-05T09:00' }
      );
    },
    arrange: (file) =>
      Promise.resolve({ ...file, layout: { positions: { start: { x: 7, y: 7 } } } })
  });
  return { interview, asked };
}

describe('the guided start', () => {
  it('LIB-22 asks page by page and proposes a cadence at the end, once, laid out', async () => {
    const { interview, asked } = begin();
    interview.offer = 'season plans';
    interview.origin = 'inbound';
    interview.toggleChannel('email', false);
    expect(interview.proposal).toBeNull();
    for (let page = 0; page < 4; page += 1) interview.go(1);
    expect(interview.page).toBe('proposal');
    expect(interview.proposal?.file.cadence.name).toContain('Season plans');
    expect(interview.proposal?.choices.length).toBeGreaterThan(4);
    await Promise.resolve();
    expect(interview.proposal?.file.layout.positions).toEqual({ start: { x: 7, y: 7 } });
    expect(asked).toEqual([
      expect.objectContaining({ origin: 'inbound', channels: ['call'], hours: ['09:00', '17:00'] })
    ]);
  });

  it('LIB-23 suggests the kind of sale as the answers change, until one is chosen', () => {
    const { interview } = begin();
    interview.amount = 'small';
    expect(interview.model).toBe('transactional');
    interview.deciders = 6;
    expect(interview.model).toBe('relational');
    interview.chosenModel = 'transactional';
    expect(interview.model).toBe('transactional');
    expect(interview.advice.model).toBe('relational');
  });

  it('LIB-24 goes no further than a page whose answers cannot be worked with, and says why', () => {
    const { interview } = begin();
    interview.go(1);
    interview.go(1);
    for (const day of interview.days) interview.toggleDay(day, false);
    expect(interview.fault).toContain('working day');
    interview.go(1);
    expect(interview.page).toBe('work');
    interview.toggleDay('sat', true);
    interview.closes = '08:00';
    expect(interview.fault).toContain('end after it begins');
    interview.opens = '07:00';
    expect(interview.fault).toBeNull();
    for (const channel of interview.channels) interview.toggleChannel(channel, false);
    expect(interview.canGoOn).toBe(false);
    interview.go(-1);
    expect(interview.page).toBe('decision');
  });
});
