import { describe, expect, it } from 'vitest';
import type { Scenario } from '$lib/domain';
import { modelOf, type SimulationResult } from '$lib/simulation';
import { loadCadenceFile, programOf } from '$tests/support/files';
import { runOf } from './two-paths';

const LEADS = 1200;

const { cadence, scenarios } = loadCadenceFile('tests/bench/six-step-b.json');
const program = programOf(cadence);

/** Six-step B with few people, in some way of working. */
function simulate(changes: Partial<Scenario>): SimulationResult {
  const [scenario] = scenarios;
  if (!scenario) throw new Error('no scenario');
  const people = [{ id: 'reps', name: 'Reps', role: 'rep', count: 3 }];
  const model = modelOf(program, { ...scenario, leads: LEADS, people, ...changes });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return runOf(model.value);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const rep = { id: 'reps', name: 'Reps', role: 'rep', count: 3 } as const;
const WAYS: readonly [string, Partial<Scenario>][] = [
  ['first come, first served', {}],
  ['tasks that go on the next day', { people: [{ ...rep, overtime: 'nextDay' }] }],
  ['time to turn to another step', { people: [{ ...rep, switching: 2 }] }],
  [
    'two groups, one of them slow',
    {
      people: [
        { ...rep, count: 2, effort: 1.5 },
        { ...rep, id: 'more', count: 2 }
      ]
    }
  ],
  ['by due date', { queue: 'dueFirst' }],
  ['a quota of calls', { quotas: [{ id: 'calls', name: 'Calls', channel: 'call', perDay: 150 }] }],
  ['three replications', { replications: 3 }],
  ['leads that warm up', { warmUp: 200 }]
];

describe.each(WAYS)('conservation with %s', (_, changes) => {
  const result = simulate(changes);
  const replications = changes.replications ?? 1;
  const counted = replications * (LEADS - (changes.warmUp ?? 0));
  const calls = result.steps.filter(({ channel }) => channel === 'call');

  it('SIM-103 every lead arrives, and has left by one way or is still there', () => {
    expect(result.leads).toBe(counted);
    const ends = sum([...result.exits, ...result.otherEnds].map(({ count }) => count));
    expect(ends + result.unfinished).toBe(counted);
    expect(sum(result.days.arrivals)).toBe(counted);
    expect(sum(result.days.ends)).toBe(ends);
    let there = 0;
    result.days.arrivals.forEach((came, day) => {
      there += came - (result.days.ends[day] ?? 0);
      expect(there).toBeGreaterThanOrEqual(0);
    });
  });

  it('SIM-103 what flows into a step flows out of it', () => {
    for (const { node, kind, visits, touches, dispositions } of result.steps) {
      const flow = (end: 'from' | 'to') =>
        sum(
          cadence.edges.filter((edge) => edge[end] === node).map(({ id }) => result.edges[id] ?? 0)
        );
      if (kind !== 'entry') expect(flow('to')).toBe(visits);
      if (kind !== 'exit') expect(flow('from')).toBe(visits);
      expect(sum(Object.values(dispositions))).toBe(touches);
    }
  });

  it('SIM-103 what people worked is what tasks took, and no more than there was time for', () => {
    if (changes.warmUp) return expect(result.people).toHaveLength(1);
    const worked = sum(result.people.map((group) => group.worked));
    expect(sum(calls.map(({ effort }) => effort))).toBe(worked);
    expect(sum(result.people.map(({ tasks }) => tasks))).toBe(
      sum(calls.map(({ touches }) => touches))
    );
    for (const group of result.people) {
      const within = group.worked + group.switching - group.overtime;
      expect(within).toBeLessThanOrEqual(group.available);
      expect(group.utilization).toBeCloseTo(within / group.available, 9);
    }
  });

  it('SIM-103 what tasks waited is what people were waited for', () => {
    const waited = sum(calls.map(({ waiting }) => waiting));
    const asked = sum(result.people.map((group) => group.waited));
    const turned = sum(result.people.map(({ switching }) => switching));
    if (changes.warmUp || changes.people?.[0]?.overtime === 'nextDay')
      return expect(waited).toBeGreaterThan(0);
    expect(waited).toBe(asked + turned);
  });
});
