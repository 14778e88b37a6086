import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Cadence, Scenario } from '$lib/domain';
import type { Program } from '$lib/program';
import { canonicalJson, fail, ok } from '$lib/util';
import { cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { ExperimentRun } from '../compare/experiment-run';
import { optimizerOf, type Build } from './optimizer';
import type { OptimizerSettings } from './settings';
import type { OptimizerState } from './state';

/** A wait, then a call; a verdict within so many days. */
function gapCadence(gap: number): Cadence {
  return cadenceOf(
    [
      entry(),
      wait('gap', { parameter: 'gap' }),
      call('call', { dispositions: ['interested'], routes: ['interested'] }),
      exit('won', 'won'),
      exit('lost', 'lost')
    ],
    ['start > gap', 'gap > call', 'call:interested > won', 'call > lost'],
    {
      parameters: [{ id: 'gap', name: 'Gap', duration: { amount: gap, unit: 'businessDays' } }]
    }
  );
}

const programs = new Map<number, Program>();

function programFor(gap: number): Program {
  const program = programs.get(gap) ?? programOf(gapCadence(gap));
  programs.set(gap, program);
  return program;
}

function scenario(chance: number, leads = 3000): Scenario {
  const outcomes = [{ disposition: 'interested', chance }];
  return scenarioFor(gapCadence(1), { leads, steps: { call: { outcomes } } });
}

/** The gap decides about the chance: 3 days are best, by two points against 2 and 4. */
function gapBuild(leads = 3000, sharpness = 0.02): Build {
  return ({ gap }) => {
    const days = typeof gap === 'object' ? gap.amount : 1;
    if (days > 8) return fail([{ path: 'parameters.gap', message: 'is too long' }]);
    const chance = 0.3 - sharpness * (days - 3) * (days - 3);
    return ok({ program: programFor(days), scenario: scenario(chance, leads) });
  };
}

function days(...amounts: readonly number[]) {
  return amounts.map((amount) => ({ amount, unit: 'businessDays' }) as const);
}

const settings: OptimizerSettings = {
  space: [{ name: 'gap', values: days(1, 2, 3, 4, 5, 6) }],
  goal: { metric: 'success', direction: 'max' }
};

function optimize(
  asked: OptimizerSettings,
  build: Build,
  options: { slice?: number; state?: OptimizerState } = {}
) {
  const { slice = Infinity, ...start } = options;
  const made = optimizerOf(asked, build, start);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const run = new ExperimentRun(made.value);
  while (!run.run(slice));
  return { result: run.report(), optimizer: made.value, progress: run.progress };
}

function faultsOf(asked: Partial<OptimizerSettings>, build = gapBuild()) {
  const made = optimizerOf({ ...settings, ...asked }, build);
  return made.ok ? [] : made.error.map(({ path }) => path);
}

/** Many small simulations: on a busy machine they take their time. */
vi.setConfig({ testTimeout: 30_000 });

describe('an optimizer', () => {
  it('SIM-90 SIM-92 finds the best gap and says how much it brings', () => {
    const { result, progress } = optimize(settings, gapBuild());
    const [best, ...others] = result.finalists;
    expect(best?.values).toEqual({ gap: { amount: 3, unit: 'businessDays' } });
    expect(best?.toBest).toBeNull();
    expect(result).toMatchObject({ complete: true, choices: 6, tried: 6, refused: [] });
    expect(others.length).toBeGreaterThan(0);
    // Against the start, one day: 8 points.
    expect(best?.toStart?.low).toBeLessThan(0.08);
    expect(best?.toStart?.high).toBeGreaterThan(0.08);
    expect(result.words[0]).toBe('Best found: gap = 3 business days.');
    expect(result.words[1]).toMatch(/points more leads won, qualified or with a meeting\.$/);
    expect(progress.done).toBe(progress.of);
  });

  it('SIM-90 finds it among many, most of them never tried', () => {
    const space = [
      { name: 'gap', values: days(1, 2, 3, 4, 5, 6) },
      { name: 'a', values: Array.from({ length: 21 }, (_, i) => i) },
      { name: 'b', values: Array.from({ length: 21 }, (_, i) => i) }
    ];
    const build: Build = ({ gap, a = 0, b = 0 }) => {
      const off = Math.abs(Number(a) - 13) + Math.abs(Number(b) - 6);
      const length = typeof gap === 'object' ? gap.amount : 1;
      const chance = 0.6 - 0.01 * off - 0.04 * Math.abs(length - 3);
      return ok({ program: programFor(length), scenario: scenario(chance, 1500) });
    };
    const { result } = optimize({ ...settings, space, candidates: 40 }, build);
    const [best] = result.finalists;
    expect(result.tried).toBeLessThan(250);
    expect(result.choices).toBe(2646);
    const found = best?.values ?? {};
    expect(found['gap']).toEqual({ amount: 3, unit: 'businessDays' });
    expect(Math.abs(Number(found['a']) - 13) + Math.abs(Number(found['b']) - 6)).toBeLessThan(4);
  });

  it('SIM-91 says of few leads and little difference that nothing can be told apart', () => {
    const { result } = optimize(settings, gapBuild(60, 0.0001));
    expect(result.tied).toBe(result.finalists.length);
    expect(result.words.join(' ')).toMatch(/The first \d cannot be told apart\./);
    expect(result.finalists.every(({ worse }) => !worse)).toBe(true);
  });

  it('SIM-93 keeps to constraints, and says where that is not certain', () => {
    const DAY = 86_400_000;
    const elapsed = (bound: number, percentile?: number) =>
      optimize(
        {
          ...settings,
          constraints: [
            {
              metric: 'elapsed',
              relation: 'atMost',
              bound,
              ...(percentile === undefined ? {} : { percentile })
            }
          ]
        },
        gapBuild()
      ).result;
    // Two business days take 2 or 4 days of the clock, 3.2 on average with arrivals on any weekday.
    const mean = elapsed(3.3 * DAY);
    expect(mean.finalists[0]?.values).toEqual({ gap: { amount: 2, unit: 'businessDays' } });
    expect(mean.finalists[0]?.holds).toBe('yes');
    const longest = elapsed(4.5 * DAY, 0.9);
    expect(longest.finalists[0]?.values).toEqual({ gap: { amount: 2, unit: 'businessDays' } });
    expect(longest.finalists[0]?.constraints[0]?.found?.mean).toBe(1);
    const never = elapsed(DAY / 24);
    expect(never.finalists[0]?.holds).toBe('no');
    expect(never.words[0]).toMatch(/^Nothing that was tried keeps to what was asked/);
    expect(never.tied).toBe(0);
    const chance = optimize(
      {
        ...settings,
        constraints: [{ metric: 'lost', relation: 'atMost', bound: 0.7 }]
      },
      gapBuild(200)
    ).result;
    expect(chance.finalists[0]?.holds).toBe('maybe');
    expect(chance.words[0]).toMatch(/not certain\.$/);
  });

  it('SIM-90 as little as can be is found as well', () => {
    const goal = { metric: 'elapsed', direction: 'min' } as const;
    const space = [{ name: 'gap', values: days(2, 4, 6) }];
    const { result } = optimize({ space, goal }, gapBuild(500));
    expect(result.finalists[0]?.isStart).toBe(true);
    expect(result.words[1]).toBe('Nothing better than the start was found.');
    expect(result.finalists[1]?.values).toEqual({ gap: { amount: 2, unit: 'businessDays' } });
    expect(result.finalists[1]?.worse).toBe(true);
  });

  it('SIM-94 the same seed gives the same bytes, sliced and resumed from any point', () => {
    const build = gapBuild(300);
    const whole = optimize(settings, build);
    const expected = canonicalJson(whole.result);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (stop) => {
        const made = optimizerOf(settings, build);
        if (!made.ok) throw new Error('refused');
        new ExperimentRun(made.value).run(stop);
        const state = JSON.parse(JSON.stringify(made.value.state)) as OptimizerState;
        const resumed = optimize(settings, build, { state, slice: 700 });
        expect(canonicalJson(resumed.result)).toBe(expected);
      }),
      { seed: 94, numRuns: 8 }
    );
  });

  it('SIM-94 a state of another question is refused', () => {
    const { optimizer } = optimize(settings, gapBuild(200));
    const other = { ...settings, seed: 2 };
    const made = optimizerOf(other, gapBuild(200), { state: optimizer.state });
    expect(made).toEqual(fail([expect.objectContaining({ path: 'state' })]));
  });

  it('SIM-88 reports at any time what is known, and that it was stopped', () => {
    const made = optimizerOf(settings, gapBuild());
    if (!made.ok) throw new Error('refused');
    const run = new ExperimentRun(made.value);
    expect(run.report()).toMatchObject({ finalists: [], words: ['Nothing is known yet.'] });
    run.run(4000);
    const early = run.report();
    expect(early.complete).toBe(false);
    expect(early.finalists.length).toBeGreaterThan(2);
    expect(early.words.join(' ')).toContain('stopped early');
    expect(run.progress.done).toBe(4000);
    expect(run.progress.of).toBeGreaterThan(4000);
  });

  it('SIM-94 a start that is one of the choices is not tried twice', () => {
    const made = optimizerOf(settings, gapBuild(), {
      values: { gap: { amount: 1, unit: 'businessDays' } }
    });
    if (!made.ok) throw new Error('refused');
    expect(made.value.state.arms.map(({ point }) => point)).toEqual([[0], [1], [2], [3], [4], [5]]);
  });

  it('SIM-89 choices that cannot be simulated are left out and named', () => {
    const space = [{ name: 'gap', values: days(2, 3, 9) }];
    const { result } = optimize({ ...settings, space }, gapBuild(600));
    expect(result.refused).toEqual([
      {
        values: { gap: { amount: 9, unit: 'businessDays' } },
        faults: [{ path: 'parameters.gap', message: 'is too long' }]
      }
    ]);
    expect(result.finalists[0]?.values).toEqual({ gap: { amount: 3, unit: 'businessDays' } });
  });

  it('SIM-89 refuses questions that make no sense, with their place', () => {
    expect(faultsOf({ space: [] })).toEqual(['space']);
    expect(faultsOf({ space: [{ name: 'gap', values: days(1) }] })).toEqual(['space']);
    expect(faultsOf({ space: [{ name: 'gap', values: [] }] })).toEqual(['space.gap']);
    expect(faultsOf({ space: [{ name: 'gap', values: [-1, 2] }] })).toEqual(['space.gap']);
    expect(faultsOf({ goal: { metric: 'joy', direction: 'max' } })).toEqual(['goal']);
    expect(faultsOf({ goal: { metric: 'profit', direction: 'max' } })).toEqual(['goal']);
    expect(faultsOf({ candidates: 1 })).toEqual(['candidates']);
    expect(faultsOf({}, gapBuild(0))).toContain('leads');
    expect(
      faultsOf({
        constraints: [
          { metric: 'utilization:reps', relation: 'atMost', bound: 0.8 },
          { metric: 'touches', relation: 'atMost', bound: 5, percentile: 0.9 },
          { metric: 'elapsed', relation: 'atMost', bound: NaN }
        ]
      })
    ).toEqual(['constraints[1]', 'constraints[2].bound', 'constraints[0].metric']);
  });
});
