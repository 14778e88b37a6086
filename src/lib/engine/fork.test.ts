import { describe, expect, it } from 'vitest';
import type { CadenceNode, JoinNode } from '$lib/domain';
import { branch, cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { Play } from './testing/play';
import { STATUS } from './state';

const paths = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
const fork = { id: 'split', kind: 'fork', name: 'Split', paths } as const;

function meet(policy: JoinNode['policy'], rest: JoinNode['rest'] = 'cancel'): JoinNode {
  return { id: 'meet', kind: 'join', name: 'Meet', fork: 'split', policy, rest };
}

const LINES = ['start > split', 'split:a > one', 'split:b > two', 'split:c > three'];
const HOME = ['one > meet', 'two > meet', 'three > meet', 'meet > after', 'after > done'];

function three(join: JoinNode, lines = HOME, ...more: CadenceNode[]): Play {
  const steps = ['one', 'two', 'three', 'after'].map((id) => email(id));
  const nodes = [entry(), fork, ...steps, join, exit('done'), ...more];
  return new Play(cadenceOf(nodes, [...LINES, ...lines])).start();
}

describe('paths side by side', () => {
  it('ENG-20 a fork begins one token a path, and the join waits for all of them', () => {
    const play = three(meet({ type: 'all' }));
    expect(play.places).toEqual(['one', 'three', 'two']);
    play.complete('two').complete('one');
    expect(play.places).toEqual(['three']);
    expect(play.told('pathEnded')).toEqual(['pathEnded meet#1', 'pathEnded meet#2']);
    play.complete('three');
    expect(play.places).toEqual(['after']);
    expect(play.complete('after').end).toBe('done');
  });

  it('ENG-20 a join lets go when enough have arrived', () => {
    const play = three(meet({ type: 'atLeast', count: 2 }));
    play.complete('three');
    expect(play.places).toEqual(['one', 'two']);
    expect(play.complete('one').places).toEqual(['after']);
    expect(three(meet({ type: 'any' })).complete('two').places).toEqual(['after']);
  });

  it('ENG-21 what is still under way is cancelled when the join lets go', () => {
    const play = three(meet({ type: 'any' })).complete('two');
    expect(play.told('cancelled')).toEqual(['cancelled one#1', 'cancelled three#1']);
  });

  it('ENG-21 or it goes on alone, and ends at the join without letting it go again', () => {
    const play = three(meet({ type: 'any' }, 'detach')).complete('two');
    expect(play.places).toEqual(['after', 'one', 'three']);
    play.complete('one');
    expect(play.places).toEqual(['after', 'three']);
    expect(play.told('left').filter((line) => line.startsWith('left meet'))).toHaveLength(1);
    play.complete('after');
    expect(play.told('cancelled')).toEqual(['cancelled three#1']);
    expect(play.state.status).toBe(STATUS.ended);
  });

  it('ENG-21 a token that goes on alone ends at an exit of its own, and the run goes on', () => {
    const lines = ['one > out', 'two > meet', 'three > meet', 'meet > after', 'after > done'];
    const play = three(meet({ type: 'any' }, 'detach'), lines, exit('out')).complete('two');
    play.complete('one');
    expect(play.state.status).toBe(STATUS.running);
    expect(play.told('pathEnded')).toEqual(['pathEnded out#1']);
  });

  it('ENG-22 an exit inside a path counts as arrived', () => {
    const lines = ['one > out', 'two > meet', 'three > meet', 'meet > after', 'after > done'];
    const play = three(meet({ type: 'all' }), lines, exit('out', 'won'));
    play.complete('one').complete('two').complete('three');
    expect(play.places).toEqual(['after']);
    expect(play.told('pathEnded', 'exited')).toEqual(['pathEnded out#1', 'pathEnded meet#1']);
  });

  it('ENG-22 the join lets go when every path has ended on its way', () => {
    const lines = ['one > out', 'two > out', 'three > out', 'meet > after', 'after > done'];
    const sneak = branch('where', {
      type: 'condition',
      cases: [{ id: 'x', name: 'X', when: { 'lead.name': 'nobody' } }]
    });
    const nodes = [
      entry(),
      fork,
      ...['one', 'two', 'three', 'after'].map((id) => email(id)),
      sneak,
      meet({ type: 'all' }),
      exit('out'),
      exit('done')
    ];
    const through = ['two > out', 'three > where', 'where:x > meet', 'where:default > out'];
    const play = new Play(
      cadenceOf(nodes, [...LINES, 'one > out', ...through, ...lines.slice(3)])
    ).start();
    play.complete('one').complete('two').complete('three');
    expect(play.places).toEqual(['after']);
    expect(play.state.visits[play.pc('meet')]).toBe(0);
  });

  it('ENG-22 forks nest: what a fork holds counts as under way in the one around it', () => {
    const inner = { ...fork, id: 'inner', paths: paths.slice(0, 2) };
    const back: JoinNode = { ...meet({ type: 'all' }), id: 'back', fork: 'inner' };
    const nodes = [
      entry(),
      { ...fork, paths: paths.slice(0, 2) },
      inner,
      ...['one', 'two', 'three', 'after'].map((id) => email(id)),
      back,
      meet({ type: 'any' }),
      exit('done')
    ];
    const lines = ['start > split', 'split:a > inner', 'inner:a > one', 'inner:b > two'];
    const home = ['one > back', 'two > back', 'back > meet', 'split:b > three', 'three > meet'];
    const cadence = cadenceOf(nodes, [...lines, ...home, 'meet > after', 'after > done']);
    const play = new Play(cadence).start();
    expect(play.places).toEqual(['one', 'three', 'two']);
    expect(play.complete('three').told('cancelled')).toEqual([
      'cancelled one#1',
      'cancelled two#1'
    ]);
    const other = new Play(cadence).start().complete('one').complete('two');
    expect(other.places).toEqual(['after']);
    expect(other.state.frames.some(({ alive }) => alive)).toBe(false);
  });

  it('ENG-23 an exit outside all forks ends the run and cancels what is open', () => {
    const nodes = [
      entry(),
      call('task', { continueWithoutCompletion: true }),
      wait('gap'),
      exit('done')
    ];
    const play = new Play(cadenceOf(nodes, ['start > task', 'task > gap', 'gap > done'])).start();
    expect(play.places).toEqual(['gap', 'task']);
    play.until('2026-01-06T10:00');
    expect(play.told('cancelled', 'exited')).toEqual(['cancelled task#1', 'exited done#1']);
    expect(play.places).toEqual([]);
  });

  it('ENG-20 the rows of tokens and forks are used again', () => {
    const nodes = [
      entry(),
      fork,
      ...['one', 'two', 'three'].map((id) => email(id)),
      meet({ type: 'all' }),
      call('ask', { dispositions: ['connected', 'interested'], routes: ['connected'] }),
      wait('gap'),
      exit('done')
    ];
    const lines = [...LINES, 'one > meet', 'two > meet', 'three > meet', 'meet > ask'];
    const play = new Play(
      cadenceOf(nodes, [...lines, 'ask:connected > gap', 'gap > split', 'ask > done'])
    ).start();
    for (let round = 0; round < 4; round++) {
      play.complete('one').complete('two').complete('three').complete('ask', 'connected');
      play.until(play.now + 4 * 86_400_000);
    }
    expect(play.state.tokens).toHaveLength(3);
    expect(play.state.frames).toHaveLength(1);
  });
});
