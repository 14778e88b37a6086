import { describe, expect, it } from 'vitest';
import type { ActionNode, Cadence, Disposition, ExitNode, Handler, Rule } from '$lib/domain';
import {
  DISPOSITIONS,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage
} from '$tests/support/cadences';
import { CAUSE, STATUS } from './state';
import { newYork, Play } from './testing/play';

function disposition(id: string, rest: Partial<Disposition> = {}): Disposition {
  return { id, name: id, answered: false, sentiment: 'neutral', action: 'advance', ...rest };
}

const hours = (amount: number) => ({ amount, unit: 'businessHours' }) as const;

const LIST: readonly Disposition[] = [
  ...DISPOSITIONS,
  disposition('busy', { action: 'retry', after: hours(2) }),
  disposition('call-back', { answered: true, action: 'pause', after: hours(16) }),
  disposition('wrong-number', { action: 'block' }),
  disposition('no-show', { missed: true }),
  disposition('stop', { answered: true, sentiment: 'negative', action: 'finish', optOut: true })
];
const ALL = LIST.map(({ id }) => id);

/** A call, another call, the end. */
function calls(first: Partial<ActionNode> = {}, rest: Partial<Cadence> = {}): Cadence {
  const nodes = [
    entry(),
    call('ask', { dispositions: ALL, ...first }),
    call('next', { dispositions: ALL }),
    exit('yes', 'won'),
    exit('end')
  ];
  const routes = (first.routes ?? []).map((id) => `ask:${id} > yes`);
  return cadenceOf(nodes, ['start > ask', 'ask > next', 'next > end', ...routes], {
    dispositions: LIST,
    ...rest
  });
}

describe('dispositions', () => {
  it('ENG-27 the port of the step comes first, then its action', () => {
    const routed = new Play(calls({ routes: ['interested'] }))
      .start()
      .complete('ask', 'interested');
    expect([routed.end, routed.state.cause]).toEqual(['yes', CAUSE.exit]);
    const alone = new Play(calls()).start().complete('ask', 'interested');
    expect([alone.end, alone.state.cause]).toEqual([null, CAUSE.finish]);
    expect(alone.state.endDisposition).toBe(alone.disposition('interested'));
    expect(alone.told('ended', 'exited')).toEqual(['ended']);
  });

  it('ENG-27 retry opens the step again after its time, at most three times in all', () => {
    const play = new Play(calls()).start().complete('ask', 'busy');
    expect(play.token('ask')).toMatchObject({
      visit: 2,
      attempt: 2,
      opens: newYork('2026-01-05T12:00')
    });
    expect(play.told('again')).toEqual(['again ask#2']);
    play.now = newYork('2026-01-05T12:00');
    play.complete('ask', 'busy').complete('ask', 'busy');
    expect(play.places).toEqual(['next']);
    expect(play.state.completed[1]).toBe(3);
  });

  it('ENG-27 a call back opens at the time the lead asked for, else after its time', () => {
    const until = newYork('2026-01-20T15:00');
    const asked = new Play(calls()).start().complete('ask', 'call-back', { until });
    expect(asked.token('ask').opens).toBe(until);
    const vague = new Play(calls()).start().complete('ask', 'call-back');
    expect(vague.token('ask').opens).toBe(newYork('2026-01-07T10:00'));
  });

  it('ENG-27 block keeps the channel from being used in this run, until it has another number', () => {
    const play = new Play(calls({}, { fields: [{ id: 'phone', name: 'Phone', type: 'text' }] }));
    play.state.fields = { phone: '1' };
    play.start().complete('ask', 'wrong-number');
    expect(play.told('held')).toEqual(['held next#1']);
    play.set({ phone: '' });
    expect(play.told('opened')).toHaveLength(1);
    play.set({ phone: '2' });
    expect(play.told('opened')).toHaveLength(2);
    const invented = new Play(calls());
    invented.state.checksData = false;
    invented.start().complete('ask', 'wrong-number');
    expect([invented.end, invented.told('skipped')]).toEqual([
      'end',
      ['skipped next#1 missing data']
    ]);
  });

  it('ENG-58 an exit that opts out ends the run from a path of a fork, and of what goes on alone', () => {
    const paths = ['a', 'b'].map((id) => ({ id, name: id }));
    const fork = { id: 'split', kind: 'fork', name: 'Split', paths } as const;
    const meet = (rest: 'cancel' | 'detach') =>
      ({
        id: 'meet',
        kind: 'join',
        name: 'Meet',
        fork: 'split',
        policy: { type: 'any' },
        rest
      }) as const;
    const steps = [call('one'), email('two'), call('after'), exit('out', 'optedOut'), exit('end')];
    const lines = ['start > split', 'split:a > one', 'split:b > two', 'one > out', 'two > meet'];
    const rest = ['meet > after', 'after > end'];
    const inside = new Play(
      cadenceOf([entry(), fork, ...steps, meet('cancel')], [...lines, ...rest])
    ).start();
    expect([inside.complete('one').end, inside.places]).toEqual(['out', []]);
    const alone = new Play(
      cadenceOf([entry(), fork, ...steps, meet('detach')], [...lines, ...rest])
    ).start();
    expect(alone.complete('two').places).toEqual(['after', 'one']);
    expect([alone.complete('one').end, alone.places]).toEqual(['out', []]);
  });

  it('ENG-58 nothing that an exit asks for keeps a lead that opts out', () => {
    const out: ExitNode = {
      ...exit('out', 'optedOut'),
      requirements: [{ id: 'known', text: 'Known', when: { 'lead.name': 'Known' } }]
    };
    const handlers: Handler[] = [
      {
        ...{ id: 'stop', name: 'Stop', on: { type: 'signal', signal: 'stop' } },
        effect: { type: 'exit', to: 'out' }
      }
    ];
    const play = new Play(
      cadenceOf([entry(), call('one'), exit('done'), out], ['start > one', 'one > done'], {
        handlers
      })
    ).start();
    expect(play.signal('stop').end).toBe('out');
  });

  it('ENG-28 an opt-out ends the run whatever the cadence says of it', () => {
    const play = new Play(calls()).start().complete('ask', 'stop');
    expect([play.state.status, play.state.cause]).toEqual([STATUS.ended, CAUSE.optedOut]);
    expect(play.state.completed[1]).toBe(1);
    const toExit = new Play(calls({ routes: ['stop'] })).start().complete('ask', 'stop');
    expect([toExit.end, toExit.state.cause]).toEqual(['yes', CAUSE.exit]);
  });

  it('ENG-29 what did not take place was attempted, and is neither completed nor done', () => {
    const play = new Play(calls()).start().complete('ask', 'no-show');
    const { completed, attempted, touches, stepDone, lastDisposition } = play.state;
    expect([completed[1], attempted[1], touches]).toEqual([0, 1, 0]);
    expect(stepDone[play.pc('ask')]).toBe(0);
    expect(lastDisposition).toBe(play.disposition('no-show'));
    play.complete('next', 'connected');
    expect([play.state.completed[1], play.state.attempted[1], play.state.answered[1]]).toEqual([
      1, 2, 1
    ]);
    expect(play.state.followUps[1]).toBe(0);
  });

  const repeat = {
    times: 3,
    gap: { amount: 1, unit: 'businessDays' },
    until: ['connected']
  } as const;

  it('ENG-30 a repeated step opens again after its gap, as a visit of its own, and then goes on', () => {
    const play = new Play(calls({ repeat })).start();
    for (const day of ['05', '06', '07']) {
      play.now = newYork(`2026-01-${day}T10:00`);
      expect(play.token('ask').opens).toBe(play.now);
      play.complete('ask', 'no-answer');
    }
    expect(play.told('again')).toEqual(['again ask#2', 'again ask#3']);
    expect(play.places).toEqual(['next']);
  });

  it('ENG-30 it ends early by a disposition that ends it, or that has a port or ends the run', () => {
    const after = (id: string, routes: readonly string[] = []) =>
      new Play(calls({ repeat, routes })).start().complete('ask', id);
    expect(after('connected').places).toEqual(['next']);
    expect(after('no-answer', ['no-answer']).end).toBe('yes');
    expect(after('not-interested').state.cause).toBe(CAUSE.finish);
    expect(after('call-back').token('ask').opens).toBe(newYork('2026-01-07T10:00'));
  });

  const approval: ActionNode = { id: 'ok', kind: 'action', name: 'Ok', channel: 'approval' };

  function approved(): Play {
    const nodes = [entry(), approval, email('mail'), exit('no'), exit('end')];
    const lines = ['start > ok', 'ok > mail', 'ok:refused > no', 'mail > end'];
    return new Play(cadenceOf(nodes, lines)).start();
  }

  it('ENG-31 an approval is given or refused, and nothing else', () => {
    const given = approved().task('approve', 'ok');
    expect([given.places, given.state.completed[7]]).toEqual([['mail'], 1]);
    expect(given.state.stepDone[given.pc('ok')]).toBe(1);
    const refused = approved().task('refuse', 'ok');
    expect([refused.end, refused.state.completed[7]]).toEqual(['no', 0]);
    expect(refused.told('refused')).toEqual(['refused ok#1']);
    expect(() => approved().complete('ok')).toThrow('approval');
  });

  it('ENG-31 neither time nor missing data nor haste goes round an approval', () => {
    const week = businessDays(5);
    const hasty: ActionNode = {
      ...approval,
      template: { body: 'Discount for {{lead.name}}' },
      missingData: 'skip',
      expireAfter: week,
      autoSkipAfter: week,
      continueWithoutCompletion: true
    };
    const nodes = [entry(), hasty, email('mail'), exit('no'), exit('end')];
    const lines = ['start > ok', 'ok > mail', 'ok:refused > no', 'mail > end'];
    const play = new Play(cadenceOf(nodes, lines)).start().until('2026-03-02T10:00');
    expect(play.places).toEqual(['ok']);
    play.set({ name: 'Acme' }).until('2026-06-01T10:00');
    expect(play.places).toEqual(['ok']);
  });

  it('ENG-32 touches are counted by channel, what came after the first as a follow-up', () => {
    const play = new Play(calls())
      .start()
      .complete('ask', 'connected')
      .complete('next', 'no-answer');
    const { completed, followUps, attempted, answered, touches } = play.state;
    expect([completed[1], followUps[1], attempted[1], answered[1], touches]).toEqual([
      2, 1, 2, 1, 2
    ]);
  });

  it('ENG-55 a bounce takes a touch back, once', () => {
    const nodes = [entry(), email('one'), email('two'), email('three'), exit('end')];
    const lines = ['start > one', 'one > two', 'two > three', 'three > end'];
    const play = new Play(cadenceOf(nodes, lines)).start().complete('one').complete('two');
    const { state } = play;
    const bounced = { type: 'bounce', at: play.now + 9, pc: play.pc('two'), visit: 1 } as const;
    play.send(bounced).send(bounced);
    expect([state.completed[0], state.followUps[0], state.bounced[0], state.touches]).toEqual([
      1, 0, 1, 1
    ]);
    expect(state.stepDone[play.pc('two')]).toBe(0);
    expect([state.stepDone[play.pc('one')], state.lastTouchAt]).toEqual([1, play.now - 9]);
    expect(play.told('bounced')).toEqual(['bounced two#1']);
    play.send({ ...bounced, pc: play.pc('three') });
    expect(state.bounced[0]).toBe(1);
  });

  it('ENG-55 when the first touch bounced the next is the first, and no follow-up', () => {
    const nodes = [entry(), email('one'), email('two'), email('three'), exit('end')];
    const lines = ['start > one', 'one > two', 'two > three', 'three > end'];
    const play = new Play(cadenceOf(nodes, lines)).start().complete('one').complete('two');
    play.send({ type: 'bounce', at: play.now, pc: play.pc('one'), visit: 1 });
    expect([play.state.completed[0], play.state.followUps[0]]).toEqual([1, 0]);
    expect(play.state.log.map(({ followUp }) => followUp)).toEqual([false, false]);
    play.complete('three');
    expect(play.state.followUps[0]).toBe(1);
    play.send({ type: 'bounce', at: play.now, pc: play.pc('two'), visit: 1 });
    expect([play.state.status, play.state.followUps[0]]).toEqual([STATUS.ended, 0]);
  });

  const rule: Rule = {
    id: 'two-emails',
    type: 'exitRequires',
    result: 'notInterested',
    counts: [{ channel: 'email', atLeast: 1 }]
  };

  it('ENG-54 a disposition that ends the run cannot get around a rule of its verdict', () => {
    const nodes = [
      entry(),
      call('ask', { dispositions: ALL }),
      email('mail'),
      call('next', { dispositions: ALL, routes: ['not-interested'] }),
      exit('lost', 'notInterested'),
      exit('end')
    ];
    const lines = [
      'start > ask',
      'ask > mail',
      'mail > next',
      'next > end',
      'next:not-interested > lost'
    ];
    const cadence = cadenceOf(nodes, lines, { dispositions: LIST, rules: [rule] });
    const play = new Play(cadence).start().complete('ask', 'not-interested');
    expect([play.places, play.told('offered')]).toEqual([['mail'], ['offered lost']]);
    expect(play.complete('mail').state.offers[0]?.openSince).toBe(play.now);
    expect(play.complete('next', 'not-interested').end).toBe('lost');
  });

  it('ENG-54 nor around what all exits that give it ask for, nor the checklist of a success', () => {
    const lost: ExitNode = {
      ...exit('lost', 'notInterested'),
      requirements: [{ id: 'mail', text: 'A mail', when: { 'count.email.completed': { $gte: 1 } } }]
    };
    const items = [{ id: 'need', text: 'The need is known', mandatory: true }];
    const phase = stage('phase', { checklist: items });
    const steps = [entry(), phase, call('ask', { dispositions: ALL }), email('mail'), exit('end')];
    const lines = ['start > phase', 'phase > ask', 'ask > mail', 'mail > end'];
    const move = { id: 'lost', name: 'Lost', to: 'lost' };
    const cadence = cadenceOf([...steps, lost], lines, { dispositions: LIST, moves: [move] });
    const asked = new Play(cadence).start().complete('ask', 'not-interested');
    expect([asked.places, asked.told('offered')]).toEqual([['mail'], ['offered lost']]);
    const won = new Play(cadence).start().complete('ask', 'interested');
    expect(won.places).toEqual(['mail']);
    const ticked = new Play(cadence).start().complete('ask', 'interested', { checklist: ['need'] });
    expect(ticked.state.cause).toBe(CAUSE.finish);
  });
});
