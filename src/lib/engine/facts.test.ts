import { describe, expect, it } from 'vitest';
import type { FactRef, FactValue, Predicate } from '$lib/program';
import { cadenceOf, call, email, entry, exit, stage } from '$tests/support/cadences';
import { factValue } from './facts';
import { nextChange } from './next-change';
import { MONDAY_10, newYork, Play } from './testing/play';
import { TOUCH, type Touch } from './touch-log';

/** Two emails and a call in a stage; completed on Monday, Wednesday and Friday. */
function lived(): Play {
  const nodes = [
    entry(),
    stage('first'),
    email('one'),
    email('two'),
    call('ask', { dispositions: ['no-answer', 'connected'] }),
    email('last'),
    exit('end')
  ];
  const lines = [
    'start > first',
    'first > one',
    'one > two',
    'two > ask',
    'ask > last',
    'last > end'
  ];
  const handlers = [
    {
      id: 'h',
      name: 'H',
      on: { type: 'signal', signal: 'reply' },
      when: { 'lead.name': 'nobody' },
      effect: { type: 'exit', to: 'end' }
    } as const
  ];
  const play = new Play(cadenceOf(nodes, lines, { handlers })).start();
  play.complete('one');
  play.now = newYork('2026-01-07T10:00');
  play.complete('two');
  play.now = newYork('2026-01-09T10:00');
  return play.complete('ask', 'connected');
}

const businessDays = (amount: number) => ({ amount, unit: 'businessDays' }) as const;
const RUN = { scope: 'run', window: null } as const;
const COUNT = { type: 'count', channel: null, verb: 'completed', followUp: false, ...RUN } as const;

describe('facts', () => {
  const value = (play: Play, fact: FactRef, at = play.now): FactValue =>
    factValue(play.program, play.state, fact, at);

  it('ENG-51 counts by channel, kind and whether it was a follow-up', () => {
    const play = lived();
    expect(value(play, COUNT)).toBe(3);
    expect(value(play, { ...COUNT, channel: 'email' })).toBe(2);
    expect(value(play, { ...COUNT, channel: 'email', followUp: true })).toBe(1);
    expect(value(play, { ...COUNT, channel: 'call', verb: 'answered' })).toBe(1);
    expect(value(play, { ...COUNT, verb: 'answered', followUp: true })).toBe(1);
    play.task('skip', 'last');
    expect(value(play, { ...COUNT, verb: 'skipped' })).toBe(1);
    expect(value(play, COUNT)).toBe(3);
  });

  it('ENG-51 a window counts what happened less than its time ago', () => {
    const play = lived();
    const window = businessDays(2);
    expect(value(play, { ...COUNT, window })).toBe(1);
    expect(value(play, { ...COUNT, window }, newYork('2026-01-09T09:59'))).toBe(2);
    expect(value(play, { ...COUNT, window }, newYork('2026-01-13T10:00'))).toBe(0);
    expect(value(play, { ...COUNT, channel: 'email', window: { amount: 30, unit: 'days' } })).toBe(
      2
    );
  });

  it('ENG-51 a lifetime counts the lead’s other runs too', () => {
    const play = lived();
    const touch: Touch = {
      at: newYork('2025-12-01T10:00'),
      channel: 0,
      outcome: TOUCH.completed,
      followUp: false,
      answered: false,
      pc: 0,
      visit: 1
    };
    play.state.history = [
      touch,
      { ...touch, outcome: TOUCH.missed },
      { ...touch, outcome: TOUCH.bounced },
      { ...touch, outcome: TOUCH.skipped }
    ];
    const lifetime = { ...COUNT, scope: 'lifetime' } as const;
    expect(value(play, lifetime)).toBe(4);
    expect(value(play, { ...lifetime, verb: 'attempted' })).toBe(5);
    expect(value(play, { ...lifetime, verb: 'bounced' })).toBe(1);
    expect(value(play, { ...lifetime, verb: 'skipped' })).toBe(1);
    expect(value(play, { ...lifetime, window: { amount: 30, unit: 'days' } })).toBe(3);
  });

  it('ENG-51 signals, steps, visits, enrollments and the stage', () => {
    const play = lived();
    const seen = { type: 'seen', signal: 0, ...RUN } as const;
    expect(value(play, seen)).toBe(false);
    play.signal('reply');
    expect(value(play, seen)).toBe(true);
    const window = { amount: 1, unit: 'days' } as const;
    expect(value(play, { ...seen, window }, play.now + 86_399_999)).toBe(true);
    expect(value(play, { ...seen, window }, newYork('2026-01-12T09:00'))).toBe(false);
    const before = lived();
    before.state.otherSignals = new Map([[0, MONDAY_10]]);
    expect([value(before, seen), value(before, { ...seen, scope: 'lifetime' })]).toEqual([
      false,
      true
    ]);
    expect(value(play, { type: 'done', pc: play.pc('ask') })).toBe(true);
    expect(value(play, { type: 'done', pc: play.pc('last') })).toBe(false);
    expect(value(play, { type: 'visits', pc: play.pc('last') })).toBe(1);
    expect(value(play, { type: 'visits', pc: -1 })).toBe(0);
    expect(value(play, { type: 'stepDisposition', pc: play.pc('ask') })).toBe('connected');
    expect(value(play, { type: 'lastDisposition', channel: 'email' })).toBe(null);
    expect(value(play, { type: 'enrollments' })).toBe(1);
    expect(value(play, { type: 'stage' })).toBe('first');
  });

  it('ENG-51 whole days and business days since something', () => {
    const play = lived();
    const since = (
      what: 'enrolled' | 'lastTouch' | 'stage',
      unit: 'days' | 'businessDays',
      at: string
    ) => value(play, { type: 'since', what, unit }, newYork(at));
    expect(since('enrolled', 'days', '2026-01-12T09:59')).toBe(6);
    expect(since('enrolled', 'businessDays', '2026-01-12T09:59')).toBe(4);
    expect(since('lastTouch', 'days', '2026-01-12T10:00')).toBe(3);
    expect(since('stage', 'businessDays', '2026-01-12T10:00')).toBe(5);
    const fresh = new Play(
      cadenceOf([entry(), email('m'), exit('e')], ['start > m', 'm > e'])
    ).start();
    expect(value(fresh, { type: 'since', what: 'lastTouch', unit: 'days' })).toBe(null);
    expect(value(fresh, { type: 'since', what: 'stage', unit: 'days' })).toBe(null);
  });
});

describe('when time alone changes a condition', () => {
  const change = (play: Play, fact: FactRef, value: FactValue, at = play.now): number =>
    nextChange(play.program, play.state, { type: 'compare', fact, op: '$gte', value }, at);

  it('ENG-52 days reach what they are compared with, business days by the calendar', () => {
    const play = lived();
    const days = { type: 'since', what: 'enrolled', unit: 'days' } as const;
    expect(change(play, days, 6)).toBe(newYork('2026-01-11T10:00'));
    expect(change(play, days, 2)).toBe(Infinity);
    expect(change(play, { ...days, unit: 'businessDays' }, 5)).toBe(newYork('2026-01-12T10:00'));
  });

  it('ENG-52 touches and signals leave their window', () => {
    const play = lived();
    const window = businessDays(2);
    expect(change(play, { ...COUNT, window }, 1)).toBe(newYork('2026-01-13T10:00'));
    expect(change(play, { ...COUNT, window }, 1, newYork('2026-01-08T10:00'))).toBe(
      newYork('2026-01-09T10:00')
    );
    expect(change(play, COUNT, 1)).toBe(Infinity);
    play.signal('reply');
    const seen = { type: 'seen', signal: 0, scope: 'run', window } as const;
    expect(change(play, seen, true)).toBe(newYork('2026-01-13T10:00'));
  });

  it('ENG-52 nothing changes between what it says and now', () => {
    const play = lived();
    const facts: readonly FactRef[] = [
      { ...COUNT, window: businessDays(2) },
      { type: 'since', what: 'enrolled', unit: 'days' },
      { type: 'since', what: 'lastTouch', unit: 'businessDays' }
    ];
    const of = facts.flatMap((fact): Predicate[] =>
      [1, 2, 4, 6].map((value) => ({ type: 'compare', fact, op: '$eq', value }))
    );
    const truth = (at: number) =>
      of.map((each) =>
        each.type === 'compare'
          ? factValue(play.program, play.state, each.fact, at) === each.value
          : null
      );
    let next = play.now;
    let changes = 0;
    for (let at = play.now; at < newYork('2026-02-01T10:00'); at += 1_800_000) {
      if (at >= next) {
        next = nextChange(play.program, play.state, { type: 'or', of }, at);
        changes++;
      } else expect(truth(at)).toEqual(truth(at - 1_800_000));
    }
    expect(next).toBe(Infinity);
    expect(changes).toBeGreaterThan(5);
  });
});
