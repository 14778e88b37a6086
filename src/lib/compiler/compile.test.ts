import { describe, expect, it } from 'vitest';
import { OP } from '$lib/program';
import {
  DISPOSITIONS,
  branch,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  sixSteps,
  tiny,
  wait
} from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';
import { CalendarCache } from './calendar-cache';
import { compile } from './compile';

describe('compile', () => {
  it('CMP-1 a sound cadence gives a program and no diagnostics', () => {
    const { diagnostics, program } = compile(tiny());
    expect(diagnostics).toEqual([]);
    expect([...(program?.op ?? [])]).toEqual([OP.enter, OP.task, OP.exit]);
    expect([...(program?.target ?? [])]).toEqual([1, 2]);
  });

  it('CMP-1 the six steps have nothing to complain of', () => {
    expect(compile(sixSteps()).diagnostics).toEqual([]);
  });

  it('CMP-3 errors come first, then warnings, then hints', () => {
    const { script: _, ...mute } = call('call', { name: '' });
    const { diagnostics, program } = compile(
      cadenceOf([entry(), mute, wait('w'), exit('end')], ['start > call', 'call > w'])
    );
    expect(diagnostics.map(({ severity, node }) => `${severity} ${node ?? ''}`)).toEqual([
      'error w',
      'warning end',
      'warning call',
      'info call'
    ]);
    expect(program).toBeNull();
  });

  it('CMP-7 a delay has the duration of its parameter', () => {
    const duration = { amount: 3, unit: 'businessDays' } as const;
    const delay = { parameter: 'gap' };
    const program = programOf(
      [entry(), call('a'), wait('w', delay), call('b', { due: delay }), exit('end')],
      ['start > a', 'a > w', 'w > b', 'b > end'],
      { parameters: [{ id: 'gap', name: 'Gap', duration }] }
    );
    expect(program.waits).toEqual([{ type: 'duration', delay: duration }]);
    expect(program.tasks.map(({ due }) => due)).toEqual([null, duration]);
  });

  it('CMP-8 a disposition leaves by its own way, else by done', () => {
    const offered = ['not-interested', 'no-answer', 'interested'];
    const program = programOf(
      [
        entry(),
        call('call', { dispositions: offered, routes: ['interested', 'connected'] }),
        exit('won'),
        exit('end')
      ],
      ['start > call', 'call > end', 'call:interested > won', 'call:connected > won']
    );
    const ids = DISPOSITIONS.map(({ id }) => id);
    expect(ids).toEqual(['no-answer', 'connected', 'interested', 'not-interested']);
    expect(program.tasks[0]?.dispositions).toEqual([3, 0, 2]);
    // Connected has a way but cannot be chosen, so it goes on like any other.
    expect([...(program.tasks[0]?.portOf ?? [])]).toEqual([0, 0, 1, 0]);
  });

  it('CMP-9 a branch by disposition asks for that of its step, or of the last touch', () => {
    const cases = [{ id: 'yes', name: 'Yes', dispositions: ['interested'] }];
    const program = programOf(
      [
        entry(),
        call('call'),
        branch('one', { type: 'disposition', of: 'call', cases }),
        branch('any', { type: 'disposition', cases }),
        branch('aside', { type: 'disposition', of: 'spare', cases }),
        call('spare'),
        exit('end')
      ],
      [
        'start > call',
        'call > one',
        'one:yes > any',
        'one:default > any',
        'any:yes > aside',
        'any:default > aside',
        'aside:yes > end',
        'aside:default > end',
        'spare > end'
      ]
    );
    const value = ['interested'];
    expect(program.chooses.map((spec) => spec.cases)).toEqual([
      [{ type: 'compare', fact: { type: 'stepDisposition', pc: 1 }, op: '$in', value }],
      [{ type: 'compare', fact: { type: 'lastDisposition', channel: null }, op: '$in', value }],
      [{ type: 'compare', fact: { type: 'stepDisposition', pc: -1 }, op: '$in', value }]
    ]);
  });

  it('CMP-9 a branch by signal asks whether it was seen, a split keeps running sums', () => {
    const program = programOf(
      [
        entry(),
        branch('seen', { type: 'signal', cases: [{ id: 'r', name: 'Replied', signal: 'reply' }] }),
        branch('test', {
          type: 'split',
          cases: [
            { id: 'a', name: 'A', weight: 30 },
            { id: 'b', name: 'B', weight: 70 }
          ]
        }),
        email('mail'),
        exit('end')
      ],
      [
        'start > seen',
        'seen:r > end',
        'seen:default > test',
        'test:a > mail',
        'test:b > end',
        'mail > end'
      ]
    );
    expect(program.chooses).toEqual([
      {
        cases: [
          {
            type: 'compare',
            fact: { type: 'seen', signal: 0, scope: 'run', window: null },
            op: '$eq',
            value: true
          }
        ],
        onArrival: false
      }
    ]);
    expect(program.splits).toEqual([{ upTo: [30, 100] }]);
  });

  it('CMP-12 what only a handler, a move or a time limit leads to is no dead step', () => {
    const cadence = cadenceOf(
      [
        entry(),
        call('call', {
          sla: [{ id: 's', after: { amount: 1, unit: 'days' }, action: 'move', to: 'b' }]
        }),
        exit('end'),
        exit('a'),
        exit('b'),
        exit('c')
      ],
      ['start > call', 'call > end'],
      {
        moves: [{ id: 'm', name: 'Put off', to: 'a' }],
        handlers: [
          {
            id: 'h',
            name: 'Reply',
            on: { type: 'signal', signal: 'reply' },
            effect: { type: 'exit', to: 'c' }
          }
        ]
      }
    );
    const codes = compile(cadence).diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('unreachable-step');
  });

  it('CMP-6 a time limit that only warns leads nowhere', () => {
    const sla = [
      { id: 's', after: { amount: 1, unit: 'days' as const }, action: 'warn' as const, to: 'b' }
    ];
    const steps = [entry(), call('call', { sla }), exit('end'), exit('b')];
    const program = programOf(steps, ['start > call', 'call > end']);
    expect(program.nodes).toEqual(['start', 'call', 'end']);
  });

  it('CMP-6 a time limit brings nothing to life that stands at a dead step', () => {
    const sla = [
      { id: 's', after: { amount: 1, unit: 'days' as const }, action: 'move' as const, to: 'b' }
    ];
    const steps = [entry(), call('call'), call('aside', { sla }), exit('end'), exit('b')];
    const program = programOf(steps, ['start > call', 'call > end', 'aside > end']);
    expect(program.nodes).toEqual(['start', 'call', 'end']);
  });

  it('CMP-6 handlers and moves come after the ways from the entry, time limits last', () => {
    const after = { amount: 1, unit: 'days' as const };
    const program = programOf(
      [
        exit('limit-of-limit'),
        call('limit', { sla: [{ id: 's', after, action: 'move', to: 'limit-of-limit' }] }),
        exit('moved'),
        exit('handled'),
        exit('end'),
        call('call', { sla: [{ id: 's', after, action: 'move', to: 'limit' }] }),
        entry()
      ],
      ['start > call', 'call > end', 'limit > end'],
      {
        moves: [{ id: 'm', name: 'Move', to: 'moved' }],
        handlers: [
          {
            id: 'h',
            name: 'Reply',
            on: { type: 'signal', signal: 'reply' },
            effect: { type: 'exit', to: 'handled' }
          }
        ]
      }
    );
    expect(program.nodes).toEqual([
      ...['start', 'call', 'end', 'handled', 'moved'],
      ...['limit', 'limit-of-limit']
    ]);
  });

  it('CMP-36 other cadences are checked when the caller says which are at hand', () => {
    const recycle = { after: { amount: 90, unit: 'days' as const }, cadence: 'other' };
    const cadence = cadenceOf(
      [entry(), call('call'), { ...exit('end'), recycle }],
      ['start > call', 'call > end']
    );
    const codes = (linked?: string[]) =>
      compile(cadence, linked ? { linked } : {}).diagnostics.map(({ code }) => code);
    expect(codes(['another'])).toContain('unknown-cadence');
    expect(codes(['other'])).not.toContain('unknown-cadence');
    expect(codes()).not.toContain('unknown-cadence');
  });
});

describe('CalendarCache', () => {
  it('CMP-1 a calendar is compiled once for each horizon', () => {
    const calendars = new CalendarCache();
    const cadence = tiny();
    const year = (n: number) => ({ from: Date.UTC(n, 0, 1), to: Date.UTC(n + 1, 0, 1) });
    const calendarOf = (horizon: { from: number; to: number }) =>
      compile(cadence, { calendars, horizon }).program?.calendar;
    expect(calendarOf(year(2026))).toBe(calendarOf(year(2026)));
    expect(calendarOf(year(2026))).not.toBe(calendarOf(year(2027)));
  });
});
