import { describe, expect, it } from 'vitest';
import type { ExitResult } from '$lib/domain';
import type { SimulationResult } from '../simulate-state.svelte';
import { summarize } from './summary';

const DAY = 8 * 3_600_000;
const unit = { milliseconds: DAY, many: 'business days', one: 'business day', short: 'bd' };

function resultWith(
  exits: readonly (readonly [ExitResult, number])[],
  unfinished = 0
): SimulationResult {
  const time = {
    count: 10_000,
    mean: 0,
    p10: 0,
    p25: 0,
    p50: 10 * DAY,
    p75: 0,
    p90: 14 * DAY,
    p95: 0,
    min: 0,
    max: 0,
    histogram: { binWidth: DAY, counts: [] }
  };
  return {
    version: '',
    engine: 1,
    scenario: 'base',
    seed: 1,
    leads: 10_000,
    exits: exits.map(([result, count], at) => ({
      node: `exit-${at}`,
      name: result,
      result,
      count,
      share: count / 10_000,
      low: 0,
      high: 0
    })),
    otherEnds: [],
    unfinished,
    steps: [],
    edges: {},
    touches: { total: 47_200, perLead: 4.72, byChannel: {} },
    elapsed: time,
    cycle: time,
    signals: {},
    handlers: {},
    timeLimits: [],
    recycled: 0,
    linked: [],
    firstResponse: time,
    measured: [],
    segments: [],
    people: [],
    days: { from: '2026-01-05', arrivals: [], touches: [], ends: [], waiting: [], overdue: [] },
    money: null,
    replications: 1,
    warmUp: 0,
    brief: false,
    path: { kind: 'general', reasons: [] },
    stopped: null
  };
}

function said(result: SimulationResult): string {
  return summarize(result, unit)
    .map(({ text, strong }) => (strong ? `*${text}*` : text))
    .join('');
}

describe('summarize', () => {
  it('SIMUI-5 names good ends first, in words', () => {
    expect(
      said(
        resultWith([
          ['notInterested', 2504],
          ['unresponsive', 5164],
          ['qualified', 2332]
        ])
      )
    ).toBe(
      'Of 10,000 leads, *2,332 qualify*, 2,504 say no and 5,164 give no answer.' +
        ' A lead gets *4.72 touches* on average.' +
        ' Half are through within *10 business days*, nine in ten within 14 business days.'
    );
  });

  it('SIMUI-5 adds up exits of one result and minds the singular', () => {
    const text = said(
      resultWith([
        ['won', 4000],
        ['won', 5999],
        ['optedOut', 1]
      ])
    );
    expect(text).toContain('*9,999 are won* and 1 opts out.');
  });

  it('SIMUI-5 counts the rest together when there are many ends', () => {
    const text = said(
      resultWith([
        ['won', 10],
        ['lost', 20],
        ['duplicate', 5],
        ['handedOver', 7],
        ['unresponsive', 8]
      ])
    );
    expect(text).toContain('*10 are won*, 20 are lost, 5 are duplicates and 15 end otherwise.');
  });

  it('SIMUI-5 counts ends without an exit by their result too', () => {
    const finished = { node: null, name: 'Interested', count: 300, share: 0.03, low: 0, high: 1 };
    const result = resultWith([['qualified', 2000]]);
    expect(
      said({ ...result, otherEnds: [{ cause: 'finished', result: 'qualified', ...finished }] })
    ).toContain('*2,300 qualify*.');
  });

  it('SIMUI-14 says of the busiest people how busy they are, and how long tasks wait', () => {
    const group = { role: 'rep', worked: 0, overtime: 0, switching: 0, available: 1, cost: 0 };
    const people = [
      { ...group, id: 'a', name: 'Desk', count: 1, tasks: 10, utilization: 0.3, waited: 0 },
      { ...group, id: 'b', name: 'Reps', count: 4, tasks: 10, utilization: 0.95, waited: 2 * DAY }
    ];
    expect(said({ ...resultWith([['won', 1]]), people })).toContain(
      ' Reps (4) are *busy 95.0 %* of their hours; a task waits 1.6 h for them.'
    );
    expect(said(resultWith([['won', 1]]))).not.toContain('busy');
  });

  it('SIMUI-5 says when leads never end', () => {
    expect(said(resultWith([], 12))).toContain(
      'none end. A lead gets *4.72 touches* on average. Half are through within'
    );
    expect(said(resultWith([['won', 1]], 12))).toContain(
      '*12 never end*: they go in circles, or wait for what never comes.'
    );
  });

  it('SIMUI-20 says first that it ended before its end', () => {
    const stopped = { reason: 'time', done: 10_000, of: 50_000 } as const;
    expect(said({ ...resultWith([['won', 10_000]]), stopped })).toMatch(
      /^\*Ended early, because its time was used up\* after 10,000 of 50,000 leads: what they show is less sure\. Of /
    );
  });
});
