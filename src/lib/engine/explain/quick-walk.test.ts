import { describe, expect, it } from 'vitest';
import type { Cadence, CadenceNode } from '$lib/domain';
import type { Program } from '$lib/program';
import { businessDays, call, cadenceOf, entry, exit, wait } from '$tests/support/cadences';
import { atLeast, november } from '$tests/support/explained';
import { programOf } from '$tests/support/files';
import { advance } from '../advance';
import { createState } from '../create-state';
import { quickWalk } from './quick-walk';
import { SILENT } from '../silent-sink';

const NOW = november('20 10:00');

/** A cadence whose only guarded exit, `goal`, a move leads to. */
function guarded(
  middle: readonly CadenceNode[],
  lines: readonly string[],
  requirement: ReturnType<typeof atLeast>
): Cadence {
  const goal = { ...exit('goal', 'lost'), name: 'Goal', requirements: [requirement] };
  return cadenceOf([entry(), ...middle, goal, exit('end')], lines, {
    moves: [{ id: 'leave', name: 'Leave', to: 'goal' }]
  });
}

function started(program: Program) {
  const state = createState(program);
  advance(program, state, { type: 'start', at: NOW }, SILENT);
  return state;
}

function earliest(cadence: Cadence) {
  const program = programOf(cadence);
  const state = started(program);
  const before = JSON.stringify(state);
  const [goal = []] = program.guards.filter(({ length }) => length > 0);
  const walk = quickWalk(program, state, NOW, { goals: [goal], tasks: [] });
  expect(JSON.stringify(state)).toBe(before);
  return walk.earliest(goal);
}

describe('the quick walk', () => {
  it('ENG-127 calls one after the other, each wait at its least', () => {
    const cadence = guarded(
      [call('a'), wait('w', businessDays(2)), call('b'), wait('x', businessDays(2)), call('c')],
      ['start > a', 'a > w', 'w > b', 'b > x', 'x > c', 'c > end'],
      atLeast(2, 'count.call.completed')
    );
    expect(earliest(cadence)).toBe(november('24 10:00'));
  });

  it('ENG-127 side lines: a signal at once is sooner than its time limit', () => {
    const until = { type: 'event', signals: ['reply'], timeout: businessDays(3) } as const;
    const cadence = guarded(
      [wait('w', businessDays(1), { until }), call('a'), wait('x'), call('b')],
      ['start > w', 'w:met > a', 'w:timeout > a', 'a > x', 'x > b', 'b > end'],
      atLeast(1, 'count.call.completed')
    );
    expect(earliest(cadence)).toBe(NOW);
  });

  it('ENG-127 repetitions count, and a disposition may end them', () => {
    const dispositions = ['no-answer', 'connected'];
    const repeat = { times: 3, gap: businessDays(1), until: ['connected'] };
    const nodes = [
      call('a', { dispositions, repeat }),
      wait('w', { amount: 1, unit: 'hours' }),
      call('b'),
      wait('x'),
      call('c')
    ];
    const lines = ['start > a', 'a > w', 'w > b', 'b > x', 'x > c', 'c > end'];
    const calls = (count: number) =>
      earliest(guarded(nodes, lines, atLeast(count, 'count.call.completed')));
    expect(calls(2)).toBe(november('20 11:00'));
    expect(calls(3)).toBe(november('23 11:00'));
  });

  it('ENG-127 a path of a fork does not wait for the other', () => {
    const cadence = guarded(
      [
        {
          id: 'fork',
          kind: 'fork',
          name: 'Both',
          paths: [
            { id: 'left', name: 'Left' },
            { id: 'right', name: 'Right' }
          ]
        },
        wait('w', businessDays(4)),
        call('a'),
        call('b'),
        {
          id: 'join',
          kind: 'join',
          name: 'Join',
          fork: 'fork',
          policy: { type: 'all' },
          rest: 'cancel'
        },
        wait('x'),
        call('c')
      ],
      [
        'start > fork',
        'fork:left > w',
        'w > a',
        'a > join',
        'fork:right > b',
        'b > join',
        'join > x',
        'x > c',
        'c > end'
      ],
      atLeast(1, 'count.call.completed')
    );
    expect(earliest(cadence)).toBe(NOW);
  });

  it('ENG-127 what only the lead can do is never known', () => {
    const replied = { id: 'reply', text: 'There is a reply', when: { 'seen.reply': true } };
    const cadence = guarded([call('a')], ['start > a', 'a > end'], replied);
    expect(earliest(cadence)).toBeNull();
  });

  it('ENG-127 a cadence that goes round and round is given up', () => {
    const cadence = guarded(
      [call('a', { dispositions: ['no-answer', 'connected'], routes: ['connected'] }), wait('w')],
      ['start > a', 'a > w', 'w > a', 'a:connected > end'],
      atLeast(1_000, 'count.call.completed')
    );
    expect(earliest(cadence)).toBeNull();
  });

  it('ENG-128 days that pass count', () => {
    const cadence = guarded(
      [wait('w', businessDays(9)), call('a')],
      ['start > w', 'w > a', 'a > end'],
      atLeast(4, 'days.enrolled')
    );
    expect(earliest(cadence)).toBe(november('24 10:00'));
  });
});
