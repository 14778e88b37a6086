import { describe, expect, it } from 'vitest';
import type { CadenceNode, ExitNode, HandoffNode, JoinPolicy, WaitUntil } from '$lib/domain';
import { OP } from '$lib/program';
import { call, entry, exit, stage, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';

const DAY = { amount: 1, unit: 'days' } as const;
const OTHER = '01jd00000000000000000000bb';

function forked(policy: JoinPolicy, rest: 'cancel' | 'detach' = 'cancel') {
  const paths = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
  const nodes: CadenceNode[] = [
    entry(),
    { id: 'fork', kind: 'fork', name: 'Fork', paths },
    call('one'),
    call('two'),
    call('three'),
    { id: 'join', kind: 'join', name: 'Join', fork: 'fork', policy, rest },
    exit('end')
  ];
  const calls = ['one', 'two', 'three'];
  return programOf(nodes, [
    'start > fork',
    ...calls.map((id, i) => `fork:${'abc'.charAt(i)} > ${id}`),
    ...calls.map((id) => `${id} > join`),
    'join > end'
  ]);
}

describe('lowerFork and lowerJoin', () => {
  it('CMP-72 a fork and its join name each other', () => {
    const { op, nodes, forks, joins } = forked({ type: 'all' });
    expect(nodes[forks[0]?.join ?? -1]).toBe('join');
    expect(nodes[joins[0]?.fork ?? -1]).toBe('fork');
    expect([...op].filter((one) => one === OP.fork || one === OP.join)).toEqual([OP.fork, OP.join]);
  });

  it.each<[JoinPolicy, number]>([
    [{ type: 'all' }, 3],
    [{ type: 'any' }, 1],
    [{ type: 'atLeast', count: 2 }, 2]
  ])('CMP-72 a join by %o needs %i of three paths', (policy, needed) => {
    expect(forked(policy).joins[0]?.needed).toBe(needed);
  });

  it('CMP-72 what is left of the paths is cancelled or goes on', () => {
    expect(forked({ type: 'any' }).joins[0]?.detach).toBe(false);
    expect(forked({ type: 'any' }, 'detach').joins[0]?.detach).toBe(true);
  });
});

describe('lowerHandoff', () => {
  function handoffOf(to: HandoffNode['to'], then: HandoffNode['then']) {
    const node: HandoffNode = { id: 'over', kind: 'handoff', name: 'Over', to, then };
    const lines = ['start > call', 'call > over', ...(then === 'end' ? [] : ['over > end'])];
    const program = programOf([entry(), call('call'), node, exit('end')], lines);
    return program.handoffs;
  }

  it('CMP-73 carries the cadence with the fields to copy, or the signal', () => {
    const fields = [{ from: 'name', to: 'customer' }];
    expect(handoffOf({ type: 'enroll', cadence: OTHER, fields }, 'end')).toEqual([
      { to: { type: 'enroll', cadence: OTHER, fields }, ends: true }
    ]);
    expect(handoffOf({ type: 'enroll', cadence: OTHER }, 'continue')).toEqual([
      { to: { type: 'enroll', cadence: OTHER, fields: [] }, ends: false }
    ]);
    expect(handoffOf({ type: 'signal', signal: 'ready' }, 'continue')).toEqual([
      { to: { type: 'signal', signal: 'ready' }, ends: false }
    ]);
  });

  it('CMP-70 a signal that is only given is not listened to', () => {
    const to = { type: 'signal', signal: 'ready' } as const;
    const node: HandoffNode = { id: 'over', kind: 'handoff', name: 'Over', to, then: 'end' };
    const { signals } = programOf([entry(), call('call'), node], ['start > call', 'call > over']);
    expect(signals).toEqual([]);
  });
});

describe('lowerWait', () => {
  function waitOf(until: WaitUntil) {
    const ports = until.type === 'event' ? ['met', 'timeout'] : ['next'];
    const program = programOf(
      [entry(), wait('w', DAY, { until }), call('call'), exit('end')],
      ['start > w', ...ports.map((port) => `w:${port} > call`), 'call > end'],
      { fields: [{ id: 'renewal', name: 'Renewal', type: 'date' }] }
    );
    return program.waits[0];
  }

  it('CMP-74 a date lies before, at or after the field', () => {
    const field = 'renewal';
    const by = { amount: 30, unit: 'days' } as const;
    const date = (direction: 'before' | 'after') =>
      waitOf({ type: 'date', field, offset: { direction, by } });
    expect(waitOf({ type: 'date', field })).toEqual({ type: 'date', field, sign: 0, by: null });
    expect(date('before')).toEqual({ type: 'date', field, sign: -1, by });
    expect(date('after')).toEqual({ type: 'date', field, sign: 1, by });
  });

  it('CMP-74 weekdays are bits from Monday, the time is the minute of the day', () => {
    expect(waitOf({ type: 'weekday', days: ['sun', 'mon', 'wed', 'mon'], time: '09:30' })).toEqual({
      type: 'weekday',
      days: 0b1000101,
      minute: 570
    });
  });

  it('CMP-74 an event is any of its signals, or its condition, within a time', () => {
    const until = { type: 'event', signals: ['reply', 'bounce', 'reply'], timeout: DAY } as const;
    expect(waitOf(until)).toEqual({
      type: 'event',
      signals: [1, 0],
      condition: null,
      timeout: DAY
    });
    const condition = { 'count.touches': { $gte: 2 } };
    expect(waitOf({ type: 'event', condition, timeout: DAY })).toMatchObject({
      signals: [],
      condition: { type: 'compare', op: '$gte', value: 2 }
    });
  });
});

describe('lowerStage', () => {
  it('CMP-78 carries its checklist and its time limits', () => {
    const checklist = [{ id: 'budget', text: 'Budget is known', mandatory: true }];
    const sla = [{ id: 's', after: DAY, action: 'move' as const, to: 'end' }];
    const { stages } = programOf(
      [entry(), stage('first', { checklist, sla }), stage('next'), call('call'), exit('end')],
      ['start > first', 'first > next', 'next > call', 'call > end']
    );
    expect(stages).toEqual([
      {
        probability: null,
        checklist,
        sla: [{ id: 's', after: DAY, action: 'move', role: null, to: 4 }],
        slaAccumulates: false
      },
      { probability: null, checklist: [], sla: [], slaAccumulates: false }
    ]);
  });
});

describe('lowerExit', () => {
  function exitOf(rest: Partial<ExitNode>) {
    const end = { ...exit('end', 'contactLater'), ...rest };
    return programOf([entry(), call('call'), end], ['start > call', 'call > end']).exits[0];
  }

  it('CMP-79 carries its result, reason and request', () => {
    expect(exitOf({})).toEqual({
      result: 'contactLater',
      reason: null,
      askReferral: false,
      recycle: null
    });
    expect(exitOf({ reason: 'Busy', askReferral: true })).toMatchObject({
      reason: 'Busy',
      askReferral: true
    });
  });

  it('CMP-79 a lead comes back to this cadence, or to another', () => {
    const own = '01jd00000000000000000000aa';
    expect(exitOf({ recycle: { after: DAY } })?.recycle).toEqual({ after: DAY, cadence: own });
    expect(exitOf({ recycle: { after: DAY, cadence: OTHER } })?.recycle).toEqual({
      after: DAY,
      cadence: OTHER
    });
  });
});
