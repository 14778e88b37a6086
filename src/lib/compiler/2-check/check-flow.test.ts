import { describe, expect, it } from 'vitest';
import type {
  ActionNode,
  BranchBy,
  Cadence,
  CadenceNode,
  Delay,
  ForkNode,
  HandoffNode,
  JoinNode
} from '$lib/domain';
import {
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

/** `code node` of what the checks named find. */
function found(codes: readonly string[], cadence: Cadence, linked?: readonly Cadence[]): string[] {
  return check(resolve(cadence, linked))
    .filter(({ code }) => codes.includes(code))
    .map(({ code, node }) => (node === undefined ? code : `${code} ${node}`));
}

const fork = (id: string, paths: readonly string[]): ForkNode => ({
  id,
  kind: 'fork',
  name: id,
  paths: paths.map((path) => ({ id: path, name: path }))
});

const join = (id: string, of: string, rest: Partial<JoinNode> = {}): JoinNode => ({
  id,
  kind: 'join',
  name: id,
  fork: of,
  policy: { type: 'all' },
  rest: 'cancel',
  ...rest
});

const event = (id: string, until: object): CadenceNode => ({
  id,
  kind: 'wait',
  name: id,
  until: { type: 'event', timeout: businessDays(1), ...until }
});

const auto = (id: string, rest: Partial<ActionNode> = {}) =>
  email(id, { mode: 'automatic', ...rest });

const answered: BranchBy = { type: 'signal', cases: [{ id: 'y', name: 'Yes', signal: 'reply' }] };

describe('circles', () => {
  /** Steps, then a branch that leads back to the first of them. */
  const round = (steps: readonly CadenceNode[], lines: readonly string[]) =>
    found(
      ['endless-circle'],
      cadenceOf(
        [entry(), ...steps, branch('again', answered), exit('end')],
        [`start > ${steps[0]!.id}`, ...lines, 'again:y > end', `again:default > ${steps[0]!.id}`]
      )
    );

  it('CMP-21 a wait for a signal takes time, one for a condition may not', () => {
    const lines = ['w:met > again', 'w:timeout > again'];
    expect(round([event('w', { signals: ['reply'] })], lines)).toEqual([]);
    const condition = { 'count.email.sent': { $gte: 1 } };
    expect(round([event('w', { condition })], lines)).toEqual(['endless-circle w']);
    expect(round([event('w', { condition })], ['w:met > end', 'w:timeout > again'])).toEqual([]);
    const timeout = { amount: 0, unit: 'hours' };
    expect(round([event('w', { signals: ['reply'], timeout })], lines)).toEqual([
      'endless-circle w'
    ]);
  });

  it('CMP-21 a date may have passed, a weekday may be today', () => {
    const until = (rest: object) =>
      ({ id: 'w', kind: 'wait', name: 'w', until: rest }) as CadenceNode;
    const date = until({ type: 'date', field: 'renewal' });
    const weekday = until({ type: 'weekday', days: ['mon'], time: '09:00' });
    expect(round([date], ['w > again'])).toEqual(['endless-circle w']);
    expect(round([weekday], ['w > again'])).toEqual(['endless-circle w']);
  });

  it('CMP-21 a task that nobody waits for takes no time, a due automatic one does', () => {
    const beside = call('c', { continueWithoutCompletion: true });
    expect(round([beside], ['c > again'])).toEqual(['endless-circle c']);
    expect(round([auto('m', { due: businessDays(1) })], ['m > again'])).toEqual([]);
  });

  it('CMP-21 a join takes time when too few paths come at once', () => {
    const block = (policy: JoinNode['policy']) =>
      round(
        [fork('f', ['a', 'b']), auto('m'), call('c'), join('j', 'f', { policy })],
        ['f:a > m', 'f:b > c', 'm > j', 'c > j', 'j > again']
      );
    expect(block({ type: 'all' })).toEqual([]);
    expect(block({ type: 'atLeast', count: 2 })).toEqual([]);
    expect(block({ type: 'any' })).toEqual(['endless-circle f']);
  });
});

describe('crowded days', () => {
  const steps = (gap: Delay, first: readonly CadenceNode[] = []) => {
    const paths = [email('a1'), wait('w', gap), email('a2'), email('b1')];
    const nodes = [entry(), ...first, fork('f', ['a', 'b']), ...paths, join('j', 'f'), exit('end')];
    const before = ['start', ...first.map(({ id }) => id), 'f'];
    return found(
      ['crowded-day'],
      cadenceOf(nodes, [
        ...before.slice(1).map((id, i) => `${before[i]} > ${id}`),
        'f:a > a1',
        'a1 > w',
        'w > a2',
        'f:b > b1',
        'a2 > j',
        'b1 > j',
        'j > end'
      ])
    );
  };

  it('CMP-40 paths side by side add up', () => {
    expect(steps({ amount: 2, unit: 'hours' })).toEqual(['crowded-day a2']);
    expect(steps(businessDays(1))).toEqual([]);
  });

  it('CMP-40 so does a touch before the fork', () => {
    expect(steps(businessDays(1), [email('first')])).toEqual(['crowded-day b1']);
    expect(steps(businessDays(1), [email('first'), wait('day')])).toEqual([]);
  });

  it('CMP-40 a repeated step is its own third', () => {
    const repeated = (times: number, gap: Delay) => {
      const step = call('c', { repeat: { times, gap, until: [] } });
      return found(
        ['crowded-day'],
        cadenceOf([entry(), step, exit('end')], ['start > c', 'c > end'])
      );
    };
    expect(repeated(3, { amount: 2, unit: 'hours' })).toEqual(['crowded-day c']);
    expect(repeated(2, { amount: 2, unit: 'hours' })).toEqual([]);
    expect(repeated(3, businessDays(1))).toEqual([]);
  });
});

describe('forks', () => {
  const codes = ['path-leaves-fork', 'join-from-outside', 'path-misses-join', 'stage-in-fork'];

  it('CMP-93 exits and handoffs that end may be shared, and one path may use steps of another', () => {
    const decided = call('b', { dispositions: ['interested'], routes: ['interested'] });
    const nodes = [
      entry(),
      fork('f', ['a', 'b']),
      email('a'),
      decided,
      join('j', 'f'),
      exit('end')
    ];
    const lines = [
      'start > f',
      'f:a > a',
      'f:b > b',
      'a > j',
      'b > a',
      'b:interested > end',
      'j > end'
    ];
    expect(found(codes, cadenceOf(nodes, lines))).toEqual([]);
  });

  it('CMP-93 blocks within blocks are looked at on their own', () => {
    const inner = [fork('g', ['c', 'd']), email('c'), email('d'), join('k', 'g')];
    const nodes = [
      entry(),
      fork('f', ['a', 'b']),
      call('a'),
      ...inner,
      join('j', 'f'),
      exit('end')
    ];
    const lines = [
      'start > f',
      'f:a > a',
      'a > j',
      'f:b > g',
      'g:c > c',
      'g:d > d',
      'c > k',
      'd > k'
    ];
    expect(found(codes, cadenceOf(nodes, [...lines, 'k > j', 'j > end']))).toEqual([]);
    const across = [...lines.slice(0, -1), 'd > j', 'k > j', 'j > end'];
    expect(found(codes, cadenceOf(nodes, across))).toContain('path-leaves-fork j');
  });

  it('CMP-92 a move into a path is a way from outside', () => {
    const nodes = [
      entry(),
      fork('f', ['a', 'b']),
      email('a'),
      call('b'),
      join('j', 'f'),
      exit('end')
    ];
    const lines = ['start > f', 'f:a > a', 'f:b > b', 'a > j', 'b > j', 'j > end'];
    const moves = [{ id: 'm', name: 'Only call', to: 'b' }];
    expect(found(codes, cadenceOf(nodes, lines, { moves }))).toEqual(['path-leaves-fork b']);
  });

  it('CMP-92 a fork that no lead comes to has no join that one does', () => {
    const nodes = [entry(), fork('f', ['a']), email('a'), join('j', 'f'), exit('end')];
    expect(found(codes, cadenceOf(nodes, ['start > j', 'f:a > a', 'a > j', 'j > end']))).toEqual([
      'join-from-outside j'
    ]);
  });

  it('CMP-97 a stage in an inner fork is told of that alone', () => {
    const inner = [fork('g', ['c', 'd']), stage('s'), email('c'), email('d'), join('k', 'g')];
    const nodes = [
      entry(),
      fork('f', ['a', 'b']),
      call('a'),
      ...inner,
      join('j', 'f'),
      exit('end')
    ];
    const lines = [
      'start > f',
      'f:a > a',
      'a > j',
      'f:b > g',
      'g:c > s',
      's > c',
      'g:d > d',
      'c > k'
    ];
    expect(found(codes, cadenceOf(nodes, [...lines, 'd > k', 'k > j', 'j > end']))).toEqual([
      'stage-in-fork s'
    ]);
  });
});

describe('handoffs', () => {
  const handoff = (id: string, to: HandoffNode['to'], then: HandoffNode['then'] = 'end') =>
    ({ id, kind: 'handoff', name: id, to, then }) satisfies HandoffNode;
  const here = '01jd00000000000000000000aa';
  const itself = { type: 'enroll', cadence: here } as const;
  const loops = (cadence: Cadence, linked: readonly Cadence[] = []) =>
    found(['instant-handoff-loop'], cadence, linked);

  it('CMP-115 a handoff to itself takes a person, a wait, or no way back', () => {
    const straight = (steps: readonly CadenceNode[], start = entry()) => {
      const ids = [start, ...steps, handoff('back', itself)].map(({ id }) => id);
      const lines = ids.slice(1).map((id, i) => `${ids[i]} > ${id}`);
      return loops(cadenceOf([start, ...steps, handoff('back', itself)], lines));
    };
    expect(straight([])).toEqual(['instant-handoff-loop back']);
    expect(straight([auto('mail')])).toEqual(['instant-handoff-loop back']);
    expect(straight([call('call')])).toEqual([]);
    expect(straight([wait('w')])).toEqual([]);
    expect(straight([], entry('start', { reEntry: { policy: 'never' } }))).toEqual([]);
    expect(
      straight([], entry('start', { reEntry: { policy: 'always', after: businessDays(1) } }))
    ).toEqual([]);
  });

  it('CMP-115 while it goes on itself, a cadence takes the lead back only if it always does', () => {
    const on = (policy: 'always' | 'afterExit') => {
      const nodes = [
        entry('start', { reEntry: { policy } }),
        handoff('h', itself, 'continue'),
        call('c'),
        exit('end')
      ];
      return loops(cadenceOf(nodes, ['start > h', 'h > c', 'c > end']));
    };
    expect(on('afterExit')).toEqual([]);
    expect(on('always')).toEqual(['instant-handoff-loop h']);
  });

  it('CMP-115 signals that enroll lead on as well', () => {
    const signal = handoff('h', { type: 'signal', signal: 'again' });
    const start = entry('start', { signals: ['again'] });
    expect(loops(cadenceOf([start, signal], ['start > h']))).toEqual(['instant-handoff-loop h']);
    expect(loops(cadenceOf([entry(), signal], ['start > h']))).toEqual([]);
  });

  it('CMP-117 a signal may be heard while not all cadences are here to be read', () => {
    const cadence = cadenceOf(
      [entry(), handoff('h', { type: 'signal', signal: 'bought' })],
      ['start > h']
    );
    const codes = (linked?: readonly (string | Cadence)[]) =>
      check(resolve(cadence, linked)).map(({ code }) => code);
    const deaf = { ...cadenceOf([entry(), exit('end')], ['start > end']), id: 'other' };
    const hears = {
      ...deaf,
      nodes: [entry('start', { signals: ['bought'] }), exit('end')]
    };
    expect(codes([deaf])).toContain('signal-never-heard');
    expect(codes([hears])).not.toContain('signal-never-heard');
    expect(codes([deaf, 'unread'])).not.toContain('signal-never-heard');
    expect(codes()).not.toContain('signal-never-heard');
  });
});
