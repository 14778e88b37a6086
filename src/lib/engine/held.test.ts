import { describe, expect, it } from 'vitest';
import type { Cadence, CadenceNode, ExitResult } from '$lib/domain';
import { cadenceOf, call, email, entry, exit, stage, wait } from '$tests/support/cadences';
import { nextTimer } from './timers';
import { STATUS } from './state';
import { newYork, Play } from './testing/play';

const twoEmails = {
  id: 'emails',
  text: 'Two emails first',
  when: { 'count.email.completed': { $gte: 2 } }
};
const lost = { ...exit('lost', 'notInterested'), requirements: [twoEmails] };
const outcomes = ['no-answer', 'connected', 'not-interested'];

/** A call whose "not interested" leads to an exit that asks for two emails; then an email, a call, the end. */
function guarded(heldRoute = false): Cadence {
  const ask = (id: string) =>
    call(id, { dispositions: outcomes, routes: ['not-interested'], heldRoute });
  const nodes = [
    entry(),
    email('first'),
    ask('call-1'),
    email('second'),
    ask('call-2'),
    email('third'),
    lost,
    exit('silent')
  ];
  const lines = [
    'start > first',
    'first > call-1',
    'call-1 > second',
    'call-1:not-interested > lost',
    'second > call-2',
    'call-2 > third',
    'call-2:not-interested > lost',
    'third > silent'
  ];
  const held = heldRoute ? ['call-1:held > third', 'call-2:held > third'] : [];
  return cadenceOf(nodes, [...lines, ...held]);
}

describe('what is asked for first', () => {
  it('ENG-26 a disposition that leads to what is not allowed counts, goes on by done, and is kept', () => {
    const play = new Play(guarded()).start().complete('first').complete('call-1', 'not-interested');
    expect(play.places).toEqual(['second']);
    expect(play.state.completed[1]).toBe(1);
    expect(play.told('offered')).toEqual(['offered lost']);
    expect(play.state.offers).toMatchObject([{ exitPc: play.pc('lost'), openSince: -1 }]);
  });

  it('ENG-26 the offer opens at the first instant its requirements are met, and can be taken', () => {
    const play = new Play(guarded()).start().complete('first').complete('call-1', 'not-interested');
    play.now = newYork('2026-01-06T11:00');
    play.complete('second');
    expect(play.state.offers[0]?.openSince).toBe(newYork('2026-01-06T11:00'));
    play.now += 1;
    expect(play.move('lost').end).toBe('lost');
    expect(play.told('cancelled')).toEqual(['cancelled call-2#1']);
  });

  it('ENG-26 an offer closes again when what it asked for is taken back', () => {
    const play = new Play(guarded()).start().complete('first').complete('call-1', 'not-interested');
    play.complete('second');
    play.send({ type: 'bounce', at: play.now, pc: play.pc('second'), visit: 1 });
    expect(play.state.offers[0]?.openSince).toBe(-1);
  });

  it('ENG-26 it leaves by held where the step has that port', () => {
    const play = new Play(guarded(true)).start().complete('first');
    expect(play.complete('call-1', 'not-interested').places).toEqual(['third']);
  });

  it('ENG-26 another answer of the lead withdraws the offer, an unanswered call does not', () => {
    const asked = () =>
      new Play(guarded()).start().complete('first').complete('call-1', 'not-interested');
    const silent = asked().complete('second').complete('call-2', 'no-answer');
    expect(silent.state.offers).toHaveLength(1);
    const answered = asked().complete('second').complete('call-2', 'connected');
    expect(answered.state.offers).toEqual([]);
  });

  it('ENG-26 the same once more, when all is there, goes straight through', () => {
    const play = new Play(guarded()).start().complete('first').complete('call-1', 'not-interested');
    expect(play.complete('second').complete('call-2', 'not-interested').end).toBe('lost');
    expect(play.state.offers).toEqual([]);
  });

  it('ENG-26 an offer opens by time alone', () => {
    const late = {
      id: 'late',
      text: 'Not on the first days',
      when: { 'days.enrolled': { $gte: 3 } }
    };
    const nodes = [
      entry(),
      call('ask', { dispositions: outcomes, routes: ['not-interested'] }),
      email('mail'),
      { ...exit('lost', 'lost'), requirements: [late] },
      exit('done')
    ];
    const lines = ['start > ask', 'ask > mail', 'ask:not-interested > lost', 'mail > done'];
    const play = new Play(cadenceOf(nodes, lines)).start().complete('ask', 'not-interested');
    expect(nextTimer(play.state)).toBe(newYork('2026-01-08T10:00'));
    play.until('2026-01-09T10:00');
    expect(play.state.offers[0]?.openSince).toBe(newYork('2026-01-08T10:00'));
    expect(nextTimer(play.state)).toBe(Infinity);
  });

  /** Entry, a wait, then a step that asks for something, then the end. */
  function behindWait(step: CadenceNode): Cadence {
    return cadenceOf(
      [entry(), wait('gap'), step, exit('end')],
      ['start > gap', `gap > ${step.id}`, ...(step.kind === 'exit' ? [] : [`${step.id} > end`])]
    );
  }

  it('ENG-24 a token that comes to a step that is not allowed rests in front of it until it is', () => {
    const named = { id: 'named', text: 'Has a name', when: { 'lead.name': { $exists: true } } };
    const play = new Play(
      behindWait(email('mail', { template: { body: 'Hi' }, requirements: [named] }))
    );
    play.start().until('2026-01-06T10:00');
    expect(play.told('entered', 'held', 'opened').slice(-2)).toEqual([
      'entered mail#1',
      'held mail#1'
    ]);
    expect(nextTimer(play.state)).toBe(Infinity);
    play.now = newYork('2026-01-07T12:00');
    play.set({ name: 'Ann' });
    expect(play.token('mail').opens).toBe(newYork('2026-01-07T12:00'));
    expect(play.told('entered', 'held', 'opened').at(-1)).toContain('opened mail#1');
  });

  it('ENG-24 time alone lets it in at its instant', () => {
    const late = { id: 'late', text: 'After three days', when: { 'days.enrolled': { $gte: 3 } } };
    const play = new Play(behindWait({ ...exit('out'), requirements: [late] })).start();
    play.until('2026-01-10T10:00');
    expect([play.end, play.state.endedAt]).toEqual(['out', newYork('2026-01-08T10:00')]);
  });

  it('ENG-24 a held task expires as an open one does', () => {
    const never = { id: 'never', text: 'Never', when: { 'lead.name': 'nobody' } };
    const expireAfter = { amount: 2, unit: 'businessDays' } as const;
    const step = email('mail', { requirements: [never], expireAfter });
    const play = new Play(behindWait(step)).start().until('2026-01-09T10:00');
    expect(play.told('skipped')).toEqual(['skipped mail#1 expired']);
    expect(play.state.endedAt).toBe(newYork('2026-01-08T10:00'));
  });

  const items = [
    { id: 'needs', text: 'Needs are known', mandatory: true },
    { id: 'nice', text: 'Something nice', mandatory: false }
  ];

  it('ENG-25 a stage closes when its mandatory items are ticked, and only then', () => {
    const nodes = [
      entry(),
      stage('first', { checklist: items }),
      call('ask', { dispositions: ['connected', 'interested'], routes: ['interested'] }),
      stage('second'),
      email('mail'),
      exit('won', 'won'),
      exit('end')
    ];
    const lines = ['start > first', 'first > ask', 'ask > second', 'second > mail', 'mail > end'];
    const cadence = cadenceOf(nodes, [...lines, 'ask:interested > won']);
    const open = new Play(cadence).start().complete('ask', 'connected', { checklist: ['nice'] });
    expect(open.places).toEqual(['second']);
    expect(open.state.stagePc).toBe(open.pc('first'));
    const won = new Play(cadence).start().complete('ask', 'interested');
    expect([won.state.status, won.places]).toEqual([STATUS.running, ['second']]);
    expect(won.state.offers).toHaveLength(1);
    const closed = new Play(cadence).start().complete('ask', 'connected', { checklist: ['needs'] });
    expect(closed.places).toEqual(['mail']);
    expect(closed.state.stagePc).toBe(closed.pc('second'));
    const ticked = new Play(cadence)
      .start()
      .complete('ask', 'interested', { checklist: ['needs'] });
    expect(ticked.end).toBe('won');
  });

  it('ENG-25 a verdict of won or qualified closes the stage, any other leaves it as it is', () => {
    const after = (result: ExitResult) => {
      const nodes = [
        entry(),
        stage('first', { checklist: items }),
        email('mail'),
        exit('end', result)
      ];
      const lines = ['start > first', 'first > mail', 'mail > end'];
      return new Play(cadenceOf(nodes, lines)).start().complete('mail');
    };
    for (const result of ['won', 'qualified'] as const)
      expect([after(result).end, after(result).places]).toEqual([null, ['end']]);
    for (const result of ['lost', 'notInterested', 'unresponsive', 'completed'] as const)
      expect(after(result).end).toBe('end');
  });
});
