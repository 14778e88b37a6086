import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '$lib/calendar';
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
const scenario = scenarioFor(cadence);

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
      fc.property(fc.integer({ min: 1, max: 2500 }), (slice) => {
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
      fc.property(seeds, fc.integer({ min: 1, max: 400 }), (seed, leads) => {
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
      { seed: 7, numRuns: 40 }
    );
  });

  it('SIM-8 even arrivals come in order, one in each share of the open time', () => {
    const model = modelOf(
      programOf(short),
      { ...atOnce, arrivals: scenario.arrivals },
      { leads: 160 }
    );
    if (!model.ok) throw new Error('refused');
    const { arrivalAt, program } = model.value;
    const monday = instantOf(program.calendar, '2026-01-05T09:00');
    // 160 leads over 20 days of 8 hours: one an hour.
    expect([0, 1, 8, 159].map((index) => (arrivalAt(index, 0.5) - monday) / HOUR)).toEqual([
      0.5,
      1.5,
      24.5,
      25 * 24 + 7.5
    ]);
    const times = Array.from({ length: 160 }, (_, index) => arrivalAt(index, (index * 0.37) % 1));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('SIM-8 curves and lists place leads on their days', () => {
    const arrive = (arrivals: Scenario['arrivals']) => {
      const model = modelOf(programOf(short), { ...atOnce, arrivals });
      if (!model.ok) throw new Error(JSON.stringify(model.error));
      const { arrivalAt, program } = model.value;
      const monday = instantOf(program.calendar, '2026-01-05T09:00');
      return Array.from({ length: 7 }, (_, i) =>
        Math.floor((arrivalAt(i, 0.5) - monday) / (24 * HOUR))
      );
    };
    expect(arrive({ type: 'curve', perDay: [3, 0, 2] })).toEqual([0, 0, 0, 2, 2, 3, 3]);
    expect(arrive({ type: 'list', at: ['2026-01-06T10:00', '2026-01-08T10:00'] })).toEqual([
      1, 3, 1, 3, 1, 3, 1
    ]);
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

describe('a scenario that does not fit', () => {
  it.each<[string, Partial<Scenario>, ModelOptions, string]>([
    ['no leads', {}, { leads: 0 }, 'leads'],
    ['half a lead', {}, { leads: 1.5 }, 'leads'],
    ['too many leads', {}, { leads: 1e9 }, 'leads'],
    ['a broken start', {}, { start: 'tomorrow' }, 'start'],
    ['a start on no day', {}, { start: '2026-02-30T09:00' }, 'start'],
    ['a start at no time', {}, { start: '2026-01-05T24:00' }, 'start'],
    ['a broken seed', {}, { seed: 0.5 }, 'seed'],
    [
      'effort of a wait',
      { steps: { 'wait-1': { effort: { type: 'constant', value: 1 } } } },
      {},
      'steps.wait-1'
    ],
    [
      'a disposition that is not offered',
      { steps: { 'email-1': { outcomes: [{ disposition: 'interested', chance: 0.5 }] } } },
      {},
      'steps.email-1.outcomes[0]'
    ],
    [
      'chances above 1',
      {
        steps: {
          'call-1': {
            outcomes: [
              { disposition: 'interested', chance: 0.6 },
              { disposition: 'no-answer', chance: 0.6 }
            ]
          }
        }
      },
      {},
      'steps.call-1.outcomes'
    ],
    [
      'a bad effort',
      { steps: { 'call-1': { effort: { type: 'exponential', mean: 0 } } } },
      {},
      'steps.call-1.effort'
    ],
    [
      'arrivals over no time',
      { arrivals: { type: 'even', over: { amount: 0, unit: 'days' } } },
      {},
      'arrivals'
    ],
    ['nobody ever arrives', { arrivals: { type: 'curve', perDay: [0] } }, {}, 'arrivals'],
    [
      'arrivals that take for ever',
      { arrivals: { type: 'curve', perDay: [1e-300] } },
      {},
      'arrivals'
    ],
    ['an empty list', { arrivals: { type: 'list', at: [] } }, {}, 'arrivals'],
    ['people', { people: [{ id: 'rita', name: 'Rita', role: 'rep', count: 1 }] }, {}, 'people'],
    [
      'segments without weight',
      { segments: [{ id: 's', name: 'S', weight: 0, fields: {} }] },
      {},
      'segments'
    ]
  ])('SIM-11 %s is refused with its place', (_, change, options, path) => {
    const model = modelOf(programOf(cadence), { ...scenario, ...change }, options);
    expect(model.ok ? [] : model.error.map((fault) => fault.path)).toContain(path);
  });
});
