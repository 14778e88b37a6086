import { describe, expect, it } from 'vitest';
import type { CadenceNode, Handler, SignalAssumption } from '$lib/domain';
import {
  branch,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  wait
} from '$tests/support/cadences';
import { endsAt, simulateCadence, stepOf } from '$tests/support/simulate-cadence';

const HOUR = 3_600_000;

const after = (hours: number): SignalAssumption['delay'] => ({
  distribution: { type: 'constant', value: hours },
  unit: 'hours'
});

const onReply: Handler = {
  id: 'reply',
  name: 'Reply',
  on: { type: 'signal', signal: 'reply' },
  effect: { type: 'exit', to: 'answered' }
};

/** An email, a day, another email, a day, and an exit for replies. */
const mails = cadenceOf(
  [
    entry(),
    email('one'),
    wait('gap'),
    email('two'),
    wait('rest'),
    exit('silent', 'unresponsive'),
    exit('answered', 'qualified')
  ],
  ['start > one', 'one > gap', 'gap > two', 'two > rest', 'rest > silent'],
  { handlers: [onReply] }
);

describe('signals', () => {
  it('SIM-23 come of a step by their chance, and the cadence acts on them', () => {
    const reply = { signal: 'reply', chance: 0.3, after: 'one', delay: after(2) };
    const result = simulateCadence(mails, { leads: 5000, signals: [reply] });
    const answered = endsAt(result, 'answered');
    expect(Math.abs(answered - 1500)).toBeLessThan(4 * Math.sqrt(5000 * 0.21));
    expect(result.signals).toEqual({ reply: answered });
    expect(result.handlers).toEqual({ reply: answered });
    expect(stepOf(result, 'two').visits).toBe(5000 - answered);
    // Those who answer wait two hours, the others a day.
    expect(stepOf(result, 'gap').waiting).toBe((answered * 2 + (5000 - answered) * 24) * HOUR);
  });

  it('SIM-23 are drawn anew at every step and visit', () => {
    const reply = (step: string) => ({
      signal: 'reply',
      chance: 0.5,
      after: step,
      delay: after(2)
    });
    const result = simulateCadence(mails, { leads: 4000, signals: [reply('one'), reply('two')] });
    const silent = endsAt(result, 'silent');
    expect(Math.abs(silent - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.1875));
    const repeated = cadenceOf(
      [
        entry(),
        call('call', { repeat: { times: 3, gap: businessDays(1), until: [] } }),
        exit('silent'),
        exit('answered')
      ],
      ['start > call', 'call > silent'],
      { handlers: [onReply] }
    );
    const often = simulateCadence(repeated, { leads: 4000, signals: [reply('call')] });
    // The third attempt ends the run before its signal comes.
    const left = endsAt(often, 'silent');
    expect(Math.abs(left - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.1875));
  });

  it('SIM-23 nothing comes when the run is over, or of a step that was skipped', () => {
    const late = { signal: 'reply', chance: 1, after: 'two', delay: after(240) };
    const result = simulateCadence(mails, { signals: [late] });
    expect([result.signals, endsAt(result, 'silent')]).toEqual([{ reply: 0 }, 1000]);
    const skipped = cadenceOf(
      [
        entry(),
        call('one', { autoSkipAfter: businessDays(1) }),
        wait('gap', businessDays(3)),
        exit('silent'),
        exit('answered')
      ],
      ['start > one', 'one > gap', 'gap > silent'],
      { handlers: [onReply] }
    );
    const nobody = {
      one: { delay: { distribution: { type: 'constant', value: 9 }, unit: 'businessDays' } }
    } as const;
    const none = simulateCadence(skipped, {
      steps: nobody,
      signals: [{ ...late, after: 'one', delay: after(1) }]
    });
    expect(none.signals).toEqual({ reply: 0 });
  });

  it('SIM-23 without a step they come once a lead, from its arrival', () => {
    const reply = { signal: 'reply', chance: 1, delay: after(30) };
    const result = simulateCadence(mails, { signals: [reply] });
    expect(result.elapsed).toMatchObject({ min: 30 * HOUR, max: 30 * HOUR });
    expect(result.signals).toEqual({ reply: 1000 });
  });

  it('SIM-23 of steps that are no tasks they come when they are left', () => {
    const reply = { signal: 'reply', chance: 1, after: 'gap', delay: after(1) };
    const result = simulateCadence(mails, { signals: [reply] });
    expect(result.elapsed.max).toBe(25 * HOUR);
  });

  it('SIM-23 a bounce takes the touch back', () => {
    const was: CadenceNode = branch('was', {
      type: 'condition',
      cases: [{ id: 'sent', name: 'Sent', when: { 'count.email.completed': { $gte: 1 } } }]
    });
    const cadence = cadenceOf(
      [entry(), email('one'), wait('gap'), was, exit('arrived'), exit('lost')],
      ['start > one', 'one > gap', 'gap > was', 'was:sent > arrived', 'was:default > lost']
    );
    const bounce = { signal: 'bounce', chance: 0.4, after: 'one', delay: after(1) };
    const result = simulateCadence(cadence, { leads: 3000, signals: [bounce] });
    expect(endsAt(result, 'lost')).toBe(result.signals['bounce']);
    expect(Math.abs(endsAt(result, 'lost') - 1200)).toBeLessThan(4 * Math.sqrt(3000 * 0.24));
    // Another signal of the same step leaves the touch alone.
    const listening = cadenceOf(
      [entry('start', { signals: ['reply'] }), ...cadence.nodes.slice(1)],
      ['start > one', 'one > gap', 'gap > was', 'was:sent > arrived', 'was:default > lost']
    );
    const other = simulateCadence(listening, {
      signals: [{ ...bounce, signal: 'reply', chance: 1 }]
    });
    expect(endsAt(other, 'arrived')).toBe(1000);
  });

  it('SIM-23 end a wait for them, which times out without', () => {
    const cadence = cadenceOf(
      [
        entry(),
        email('one'),
        {
          id: 'answer',
          kind: 'wait',
          name: 'Answer',
          until: { type: 'event', signals: ['reply'], timeout: businessDays(3) }
        },
        exit('met'),
        exit('late')
      ],
      ['start > one', 'one > answer', 'answer:met > met', 'answer:timeout > late']
    );
    const reply = { signal: 'reply', chance: 0.5, after: 'one', delay: after(5) };
    const result = simulateCadence(cadence, { leads: 2000, signals: [reply] });
    const met = endsAt(result, 'met');
    expect(result.signals).toEqual({ reply: met });
    expect(Math.abs(met - 1000)).toBeLessThan(4 * Math.sqrt(500));
    expect(stepOf(result, 'answer').waiting).toBe((met * 5 + (2000 - met) * 72) * HOUR);
  });

  it('SIM-21 at one instant a signal comes before a completion, and that before a timer', () => {
    const cadence = cadenceOf(
      [entry(), call('one', { autoSkipAfter: businessDays(1) }), exit('silent'), exit('answered')],
      ['start > one', 'one > silent'],
      { handlers: [onReply] }
    );
    const day = { distribution: { type: 'constant', value: 1 }, unit: 'businessDays' } as const;
    const steps = { one: { delay: day } };
    const worked = simulateCadence(cadence, { steps });
    expect(stepOf(worked, 'one')).toMatchObject({ touches: 1000, skipped: 0 });
    const heard = simulateCadence(cadence, {
      steps,
      signals: [{ signal: 'reply', chance: 1, delay: day }]
    });
    expect(stepOf(heard, 'one').touches).toBe(0);
    expect(endsAt(heard, 'answered')).toBe(1000);
  });

  it.each([
    ['a step that is not there', { after: 'nowhere' }, 'signals[0].after'],
    ['an exit, after which nothing comes', { after: 'silent' }, 'signals[0].after'],
    ['a chance above 1', { chance: 1.1 }, 'signals[0].chance'],
    [
      'a delay without sense',
      { delay: { distribution: { type: 'constant', value: -1 }, unit: 'days' } as const },
      'signals[0].delay'
    ]
  ])('SIM-11 %s is refused with its place', (_, change, path) => {
    const signal = { signal: 'reply', chance: 0.5, after: 'one', delay: after(1), ...change };
    expect(() => simulateCadence(mails, { signals: [signal] })).toThrow(path);
  });
});
