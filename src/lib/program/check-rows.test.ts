import { describe, expect, it } from 'vitest';
import { sampleProgram } from '$tests/support/sample-program';
import { checkProgram } from './check-program';
import type { FactRef, Predicate } from './facts';
import type { Program } from './program';

function faults(changes: Partial<Program>): readonly string[] {
  return checkProgram(sampleProgram(changes));
}

const [task] = sampleProgram().tasks as [Program['tasks'][number]];

describe('rows of a program', () => {
  it.each<[Partial<typeof task>, string]>([
    [{ portOf: Int32Array.of(0) }, 'has ports for 1 dispositions instead of 2'],
    [{ portOf: Int32Array.of(0, 2) }, 'sends disposition 1 to port 2'],
    [{ heldPort: 0 }, 'has no port 0 beside done'],
    [{ refusedPort: 2 }, 'has no port 2 beside done'],
    [{ dispositions: [2] }, 'offers disposition 2'],
    [{ due: { amount: 1.5, unit: 'days' } }, 'has a delay of 1.5'],
    [{ expireAfter: { amount: -1, unit: 'days' } }, 'has a delay of -1'],
    [{ autoSkipAfter: { amount: -2, unit: 'days' } }, 'has a delay of -2'],
    [{ hours: 0 }, 'has hours 0'],
    [{ repeat: { times: 0, gap: { amount: 1, unit: 'days' }, until: [] } }, 'repeats 0 times'],
    [
      { repeat: { times: 2, gap: { amount: 1, unit: 'days' }, until: [7] } },
      'repeats until disposition 7'
    ],
    [{ repeat: { times: 2, gap: { amount: 0.5, unit: 'days' }, until: [] } }, 'has a delay of 0.5'],
    [{ variants: [{ id: 'a', name: 'A', upTo: 0 }] }, 'has weights of nothing'],
    [{ sla: [limit('move', -1)] }, 'has a time limit that leads to -1'],
    [{ sla: [limit('warn', 3)] }, 'has a time limit that leads to 3']
  ])('PRG-8 finds a task that refers to what does not exist: %#', (changes, fault) => {
    expect(faults({ tasks: [{ ...task, ...changes }] })).toEqual([`2 ${fault}`]);
  });

  it('PRG-8 finds a bad delay, bad days, bad shares and a bad time limit of a stage', () => {
    const delay = { amount: -1, unit: 'hours' } as const;
    expect(faults({ waits: [{ type: 'duration', delay }] })).toEqual(['3 has a delay of -1']);
    expect(faults({ waits: [{ type: 'date', field: 'x', sign: 1, by: delay }] })).toEqual([
      '3 has a delay of -1'
    ]);
    expect(faults({ waits: [{ type: 'weekday', days: 0, minute: 1440 }] })).toEqual([
      '3 waits for the days 0',
      '3 waits for minute 1440'
    ]);
    expect(faults({ splits: [{ upTo: [100, 30] }] })).toEqual([
      '5 has weights that are not running sums'
    ]);
    expect(faults({ splits: [{ upTo: [0, 0] }] })).toEqual(['5 has weights of nothing']);
    expect(
      faults({
        stages: [
          { probability: null, checklist: [], sla: [limit('move', 11)], slaAccumulates: false }
        ]
      })
    ).toEqual(['1 has a time limit that leads to 11']);
    const recycle = { after: delay, cadence: 'x' };
    const [won, lost] = sampleProgram().exits as [
      Program['exits'][number],
      Program['exits'][number]
    ];
    expect(faults({ exits: [won, { ...lost, recycle }] })).toEqual(['7 has a delay of -1']);
  });

  it('PRG-8 finds forks and joins that do not belong together', () => {
    expect(faults({ forks: [{ join: 3 }] })).toEqual(['8 is joined at 3, which is no join']);
    expect(faults({ joins: [{ fork: 3, needed: 1, detach: true }] })).toEqual([
      '9 joins 3, which is no fork'
    ]);
    expect(faults({ joins: [{ fork: 8, needed: 3, detach: true }] })).toEqual([
      '9 needs 3 of 2 paths'
    ]);
    expect(faults({ joins: [{ fork: 8, needed: 0, detach: true }] })).toEqual([
      '9 needs 0 of 2 paths'
    ]);
  });

  const run = { scope: 'run', window: null } as const;
  it.each<[FactRef, string]>([
    [{ type: 'stepDisposition', pc: 3 }, 'asks for the disposition of 3, which is no task'],
    [{ type: 'done', pc: 3 }, 'asks for the end of 3, which is no task'],
    [{ type: 'visits', pc: 11 }, 'asks for the visits of 11, which is no instruction'],
    [{ type: 'seen', signal: 1, ...run }, 'asks for signal 1, which is none'],
    [
      {
        type: 'count',
        channel: null,
        verb: 'completed',
        followUp: false,
        scope: 'run',
        window: { amount: -1, unit: 'days' }
      },
      'has a delay of -1'
    ]
  ])('PRG-8 finds a condition about what does not exist: %#', (fact, fault) => {
    const asking: Predicate = { type: 'compare', fact, op: '$exists', value: true };
    const deep: Predicate = { type: 'not', of: { type: 'or', of: [asking] } };
    expect(faults({ chooses: [{ cases: [deep], onArrival: false }] })).toEqual([`4 ${fault}`]);
    expect(faults(withGuard(deep))).toEqual([`guard 0 ${fault}`]);
    const handlers = sampleProgram().handlers.map((handler) => ({ ...handler, when: deep }));
    expect(faults({ handlers })).toEqual([`handler replied ${fault}`]);
    const entry = { ...sampleProgram().entry, criteria: deep };
    expect(faults({ entry })).toEqual([`the entry ${fault}`]);
  });

  it('PRG-8 a condition may ask for a step that no lead comes to', () => {
    const asking = (type: 'stepDisposition' | 'done' | 'visits'): Predicate => ({
      type: 'compare',
      fact: { type, pc: -1 },
      op: '$exists',
      value: true
    });
    const of = [asking('stepDisposition'), asking('done'), asking('visits')];
    expect(faults(withGuard({ type: 'and', of }))).toEqual([]);
  });

  it('PRG-9 finds handlers, moves and limits that lead nowhere', () => {
    const [handler] = sampleProgram().handlers as [Program['handlers'][number]];
    const handled = (changes: Partial<typeof handler>) =>
      faults({ handlers: [{ ...handler, ...changes }] });
    expect(handled({ on: { type: 'signal', index: 1 } })).toEqual([
      'handler replied is on signal 1, which is none'
    ]);
    expect(handled({ on: { type: 'disposition', index: 2 } })).toEqual([
      'handler replied is on disposition 2, which is none'
    ]);
    expect(handled({ effect: { type: 'exit', to: 2 } })).toEqual([
      'handler replied ends at 2, which is no exit'
    ]);
    expect(handled({ effect: { type: 'jump', to: 11 } })).toEqual([
      'handler replied jumps to 11, which is no instruction'
    ]);
    const until = { amount: -1, unit: 'days' } as const;
    expect(handled({ effect: { type: 'pause', until } })).toEqual([
      'handler replied has a delay of -1'
    ]);
    expect(faults({ moves: [{ id: 'm', name: 'M', to: -1, requirements: [] }] })).toEqual([
      'move m leads to -1, which is no instruction'
    ]);
    expect(
      faults({ touchLimits: [{ atMost: 1, within: until, scope: 'lead', text: '' }] })
    ).toEqual(['limit 0 has a delay of -1']);
    expect(faults({ verdictWithin: until })).toEqual(['the verdict has a delay of -1']);
  });

  it('PRG-9 finds hours, entry signals and servants that do not exist', () => {
    expect(faults({ contact: { otherwise: 0, zones: ['UTC'], byZone: [] } })).toEqual([
      'the contact window has hours 0',
      'the contact window has 0 hours for 1 zones'
    ]);
    expect(faults({ entry: { ...sampleProgram().entry, signals: [4] } })).toEqual([
      'the entry listens to signal 4, which is none'
    ]);
    const [[called]] = sampleProgram().guards as [[Program['guards'][number][number]]];
    expect(faults({ guards: [[{ ...called, servedBy: ['gone'] }]] })).toEqual([
      'guard 0 is served by gone, which is no step'
    ]);
  });
});

function limit(action: 'warn' | 'move', to: number): Program['stages'][number]['sla'][number] {
  return { id: 's', after: { amount: 1, unit: 'days' }, action, role: null, to };
}

/** The sample with its one requirement asking for something else. */
function withGuard(when: Predicate): Partial<Program> {
  return { guards: sampleProgram().guards.map((row) => row.map((one) => ({ ...one, when }))) };
}
