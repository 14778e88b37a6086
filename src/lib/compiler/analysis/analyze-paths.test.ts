import { describe, expect, it } from 'vitest';
import type {
  ActionNode,
  Cadence,
  CadenceNode,
  Delay,
  Disposition,
  ForkNode,
  JoinNode,
  WaitUntil
} from '$lib/domain';
import {
  DISPOSITIONS,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  wait
} from '$tests/support/cadences';
import { resolve } from '../1-resolve/resolve';
import { analyzePaths } from './analyze-paths';
import type { ExitAnalysis, PathSpan, Unbounded } from './path-analysis';

function analyze(...cadence: Parameters<typeof cadenceOf>) {
  return analyzePaths(resolve(cadenceOf(...cadence), undefined));
}

/** Business days, or the steps without a bound. */
function said(span: PathSpan | Unbounded | null) {
  if (span === null) return null;
  return 'path' in span ? span.businessDays : span.unboundedAt;
}

function spanOf({ fastest, slowest }: ExitAnalysis) {
  return [said(fastest), said(slowest)];
}

/** Entry, these steps one after another, exit: fastest and slowest, and the touches. */
function chain(steps: readonly CadenceNode[], rest: Partial<Cadence> = {}) {
  const nodes = [entry(), ...steps, exit('end')];
  const lines = nodes.slice(1).map(({ id }, i) => {
    const from = nodes[i]!;
    const port = from.kind === 'wait' && from.until.type === 'event' ? ':timeout' : '';
    return `${from.id}${port} > ${id}`;
  });
  const [end] = analyze(nodes, lines, rest).exits;
  return { days: spanOf(end!), touches: end!.touches, end: end! };
}

const skipped = (id: string, rest: Partial<ActionNode> = {}) =>
  call(id, { due: businessDays(1), autoSkipAfter: businessDays(2), ...rest });

const until = (id: string, rest: WaitUntil): CadenceNode => ({
  id,
  kind: 'wait',
  name: id,
  until: rest
});

const fork = (paths: readonly string[]): ForkNode => ({
  id: 'fork',
  kind: 'fork',
  name: 'fork',
  paths: paths.map((id) => ({ id, name: id }))
});

const join = (policy: JoinNode['policy']): JoinNode => ({
  id: 'join',
  kind: 'join',
  name: 'join',
  fork: 'fork',
  policy,
  rest: 'cancel'
});

describe('steps', () => {
  it('CMP-129 the fastest lead waits for nobody, the slowest until each step is skipped', () => {
    const { days, touches, end } = chain([skipped('a'), wait('w', businessDays(2)), skipped('b')]);
    expect(days).toEqual([2, 8]);
    expect(touches).toEqual({ call: { min: 2, max: 2 } });
    expect(end.fastest?.path).toEqual(['start', 'a', 'w', 'b', 'end']);
  });

  it('CMP-129 what expires first counts', () => {
    expect(chain([skipped('a', { expireAfter: businessDays(2) })]).days).toEqual([0, 2]);
    expect(chain([call('a', { expireAfter: businessDays(4) })]).days).toEqual([0, 4]);
  });

  it('CMP-129 a step without a limit, an approval and a wait for a date have no bound', () => {
    const date = until('d', { type: 'date', field: 'renewal' });
    const sign: CadenceNode = { id: 's', kind: 'action', name: 's', channel: 'approval' };
    expect(chain([call('a'), skipped('b'), date]).days).toEqual([0, ['a', 'd']]);
    const nodes = [entry(), { ...sign, autoSkipAfter: businessDays(1) }, exit('yes'), exit('no')];
    const [yes, no] = analyze(nodes, ['start > s', 's > yes', 's:refused > no']).exits;
    expect([spanOf(yes!), spanOf(no!)]).toEqual([
      [0, ['s']],
      [0, ['s']]
    ]);
    expect([yes!.touches, no!.touches]).toEqual([{ approval: { min: 1, max: 1 } }, {}]);
  });

  it('CMP-129 what goes out by itself goes out when it is due', () => {
    expect(chain([email('m', { mode: 'automatic', due: businessDays(2) })]).days).toEqual([2, 2]);
  });

  it('CMP-129 a task that stays open beside holds nobody up and may never be done', () => {
    const { days, touches } = chain([call('a', { continueWithoutCompletion: true })]);
    expect([days, touches]).toEqual([[0, 0], { call: { min: 0, max: 1 } }]);
  });

  it('CMP-129 a wait for a signal lasts until its timeout, a weekday is at most a week away', () => {
    const event = { type: 'event', signals: ['reply'], timeout: businessDays(3) } as const;
    expect(chain([until('w', event)]).days).toEqual([3, 3]);
    const nodes = [entry(), until('w', event), exit('met'), exit('late')];
    const lines = ['start > w', 'w:met > met', 'w:timeout > late'];
    expect(analyze(nodes, lines).exits.map(spanOf)).toEqual([
      [0, 3],
      [3, 3]
    ]);
    const monday = until('w', { type: 'weekday', days: ['mon'], time: '09:00' });
    expect(chain([monday]).days).toEqual([0, 5]);
    const often = until('w', { type: 'weekday', days: ['mon', 'thu'], time: '09:00' });
    expect(chain([often]).days).toEqual([0, 4]);
  });

  it('CMP-130 every attempt counts, and what opens a step again makes three', () => {
    const repeat = { times: 4, gap: businessDays(1), until: ['connected'] };
    const offered = ['no-answer', 'connected'];
    const often = chain([skipped('a', { repeat, dispositions: offered })]);
    expect([often.days, often.touches]).toEqual([[0, 15], { call: { min: 1, max: 4 } }]);
    const always = chain([
      skipped('a', { repeat: { ...repeat, until: [] }, dispositions: offered })
    ]);
    expect([always.days, always.touches]).toEqual([[3, 15], { call: { min: 4, max: 4 } }]);

    const busy: Disposition = {
      id: 'busy',
      name: 'Busy',
      answered: false,
      sentiment: 'neutral',
      action: 'retry',
      after: businessDays(1)
    };
    const rest = { dispositions: [...DISPOSITIONS, busy] };
    const retried = chain([skipped('a', { dispositions: ['connected', 'busy'] })], rest);
    expect([retried.days, retried.touches]).toEqual([[0, 11], { call: { min: 1, max: 3 } }]);
  });

  it('CMP-130 an appointment that is missed is no touch', () => {
    const missed: Disposition = { ...DISPOSITIONS[0]!, id: 'no-show', missed: true };
    const rest = { dispositions: [...DISPOSITIONS, missed] };
    const { touches } = chain([call('a', { dispositions: ['connected', 'no-show'] })], rest);
    expect(touches).toEqual({ call: { min: 0, max: 1 } });
  });

  it.each<[Delay, number, number]>([
    [{ amount: 16, unit: 'businessHours' }, 2, 2],
    [{ amount: 90, unit: 'businessMinutes' }, 0, 1],
    [{ amount: 3, unit: 'hours' }, 0, 1],
    [{ amount: 2, unit: 'days' }, 0, 2],
    [{ amount: 4, unit: 'days' }, 2, 4],
    [{ amount: 10, unit: 'days' }, 6, 8],
    [{ amount: 2, unit: 'weeks' }, 10, 10]
  ])('CMP-133 %j is %i to %i business days', (delay, min, max) => {
    expect(chain([wait('w', delay)]).days).toEqual([min, max]);
  });
});

describe('circles', () => {
  it('CMP-131 time in a circle has no bound and names its steps, and so do its touches', () => {
    const again = skipped('a', {
      dispositions: ['no-answer', 'interested'],
      routes: ['interested']
    });
    const nodes = [entry(), again, wait('w', businessDays(2)), exit('won'), exit('aside')];
    const lines = ['start > a', 'a > w', 'w > a', 'a:interested > won'];
    const { exits, fastestVerdict, slowestVerdict } = analyze(nodes, lines);
    expect(spanOf(exits[0]!)).toEqual([0, ['a', 'w']]);
    expect(exits[0]!.touches).toEqual({ call: { min: 1, max: Infinity } });
    expect([said(fastestVerdict), said(slowestVerdict)]).toEqual([0, ['a', 'w']]);
  });
});

describe('paths side by side', () => {
  const block = (policy: JoinNode['policy'], slow: CadenceNode = wait('s', businessDays(5))) => {
    const paths = [
      email('m', { mode: 'automatic' }),
      wait('w', businessDays(2)),
      skipped('c'),
      slow
    ];
    const nodes = [entry(), fork(['a', 'b', 'c']), ...paths, join(policy), exit('end')];
    const { exits } = analyze(nodes, [
      'start > fork',
      'fork:a > m',
      'm > w',
      'fork:b > c',
      `fork:c > ${slow.id}`,
      'w > join',
      'c > join',
      `${slow.id} > join`,
      'join > end'
    ]);
    return exits[0]!;
  };

  it('CMP-132 they take as long as the last one that is needed', () => {
    expect(spanOf(block({ type: 'all' }))).toEqual([5, 5]);
    expect(spanOf(block({ type: 'any' }))).toEqual([0, 2]);
    expect(spanOf(block({ type: 'atLeast', count: 2 }))).toEqual([2, 3]);
    expect(block({ type: 'all' }).slowest).toMatchObject({
      path: ['start', 'fork', 's', 'join', 'end']
    });
  });

  it('CMP-132 a path without a bound matters when it is needed', () => {
    expect(spanOf(block({ type: 'all' }, call('x')))).toEqual([2, ['x']]);
    expect(spanOf(block({ type: 'atLeast', count: 2 }, call('x')))).toEqual([0, 3]);
  });

  it('CMP-132 their touches add up, of the fewest only those that are needed', () => {
    const one = { min: 1, max: 1 };
    expect(block({ type: 'all' }).touches).toEqual({ email: one, call: one });
    const none = { min: 0, max: 1 };
    expect(block({ type: 'any' }).touches).toEqual({ email: none, call: none });
  });

  it('CMP-135 an exit on a path is a row of its own, and no verdict', () => {
    const decided = skipped('c', { dispositions: ['interested'], routes: ['interested'] });
    const nodes = [entry(), fork(['a', 'b']), wait('w', businessDays(9)), decided, exit('won')];
    const lines = [
      'start > fork',
      'fork:a > w',
      'w > join',
      'fork:b > c',
      'c > join',
      'c:interested > won'
    ];
    const { exits, fastestVerdict } = analyze(
      [...nodes, join({ type: 'all' }), exit('end')],
      [...lines, 'join > end']
    );
    expect(exits.map(({ node }) => node)).toEqual(['end', 'won']);
    expect(exits.map(spanOf)).toEqual([
      [9, 9],
      [0, 3]
    ]);
    expect(exits[1]!.fastest?.path).toEqual(['start', 'fork', 'c', 'won']);
    expect(said(fastestVerdict)).toBe(9);
  });
});

describe('ends', () => {
  const on = { type: 'signal', signal: 'reply' } as const;

  it('CMP-134 a handler leads to its exit at any time, but counts for no other', () => {
    const { exits, fastestVerdict } = analyze(
      [entry(), wait('w', businessDays(3)), skipped('a'), exit('end'), exit('out'), exit('aside')],
      ['start > w', 'w > a', 'a > end'],
      {
        handlers: [
          { id: 'h', name: 'Reply', on, effect: { type: 'exit', to: 'out' } },
          { id: 'i', name: 'Back', on, effect: { type: 'jump', to: 'a' } }
        ]
      }
    );
    expect(exits.map(({ node }) => node)).toEqual(['end', 'out']);
    expect(exits.map(spanOf)).toEqual([
      [3, 6],
      [0, 6]
    ]);
    expect(exits[1]!.touches).toEqual({ call: { min: 0, max: 1 } });
    expect(said(fastestVerdict)).toBe(3);
  });

  it('CMP-129 a disposition that finishes is a verdict', () => {
    const nodes = [entry(), skipped('a', { dispositions: ['interested'] }), wait('w'), exit('end')];
    expect(said(analyze(nodes, ['start > a', 'a > w', 'w > end']).fastestVerdict)).toBe(0);
  });

  it('CMP-136 the promise is kept by the slowest verdict, when it has a bound', () => {
    const limit = (step: CadenceNode, days: number) => {
      const rules = [{ id: 'r', type: 'verdictWithin', limit: businessDays(days) } as const];
      return analyze([entry(), step, exit('end')], ['start > a', 'a > end'], { rules }).limit;
    };
    expect(limit(skipped('a'), 3)).toEqual({ businessDays: 3, kept: true });
    expect(limit(skipped('a'), 2)).toEqual({ businessDays: 2, kept: false });
    expect(limit(call('a'), 99)).toEqual({ businessDays: 99, kept: false });
  });
});

describe('tensions', () => {
  const decided = (id: string) =>
    call(id, { dispositions: ['no-answer', 'not-interested'], routes: ['not-interested'] });
  const tensions = (channel: 'email' | 'call', atLeast: number, followUp = false) => {
    const steps = [
      email('m'),
      wait('v', businessDays(2)),
      decided('a'),
      wait('w', businessDays(3)),
      decided('b')
    ];
    const nodes = [entry(), ...steps, exit('lost', 'notInterested'), exit('end')];
    const lines = ['start > m', 'm > v', 'v > a', 'a > w', 'w > b', 'b > end'];
    const counts = [{ channel, atLeast, followUp }];
    return analyze(nodes, [...lines, 'a:not-interested > lost', 'b:not-interested > lost'], {
      rules: [{ id: 'r', type: 'exitRequires', result: 'notInterested', counts }]
    }).tensions.map(({ asker, asksAfter, allowedAfter }) => [asker, asksAfter, allowedAfter]);
  };

  it('CMP-128 the step that asks counts itself, so that only earlier askers are told', () => {
    expect(tensions('call', 2)).toEqual([['a', 2, 5]]);
    expect(tensions('call', 1)).toEqual([]);
    expect(tensions('email', 1)).toEqual([]);
  });

  it('CMP-128 the first touch of a run is no follow-up, a call after an email is', () => {
    expect(tensions('call', 1, true)).toEqual([]);
    expect(tensions('call', 2, true)).toEqual([['a', 2, 5]]);
  });
});
