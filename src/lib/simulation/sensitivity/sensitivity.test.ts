import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Cadence, CadenceNode, Distribution, Scenario } from '$lib/domain';
import { canonicalJson, ok } from '$lib/util';
import { cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { ExperimentRun } from '../compare/experiment-run';
import { figureAt } from '../compare/figure-path';
import type { Build } from '../optimize/optimizer';
import type { Sensitivity } from './result';
import { scaled } from './scale';
import { sensitivityOf, type SensitivitySettings } from './sensitivity';
import { tilted } from './tilt';

/** Two calls with a wait between them; whoever is interested is won. */
function cadence(gap = 4) {
  const outcomes = { dispositions: ['interested', 'no-answer'], routes: ['interested'] };
  return cadenceOf(
    [
      entry(),
      call('first', outcomes),
      wait('wait', { parameter: 'gap' }),
      call('second', outcomes),
      exit('won', 'won'),
      exit('lost', 'lost')
    ],
    [
      'start > first',
      'first:interested > won',
      'first > wait',
      'wait > second',
      'second:interested > won',
      'second > lost'
    ],
    { parameters: [{ id: 'gap', name: 'Gap', duration: { amount: gap, unit: 'businessDays' } }] }
  );
}

const outcomes = (chance: number) => [
  { disposition: 'interested', chance },
  { disposition: 'no-answer', chance: 0.5 }
];
const scenario: Scenario = scenarioFor(cadence(), {
  leads: 4000,
  seed: 3,
  steps: {
    first: { outcomes: outcomes(0.2), effort: { type: 'constant', value: 10 } },
    second: { outcomes: outcomes(0.1) }
  }
});

const build: Build = ({ gap }) =>
  ok({ program: programOf(cadence(typeof gap === 'object' ? gap.amount : 4)), scenario });

function analyze(settings: SensitivitySettings, by: Build = build, slice = Infinity) {
  const made = sensitivityOf(settings, by);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const run = new ExperimentRun(made.value);
  while (!run.run(slice));
  return run.report();
}

function at(all: readonly Sensitivity[], path: string): Sensitivity {
  const found = all.find((each) => each.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

const parameters = cadence().parameters;

/** Many small simulations: on a busy machine they take their time. */
vi.setConfig({ testTimeout: 30_000 });

/** An interval of 95 % reaches so many of its half widths for four standard errors. */
const FOUR_ERRORS = 4 / 1.96;

/** How far the truth is from the middle of an interval, in half widths. */
function farFrom(
  interval: { readonly low: number; readonly high: number } | null,
  truth: number
): number {
  if (!interval) return Infinity;
  const { low, high } = interval;
  return Math.abs(truth - (low + high) / 2) / ((high - low) / 2);
}

describe('sensitivity', () => {
  it('SIM-95 SIM-96 chances weigh as much as arithmetic says, and are sorted by it', () => {
    const only = ['steps', 'parameters'];
    const asked = { goal: 'success', parameters, only };
    const { assumptions, base, complete, leads } = analyze(asked);
    expect({ complete, leads }).toEqual({ complete: true, leads: 4000 });
    // 0.2 + 0.8 · 0.1
    expect(base?.low).toBeLessThan(0.28);
    expect(base?.high).toBeGreaterThan(0.28);
    const first = at(assumptions, 'steps.first.outcomes.interested');
    const second = at(assumptions, 'steps.second.outcomes.interested');
    // The swing of the first is 0.04 · 0.9, that of the second 0.8 · 0.02.
    for (const [{ swing, elasticity, seen }, truth] of [
      [first, 0.036],
      [second, 0.016]
    ] as const) {
      expect(seen).toBe(true);
      expect(farFrom(swing, truth)).toBeLessThan(FOUR_ERRORS);
      expect(farFrom(elasticity, truth / 0.28 / 0.2)).toBeLessThan(FOUR_ERRORS);
      expect(swing && swing.high - swing.low).toBeLessThan((swing?.unpairedWidth ?? 0) / 2);
    }
    expect(assumptions[0]).toEqual(first);
    const swings = assumptions.filter(({ seen }) => seen).map(({ swing }) => swing?.mean ?? 0);
    expect(swings.length).toBeGreaterThan(2);
    expect(swings.map(Math.abs)).toEqual(swings.map(Math.abs).sort((a, b) => b - a));
    expect(first.low?.to).toBeCloseTo(0.18, 12);
    expect(first.low?.difference?.mean).toBeLessThan(0);
    expect(first.words).toMatch(
      /^Chance of "interested" at first: 3\.\d+ to [34]\.\d+ points more leads won, qualified or with a meeting$/
    );
  });

  it('SIM-95 the rate of leads that come at random is an assumption too', () => {
    const random: Scenario = { ...scenario, leads: 20, arrivals: { type: 'poisson', perHour: 2 } };
    const only = ['arrivals'];
    const { assumptions } = analyze({ goal: 'success', only }, () =>
      ok({ program: programOf(cadence()), scenario: random })
    );
    expect(assumptions.map(({ path, low, high }) => [path, low?.to, high?.to])).toEqual([
      ['arrivals.perHour', 0.9, 1.1]
    ]);
  });

  it('SIM-96 what changes nothing is said to be nothing, and comes last', () => {
    const only = ['parameters', 'steps.first', 'arrivals'];
    const { assumptions } = analyze({ goal: 'success', parameters, only });
    for (const path of ['parameters.gap', 'steps.first.effort', 'arrivals.over']) {
      const { swing, seen, words } = at(assumptions, path);
      expect([swing?.mean, seen]).toEqual([0, false]);
      expect(words).toContain('the same in every part');
    }
    const places = assumptions.map(({ seen }) => seen);
    expect(places.lastIndexOf(true)).toBeLessThan(places.indexOf(false));
  });

  it('SIM-95 named times and efforts move times', () => {
    const only = ['parameters', 'steps.first'];
    const { assumptions } = analyze({ goal: 'elapsed', parameters, only });
    const gap = at(assumptions, 'parameters.gap');
    expect([gap.low?.to, gap.from, gap.high?.to]).toEqual([3, 4, 5]);
    expect(assumptions[0]).toEqual(gap);
    // Two business days more for eight leads in ten: more than 1.6 days of the clock.
    expect(gap.swing?.low).toBeGreaterThan(1.6 * 86_400_000);
    const [effort] = analyze({ goal: 'effort', only: ['steps.first.effort'] }).assumptions;
    // Ten minutes, a tenth more and a tenth less, for every lead.
    expect(effort?.swing).toMatchObject({ mean: 120_000, low: 120_000, high: 120_000 });
    expect(effort?.elasticity?.mean).toBeCloseTo(1, 12);
  });

  it('SIM-97 other chances share what is left, and segments change alike', () => {
    const changed = tilted(
      [
        { disposition: 'a', chance: 0.2, bySegment: { big: 0.5 } },
        { disposition: 'b', chance: 0.4 }
      ],
      0,
      (chance) => chance * 1.5
    );
    expect(changed[0]?.chance).toBeCloseTo(0.3, 12);
    expect(changed[1]?.chance).toBeCloseTo(0.35, 12);
    expect(changed[0]?.bySegment?.['big']).toBeCloseTo(0.75, 12);
    expect(changed[1]?.bySegment?.['big']).toBeCloseTo(0.2, 12);
    const certain = tilted([{ disposition: 'a', chance: 1 }], 0, () => 0.9);
    expect(certain).toEqual([{ disposition: 'a', chance: 0.9 }]);
    const beyond = tilted([{ disposition: 'a', chance: 0.9 }], 0, () => 1.2);
    expect(beyond).toEqual([{ disposition: 'a', chance: 1 }]);
  });

  it.each<Distribution>([
    { type: 'constant', value: 3 },
    { type: 'uniform', min: 1, max: 3 },
    { type: 'triangular', min: 1, mode: 2, max: 3 },
    { type: 'exponential', mean: 3 },
    { type: 'lognormal', median: 3, p90: 9 },
    { type: 'normal', mean: 3, deviation: 1, min: 1, max: 8 },
    { type: 'gamma', shape: 2, scale: 3 },
    { type: 'empirical', values: [1, 2, 3] }
  ])('SIM-97 scaled by two, $type is as long again', (distribution) => {
    const back = scaled(scaled(distribution, 2), 0.5);
    expect(back).toEqual(distribution);
    const effort = (of: Distribution) => {
      const by: Build = () =>
        ok({
          program: programOf(cadence()),
          scenario: { ...scenario, leads: 60, steps: { first: { effort: of } } }
        });
      return analyze({ goal: 'effort', only: ['arrivals'] }, by).base?.mean ?? 0;
    };
    expect(effort(scaled(distribution, 2)) / effort(distribution)).toBeCloseTo(2, 2);
  });

  it('SIM-115 steps of linked cadences are assumptions too', () => {
    const other: Cadence = {
      ...cadence(),
      id: '01jd00000000000000000000bb',
      name: 'Other',
      nodes: cadence().nodes.map((node) => (node.id === 'first' ? { ...node, role: 'rep' } : node))
    };
    const over: CadenceNode = {
      id: 'over',
      kind: 'handoff',
      name: 'Over',
      to: { type: 'enroll', cadence: other.id },
      then: 'end'
    };
    const first = cadenceOf(
      [
        entry(),
        call('ask', { dispositions: ['interested'], routes: ['interested'] }),
        over,
        exit('won', 'won')
      ],
      ['start > ask', 'ask:interested > won', 'ask > over']
    );
    const of = { outcomes: outcomes(0.2), effort: { type: 'constant', value: 10 } } as const;
    const both: Scenario = scenarioFor(first, {
      leads: 200,
      replications: 4,
      people: [{ id: 'reps', name: 'Reps', role: 'rep', count: 1 }],
      steps: { ask: { outcomes: [{ disposition: 'interested', chance: 0.3 }] } },
      linked: { [other.id]: { first: of } }
    });
    const by: Build = () =>
      ok({
        program: programOf(first, [other]),
        scenario: both,
        options: { linked: [programOf(other)] }
      });
    const only = ['steps', `linked.${other.id}`];
    const { assumptions } = analyze({ goal: 'utilization:reps', only }, by);
    const path = `linked.${other.id}.first`;
    expect(assumptions.map((each) => each.path).toSorted()).toEqual([
      `${path}.effort`,
      `${path}.outcomes.interested`,
      `${path}.outcomes.no-answer`,
      'steps.ask.outcomes.interested'
    ]);
    const effort = at(assumptions, `${path}.effort`);
    expect(effort.name).toBe('Effort of first (Other)');
    // The people work in the linked cadence alone: a tenth more and a tenth less.
    expect(effort.seen).toBe(true);
    expect(effort.elasticity?.mean).toBeCloseTo(1, 1);
    expect(figureAt(both, `${path}.outcomes.interested`)).toBe(0.2);
  });

  it('SIM-95 chances can be moved by points, one side may be missing', () => {
    const steps = { relative: 0.1, chance: 0.15 };
    const { assumptions } = analyze({ goal: 'success', steps, only: ['steps.second'] });
    const second = at(assumptions, 'steps.second.outcomes.interested');
    expect(assumptions).toHaveLength(2);
    expect([second.low?.to, second.high?.to]).toEqual([0, 0.25]);
    const none: Build = () =>
      ok({
        program: programOf(cadence()),
        scenario: { ...scenario, steps: { first: { outcomes: outcomes(0) } } }
      });
    const raised = analyze({ goal: 'success', only: ['steps'] }, none);
    const first = at(raised.assumptions, 'steps.first.outcomes.interested');
    expect([first.low, first.high?.to, first.elasticity]).toEqual([null, 0.01, null]);
    expect(first.swing?.mean).toBeGreaterThan(0);
  });

  it('SIM-88 slices change nothing; stopped, it tells what it knows', () => {
    const settings = { goal: 'success', parameters, only: ['parameters', 'steps.second'] };
    const whole = canonicalJson(analyze(settings));
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 40_000 }), (slice) => {
        expect(canonicalJson(analyze(settings, build, slice))).toBe(whole);
      }),
      { seed: 95, numRuns: 3 }
    );
    const made = sensitivityOf(settings, build);
    if (!made.ok) throw new Error('refused');
    const run = new ExperimentRun(made.value);
    run.run(8000);
    const partial = run.report();
    expect(partial.complete).toBe(false);
    expect(partial.base).not.toBeNull();
    expect(partial.assumptions.every(({ seen }) => !seen)).toBe(true);
  });

  it('SIM-89 refuses what makes no sense, with its place', () => {
    const paths = (settings: SensitivitySettings) => {
      const made = sensitivityOf(settings, build);
      return made.ok ? [] : made.error.map(({ path }) => path);
    };
    expect(paths({ goal: 'joy' })).toEqual(['goal']);
    expect(paths({ goal: 'success', steps: { relative: 0 } })).toEqual(['steps.relative']);
    expect(paths({ goal: 'success', steps: { relative: 0.1, chance: 2 } })).toEqual([
      'steps.chance'
    ]);
    expect(paths({ goal: 'success', only: ['people.reps'] })).toEqual(['people.reps']);
  });
});
