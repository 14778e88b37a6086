import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, Scenario } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import {
  branch,
  businessDays,
  cadenceOf,
  call,
  entry,
  exit,
  sixSteps,
  wait
} from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { modelOf, type ModelOptions } from './model/model';
import type { SimulationResult } from './statistics/result';
import { SimulationRun } from './run';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function simulate(
  cadence: Cadence,
  scenario: Scenario,
  options: ModelOptions & { slice?: number } = {}
) {
  const model = modelOf(programOf(cadence), scenario, options);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  const run = new SimulationRun(model.value);
  while (!run.run(options.slice ?? Infinity));
  return run.result();
}

function reached(result: SimulationResult, node: string): number {
  return result.steps.find((step) => step.node === node)?.reached ?? 0;
}

const cadence = sixSteps();
const scenario = scenarioFor(cadence, { leads: 500 });

/** One call and out, after a wait; everybody arrives at once. */
const short = cadenceOf(
  [entry(), wait('gap', businessDays(1)), call('call'), exit('done')],
  ['start > gap', 'gap > call', 'call > done']
);
const atOnce = scenarioFor(short, { arrivals: { type: 'atOnce' }, leads: 10 });

describe('a simulation', () => {
  it('SIM-1 same seed, same bytes; another seed, other ones', () => {
    const first = canonicalJson(simulate(cadence, scenario));
    expect(canonicalJson(simulate(cadence, scenario))).toBe(first);
    expect(canonicalJson(simulate(cadence, scenario, { seed: 2 }))).not.toBe(first);
  });

  it('SIM-2 slicing changes nothing', () => {
    const whole = canonicalJson(simulate(cadence, scenario));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (slice) => {
        expect(canonicalJson(simulate(cadence, scenario, { slice }))).toBe(whole);
      }),
      { seed: 2, numRuns: 5 }
    );
  });

  it('SIM-2 a step added at the end reshuffles nothing before it', () => {
    const before = simulate(cadence, scenario);
    const longer: Cadence = {
      ...cadence,
      nodes: [...cadence.nodes, call('extra')],
      edges: [
        ...cadence.edges.map((edge) => (edge.to === 'silent' ? { ...edge, to: 'extra' } : edge)),
        { id: 'e99', from: 'extra', port: 'done', to: 'silent' }
      ]
    };
    const after = simulate(longer, scenario);
    for (const { node, name, kind, reached: leads, dispositions } of before.steps)
      expect(after.steps).toContainEqual(
        expect.objectContaining({ node, name, kind, reached: leads, dispositions })
      );
  });

  it('SIM-4 a task begins in opening hours, its effort passes, then the lead moves on', () => {
    const worked = simulate(short, {
      ...atOnce,
      steps: { call: { effort: { type: 'constant', value: 10 } } }
    });
    // Monday 09:00, a business day, ten minutes.
    expect(worked.elapsed).toMatchObject({
      min: 24 * HOUR + 10 * MINUTE,
      max: 24 * HOUR + 10 * MINUTE
    });
    expect(worked.cycle.mean).toBe(8 * HOUR + 10 * MINUTE);
    const delay = { distribution: { type: 'constant', value: 9 }, unit: 'hours' } as const;
    const late = simulate(short, { ...atOnce, steps: { call: { delay } } });
    // Nine hours after Tuesday 09:00 it is 18:00: somebody begins on Wednesday at nine.
    expect(late.elapsed.max).toBe(48 * HOUR);
    expect(late.steps.find(({ node }) => node === 'call')?.waiting).toBe(10 * 24 * HOUR);
  });

  it('SIM-5 a wait takes its time and the delay on top', () => {
    const delay = {
      distribution: { type: 'constant', value: 90 },
      unit: 'businessMinutes'
    } as const;
    const result = simulate(short, { ...atOnce, steps: { gap: { delay } } });
    expect(result.elapsed.max).toBe(24 * HOUR + 90 * MINUTE);
    const days = { distribution: { type: 'constant', value: 1.5 }, unit: 'businessDays' } as const;
    expect(simulate(short, { ...atOnce, steps: { gap: { delay: days } } }).elapsed.max).toBe(
      52 * HOUR
    );
  });

  it('SIM-6 SIM-7 leads, passages and outcomes add up', () => {
    const seeds = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 60 }), (seed, leads) => {
        const result = simulate(cadence, scenario, { seed, leads });
        const left = result.exits.reduce((sum, { count }) => sum + count, 0);
        expect(left + result.unfinished).toBe(leads);
        for (const step of result.steps) {
          const flow = (end: 'from' | 'to') =>
            cadence.edges
              .filter((edge) => edge[end] === step.node)
              .reduce((sum, { id }) => sum + (result.edges[id] ?? 0), 0);
          expect(flow('to') + (step.kind === 'entry' ? leads : 0)).toBe(step.visits);
          if (step.kind !== 'exit') expect(flow('from')).toBe(step.visits);
          const outcomes = Object.values(step.dispositions).reduce((sum, count) => sum + count, 0);
          expect(outcomes).toBe(step.touches);
        }
        expect(result.touches.total).toBe(
          result.steps.reduce((sum, { touches }) => sum + touches, 0)
        );
      }),
      { seed: 7, numRuns: 25 }
    );
  });

  it.each([
    ['in columns', false],
    ['one by one', true]
  ])('SIM-67 ended early %s, leads under way among people are unfinished', (_, general) => {
    const staffed = cadenceOf(
      [entry(), call('ring', { role: 'rep' }), wait('gap', businessDays(1)), exit('done')],
      ['start > ring', 'ring > gap', 'gap > done']
    );
    const crowded: Scenario = {
      ...scenarioFor(staffed, { leads: 2000, arrivals: { type: 'atOnce' } }),
      steps: { ring: { effort: { type: 'constant', value: 30 } } },
      people: [{ id: 'rita', name: 'Rita', role: 'rep', count: 1 }],
      warmUp: 5
    };
    const model = modelOf(programOf(staffed), crowded, { general });
    if (!model.ok) throw new Error(JSON.stringify(model.error));
    const run = new SimulationRun(model.value);
    while (run.done < 20) expect(run.run(20)).toBe(false);
    const { leads, exits, steps, unfinished, stopped } = run.result('time');
    expect(stopped).toEqual({ reason: 'time', done: leads + 5, of: 2000 });
    expect(unfinished).toBeGreaterThan(0);
    expect((exits[0]?.count ?? 0) + unfinished).toBe(leads);
    for (const { reached: came, visits, left } of steps.slice(0, 1))
      expect([came, visits, left]).toEqual([leads, leads, leads]);
    const resting = steps.reduce((sum, { visits, left }) => sum + visits - left, 0);
    expect(resting).toBe(unfinished);
  });

  it('SIM-13 segments share the leads by weight and have chances of their own', () => {
    const nodes = [
      entry(),
      branch('where', {
        type: 'condition',
        cases: [{ id: 'north', name: 'North', when: { 'lead.name': 'north' } }]
      }),
      call('cold', { dispositions: ['interested'], routes: ['interested'] }),
      exit('won', 'won'),
      exit('lost', 'lost')
    ];
    const lines = ['start > where', 'where:north > cold', 'where:default > cold'];
    const split = cadenceOf(nodes, [...lines, 'cold:interested > won', 'cold > lost']);
    const result = simulate(split, {
      ...scenarioFor(split, { leads: 4000 }),
      segments: [
        { id: 'n', name: 'North', weight: 3, fields: { name: 'north' } },
        { id: 's', name: 'South', weight: 1, fields: { name: 'south' } }
      ],
      steps: { cold: { outcomes: [{ disposition: 'interested', chance: 0, bySegment: { n: 1 } }] } }
    });
    const north = result.edges['e2'] ?? 0;
    expect(Math.abs(north - 3000)).toBeLessThan(4 * Math.sqrt(4000 * 0.75 * 0.25));
    // Everybody in the north says yes, nobody in the south.
    expect(result.exits.find(({ node }) => node === 'won')?.count).toBe(north);
    expect(reached(result, 'cold')).toBe(4000);
  });
});
