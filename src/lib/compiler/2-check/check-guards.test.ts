import { describe, expect, it } from 'vitest';
import type { ActionNode, BranchBy, Cadence, CadenceNode, Condition, ExitNode } from '$lib/domain';
import {
  DISPOSITIONS,
  branch,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import { resolve } from '../1-resolve/resolve';
import { check } from './check';

const CODES = ['requirement-cannot-be-met', 'guarded-way-stalls', 'guarded-way-may-stall'];

function found(...parts: Parameters<typeof cadenceOf>): string[] {
  return check(resolve(cadenceOf(...parts), undefined))
    .filter(({ code }) => CODES.includes(code))
    .map(({ code, node }) => `${code} ${node ?? ''}`);
}

const guarded = (when: Condition, id = 'lost'): ExitNode => ({
  ...exit(id, 'notInterested'),
  requirements: [{ id: 'r', text: 'Enough', when }]
});

const decided = (id: string, rest: Partial<ActionNode> = {}) =>
  call(id, { dispositions: ['no-answer', 'not-interested'], routes: ['not-interested'], ...rest });

describe('requirements', () => {
  /** Email, call, email; the call leads to the guarded exit. */
  const asks = (when: Condition, rest: Partial<Cadence> = {}, step = decided('call')) =>
    found(
      [entry(), email('one'), step, wait('w'), email('two'), exit('end'), guarded(when)],
      [
        'start > one',
        'one > call',
        'call > w',
        'w > two',
        'two > end',
        'call:not-interested > lost'
      ],
      rest
    );
  const never = ['requirement-cannot-be-met lost'];

  it('CMP-123 touches may be made later, while the exit is on offer', () => {
    expect(asks({ 'count.email.completed': { $gte: 2 } })).toEqual([]);
    expect(asks({ 'count.email.completed': { $gte: 3 } })).toEqual(never);
    expect(asks({ 'count.touches': { $gte: 3 } })).toEqual([]);
    expect(asks({ 'count.touches': { $gte: 4 } })).toEqual(never);
    expect(asks({ 'count.meeting.completed': { $gte: 1 } })).toEqual(never);
  });

  it('CMP-123 the first touch of a run is no follow-up', () => {
    expect(asks({ 'count.email.completed.followUp': { $gte: 2 } })).toEqual([]);
    const alone = (atLeast: number) =>
      found(
        [
          entry(),
          decided('call'),
          exit('end'),
          guarded({ 'count.call.completed.followUp': { $gte: atLeast } })
        ],
        ['start > call', 'call > end', 'call:not-interested > lost']
      );
    expect(alone(1)).toEqual(never);
    expect(alone(0)).toEqual([]);
  });

  it('CMP-123 repetitions and circles give more', () => {
    const three = { 'count.call.completed': { $gte: 3 } };
    expect(asks(three)).toEqual(never);
    const repeat = { times: 3, gap: businessDays(1), until: [] };
    expect(asks(three, {}, decided('call', { repeat }))).toEqual([]);
    expect(asks(three, { moves: [{ id: 'm', name: 'Again', to: 'call' }] })).toEqual([]);
    const circle = found(
      [entry(), decided('call'), wait('w'), guarded(three)],
      ['start > call', 'call > w', 'w > call', 'call:not-interested > lost']
    );
    expect(circle).toEqual([]);
  });

  it('CMP-123 other runs, fields, signals and time may always bring it', () => {
    expect(asks({ 'count.meeting.completed@lifetime': { $gte: 1 } })).toEqual([]);
    expect(asks({ 'lead.name': 'Ann' })).toEqual([]);
    expect(asks({ 'seen.reply': true })).toEqual([]);
    expect(asks({ 'days.enrolled': { $gte: 3 } })).toEqual([]);
  });

  it('CMP-123 a step that comes after it cannot be asked for', () => {
    const order = (when: Condition) =>
      found(
        [
          entry(),
          call('first'),
          stage('deal', { requirements: [{ id: 'r', text: 'Talked', when }] }),
          call('second'),
          exit('end')
        ],
        ['start > first', 'first > deal', 'deal > second', 'second > end']
      ).filter((one) => one.startsWith('requirement'));
    expect(order({ 'done.first': true })).toEqual([]);
    expect(order({ 'done.second': true })).toEqual(['requirement-cannot-be-met deal']);
    expect(order({ 'visits.second': { $gte: 1 } })).toEqual(['requirement-cannot-be-met deal']);
    expect(order({ 'step.second.disposition': 'connected' })).toEqual([
      'requirement-cannot-be-met deal'
    ]);
  });

  it('CMP-123 ways that exclude each other do not add up', () => {
    const by: BranchBy = { type: 'signal', cases: [{ id: 'y', name: 'Yes', signal: 'reply' }] };
    const either = (atLeast: number) =>
      found(
        [
          entry(),
          branch('b', by),
          email('m'),
          email('n'),
          decided('call'),
          exit('end'),
          guarded({ 'count.email.completed': { $gte: atLeast } })
        ],
        [
          'start > b',
          'b:y > m',
          'b:default > n',
          'm > call',
          'n > call',
          'call > end',
          'call:not-interested > lost'
        ]
      );
    expect(either(1)).toEqual([]);
    expect(either(2)).toEqual(never);
  });
});

describe('guarded ways', () => {
  const stalls = 'guarded-way-stalls lost';
  const mayStall = 'guarded-way-may-stall lost';
  const two = { 'count.email.completed': { $gte: 2 } };

  /** Emails, then straight to the guarded exit; by another way there are enough of them. */
  const straight = (
    when: Condition,
    steps: readonly CadenceNode[],
    rest: Partial<Cadence> = {}
  ) => {
    const ids = ['start', ...steps.map(({ id }) => id), 'lost'];
    const lines = ids.slice(1).map((id, i) => `${ids[i]} > ${id}`);
    const other = [
      branch('way', { type: 'signal', cases: [{ id: 'y', name: 'Yes', signal: 'reply' }] })
    ];
    const more = [email('x'), wait('v'), email('y')];
    return found(
      [entry(), ...other, ...steps, ...more, guarded(when)],
      [
        'start > way',
        ...lines.filter((line) => !line.startsWith('start')),
        `way:default > ${ids[1]}`,
        'way:y > x',
        'x > v',
        'v > y',
        'y > lost'
      ],
      rest
    );
  };

  it('CMP-124 a lead that cannot have enough on its way rests for ever', () => {
    expect(straight(two, [email('m')]).sort()).toEqual([mayStall, stalls]);
    expect(straight(two, [email('m'), wait('w'), email('n')])).toEqual([mayStall, mayStall]);
  });

  it.each<[string, Partial<Cadence>]>([
    ['a move', { moves: [{ id: 'm', name: 'Give up', to: 'm' }] }],
    ['a promised verdict', { rules: [{ id: 'r', type: 'verdictWithin', limit: businessDays(9) }] }],
    [
      'a handler',
      {
        handlers: [
          {
            id: 'h',
            name: 'Reply',
            on: { type: 'signal', signal: 'reply' },
            effect: { type: 'jump', to: 'm' }
          }
        ]
      }
    ]
  ])('CMP-124 %s helps', (_, rest) => {
    expect(straight(two, [email('m')], rest)).toEqual([]);
  });

  it('CMP-124 so do a task left open, and what time or others change', () => {
    expect(straight(two, [email('m', { continueWithoutCompletion: true })])).toEqual([]);
    expect(straight({ ...two, 'days.enrolled': { $gte: 2 } }, [email('m')])).toEqual([]);
    expect(straight({ $or: [two, { 'seen.reply': true }] }, [email('m')])).toEqual([]);
  });

  const demo: ActionNode = {
    id: 'demo',
    kind: 'action',
    name: 'demo',
    channel: 'demo',
    dispositions: ['connected', 'no-answer'],
    routes: ['connected']
  };
  const shown = { 'count.demo.completed': { $gte: 1 } };

  it('CMP-125 a disposition says that a step was done, going on may mean that it was skipped', () => {
    const nodes = [entry(), demo, wait('w'), guarded(shown), exit('end')];
    expect(found(nodes, ['start > demo', 'demo:connected > w', 'demo > end', 'w > lost'])).toEqual(
      []
    );
    expect(found(nodes, ['start > demo', 'demo:connected > end', 'demo > w', 'w > lost'])).toEqual([
      mayStall
    ]);
    const dispositions = DISPOSITIONS.map((one) => ({ ...one, missed: one.id === 'connected' }));
    expect(
      found(nodes, ['start > demo', 'demo:connected > w', 'demo > end', 'w > lost'], {
        dispositions
      })
    ).toEqual([stalls]);
  });

  it.each<[string, BranchBy, Condition]>([
    ['for the same', { type: 'condition', cases: [{ id: 'y', name: 'Yes', when: shown }] }, shown],
    [
      'for more',
      { type: 'condition', cases: [{ id: 'y', name: 'Yes', when: { 'done.demo': true } }] },
      { 'done.demo': true }
    ],
    [
      'for its disposition',
      {
        type: 'disposition',
        of: 'demo',
        cases: [{ id: 'y', name: 'Yes', dispositions: ['connected'] }]
      },
      { ...shown, 'done.demo': true }
    ]
  ])('CMP-125 so does a branch that asks %s', (_, by, when) => {
    const { routes: __, ...plain } = demo;
    const nodes = [entry(), plain, branch('b', by), wait('w'), guarded(when), exit('end')];
    const lines = ['start > demo', 'demo > b', 'w > lost'];
    expect(found(nodes, [...lines, 'b:y > w', 'b:default > end'])).toEqual([]);
    expect(found(nodes, [...lines, 'b:y > end', 'b:default > w'])).toEqual([mayStall]);
  });

  it('CMP-125 what none of the cases takes is known as well', () => {
    const none: BranchBy = {
      type: 'condition',
      cases: [{ id: 'n', name: 'No', when: { 'count.demo.completed': 0 } }]
    };
    const { routes: _, ...plain } = demo;
    const nodes = [entry(), plain, branch('b', none), guarded(shown), exit('end')];
    expect(found(nodes, ['start > demo', 'demo > b', 'b:n > end', 'b:default > lost'])).toEqual([]);
  });

  it('CMP-125 approvals on all paths of a fork are sure where they meet, unless one is enough', () => {
    const sign = (id: string): ActionNode => ({
      id,
      kind: 'action',
      name: id,
      channel: 'approval',
      role: 'rep'
    });
    const meet = (policy: 'all' | 'any') =>
      found(
        [
          entry(),
          { id: 'f', kind: 'fork', name: 'f', paths: ['a', 'b'].map((id) => ({ id, name: id })) },
          sign('one'),
          sign('two'),
          { id: 'j', kind: 'join', name: 'j', fork: 'f', policy: { type: policy }, rest: 'cancel' },
          guarded({ 'count.approval.completed': { $gte: 2 } }),
          exit('end')
        ],
        [
          'start > f',
          'f:a > one',
          'f:b > two',
          'one > j',
          'two > j',
          'one:refused > one',
          'two:refused > two',
          'j > lost'
        ]
      );
    expect(meet('all')).toEqual([]);
    expect(meet('any')).toEqual([mayStall]);
  });
});
