import { describe, expect, it } from 'vitest';
import type { Cadence, Delay } from '$lib/domain';
import { present } from '$lib/util';
import { branch, cadenceOf, call, email, entry, exit, tiny, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { at } from '$tests/support/history';
import { advance, nextTimer } from './advance';
import { createState } from './create-state';
import { hashText } from './hash';
import type { Input } from './input';
import { PHASE, STATUS } from './state';
import { traceSink, type TraceEntry } from './trace';
import { STEP_BUDGET } from './walk';

// 2026-01-05 is a Monday; New York is five hours behind UTC.
const MONDAY_10 = at('2026-01-05T10:00-05:00');
const SATURDAY = at('2026-01-10T10:00-05:00');
const NEXT_MONDAY_9 = at('2026-01-12T09:00-05:00');

function play(cadence: Cadence) {
  const program = programOf(cadence);
  const state = createState(program);
  const trace: TraceEntry[] = [];
  const sink = traceSink(program, trace);
  return {
    program,
    state,
    trace,
    token: () => present(state.tokens[0], 'token'),
    node: () => program.nodes[state.tokens[0]?.pc ?? -1],
    exit: () => program.nodes[state.endPc],
    send: (input: Input) => {
      advance(program, state, input, sink);
    },
    disposition: (id: string) => program.dispositions.findIndex((each) => each.id === id)
  };
}

describe('advance', () => {
  it('ENG-1 a run goes on until it rests at a task', () => {
    const { send, state, token, node, trace } = play(tiny());
    send({ type: 'start', at: MONDAY_10 });
    expect(state.status).toBe(STATUS.running);
    expect([token().phase, node()]).toEqual([PHASE.task, 'call']);
    expect(trace.map(({ type }) => type)).toEqual(['entered', 'left', 'entered', 'opened']);
  });

  it('ENG-2 a task opens at once in opening hours and is due its delay later', () => {
    const nodes = [
      entry(),
      call('call', { due: { amount: 4, unit: 'businessHours' } }),
      exit('done')
    ];
    const { send, token } = play(cadenceOf(nodes, ['start > call', 'call > done']));
    send({ type: 'start', at: at('2026-01-05T15:00-05:00') });
    expect(token().opens).toBe(at('2026-01-05T15:00-05:00'));
    expect(token().due).toBe(at('2026-01-06T11:00-05:00'));
  });

  it('ENG-2 what goes out by itself opens when it is due, in opening hours', () => {
    const automatic = (due: Delay) =>
      cadenceOf(
        [entry(), email('mail', { mode: 'automatic', due }), exit('done')],
        ['start > mail', 'mail > done']
      );
    const opens = (due: Delay) => {
      const { send, token } = play(automatic(due));
      send({ type: 'start', at: at('2026-01-05T15:00-05:00') });
      return [token().opens, token().due];
    };
    const later = at('2026-01-06T11:00-05:00');
    expect(opens({ amount: 4, unit: 'businessHours' })).toEqual([later, later]);
    const morning = at('2026-01-06T09:00-05:00');
    expect(opens({ amount: 3, unit: 'hours' })).toEqual([morning, morning]);
  });

  it('ENG-2 a task that is reached at night opens when the calendar does', () => {
    const { send, token } = play(tiny());
    send({ type: 'start', at: SATURDAY });
    expect(token().opens).toBe(NEXT_MONDAY_9);
  });

  it('ENG-3 a completed task leaves by the port of its disposition, else by done', () => {
    const nodes = [
      entry(),
      call('call', { dispositions: ['interested', 'no-answer'], routes: ['interested'] }),
      exit('won', 'won'),
      exit('silent', 'unresponsive')
    ];
    const lines = ['start > call', 'call:interested > won', 'call > silent'];
    for (const [id, expected] of [
      ['interested', 'won'],
      ['no-answer', 'silent'],
      ['', 'silent']
    ] as const) {
      const { send, exit: left, disposition, state } = play(cadenceOf(nodes, lines));
      send({ type: 'start', at: MONDAY_10 });
      send({ type: 'complete', at: MONDAY_10 + 1, token: 0, disposition: disposition(id) });
      expect(left()).toBe(expected);
      expect(state.touches).toBe(1);
    }
  });

  it('ENG-4 a skipped task is no touch and leaves by done', () => {
    const { send, state, exit: left } = play(tiny());
    send({ type: 'start', at: MONDAY_10 });
    send({ type: 'skip', at: MONDAY_10 + 5, token: 0 });
    expect([left(), state.touches]).toEqual(['done', 0]);
  });

  it('ENG-5 a wait is measured from the actual arrival, not from when the task was due', () => {
    const nodes = [entry(), call('one'), wait('gap'), call('two'), exit('done')];
    const lines = ['start > one', 'one > gap', 'gap > two', 'two > done'];
    const { send, state, token } = play(cadenceOf(nodes, lines));
    send({ type: 'start', at: MONDAY_10 });
    send({ type: 'complete', at: at('2026-01-08T16:00-05:00'), token: 0, disposition: -1 });
    expect(nextTimer(state)).toBe(at('2026-01-09T16:00-05:00'));
    expect(() => {
      send({ type: 'timer', at: nextTimer(state) - 1 });
    }).toThrow('no earlier');
    send({ type: 'timer', at: nextTimer(state) });
    expect(token().phase).toBe(PHASE.task);
    expect(nextTimer(state)).toBe(Infinity);
  });

  const byRegion = (evaluate?: 'onArrival') => {
    const decide = branch(
      'where',
      {
        type: 'condition',
        cases: [
          { id: 'north', name: 'North', when: { 'lead.name': 'north' } },
          { id: 'any', name: 'Any name', when: { 'lead.name': { $exists: true } } }
        ]
      },
      evaluate ? { evaluate } : {}
    );
    const nodes = [entry(), decide, call('a'), call('b'), call('c'), exit('done')];
    const lines = ['start > where', 'where:north > a', 'where:any > b', 'where:default > c'];
    return cadenceOf(nodes, [...lines, 'a > done', 'b > done', 'c > done']);
  };

  it.each([
    ['north', 'a'],
    ['south', 'b'],
    [undefined, 'c']
  ])('ENG-6 the first case that holds wins, else the default: %s → %s', (name, expected) => {
    const { send, state, node } = play(byRegion());
    state.fields = name === undefined ? {} : { name };
    send({ type: 'start', at: MONDAY_10 });
    expect(node()).toBe(expected);
  });

  it('ENG-6 a branch rests while the calendar is closed and sees what is true when it opens', () => {
    const { send, state, node, token } = play(byRegion());
    send({ type: 'start', at: SATURDAY });
    expect([token().phase, nextTimer(state)]).toEqual([PHASE.closed, NEXT_MONDAY_9]);
    state.fields = { name: 'north' };
    send({ type: 'timer', at: NEXT_MONDAY_9 });
    expect(node()).toBe('a');
  });

  it('ENG-6 a branch decided on arrival does not rest', () => {
    const { send, node } = play(byRegion('onArrival'));
    send({ type: 'start', at: SATURDAY });
    expect(node()).toBe('c');
  });

  it('ENG-7 a split is sticky for a lead and follows the weights', () => {
    const share = branch('ab', {
      type: 'split',
      cases: [
        { id: 'a', name: 'A', weight: 30 },
        { id: 'b', name: 'B', weight: 70 }
      ]
    });
    const nodes = [entry(), share, call('one'), call('two'), exit('done')];
    const lines = ['start > ab', 'ab:a > one', 'ab:b > two', 'one > done', 'two > done'];
    const { send, state, node } = play(cadenceOf(nodes, lines));
    const run = (lead: number) => {
      state.leadKey = hashText(`lead-${lead}`);
      state.status = STATUS.idle;
      send({ type: 'start', at: MONDAY_10 });
      return node();
    };
    let first = 0;
    for (let lead = 0; lead < 2000; lead++) if (run(lead) === 'one') first++;
    // 600 expected, standard deviation 20.5.
    expect(Math.abs(first - 600)).toBeLessThan(82);
    expect(run(17)).toBe(run(17));
  });

  it('ENG-8 an exit ends the run, and a task of it takes no more inputs', () => {
    const { send, state } = play(tiny());
    send({ type: 'start', at: MONDAY_10 });
    send({ type: 'complete', at: MONDAY_10, token: 0, disposition: -1 });
    expect([state.status, state.endedAt]).toEqual([STATUS.ended, MONDAY_10]);
    expect(() => {
      send({ type: 'complete', at: MONDAY_10, token: 0, disposition: -1 });
    }).toThrow('not under way');
  });

  it('ENG-9 a cadence that runs in circles ends as a runaway', () => {
    const nodes = [entry(), email('mail', { routes: [] }), wait('gap'), exit('done')];
    const program = programOf(cadenceOf(nodes, ['start > mail', 'mail > gap', 'gap > done']));
    // The compiler lets no such circle through: bend the wait's port back to itself by hand.
    const circle = { ...program, target: Int32Array.from(program.target, () => 1) };
    const state = createState(circle);
    const trace: TraceEntry[] = [];
    const sink = traceSink(circle, trace);
    advance(circle, state, { type: 'start', at: MONDAY_10 }, sink);
    while (state.status === STATUS.running)
      advance(circle, state, { type: 'complete', at: MONDAY_10, token: 0, disposition: -1 }, sink);
    expect(state.status).toBe(STATUS.runaway);
    expect(state.steps).toBe(STEP_BUDGET + 1);
    expect(trace[trace.length - 1]?.type).toBe('ranAway');
  });
});
