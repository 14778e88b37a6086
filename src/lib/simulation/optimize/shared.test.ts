import { describe, expect, it, vi } from 'vitest';
import type { Scenario } from '$lib/domain';
import { canonicalJson, ok } from '$lib/util';
import { cadenceOf, call, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { comparisonOf } from '../compare/comparison';
import { ExperimentRun } from '../compare/experiment-run';
import { withFigure } from '../compare/figure-path';
import { optimizerOf, type Build } from './optimizer';
import type { OptimizerSettings } from './settings';
import type { OptimizerState } from './state';

const PATH = 'people.reps.count';

/** One call of half an hour on average, over five days of eight hours: 25 hours of work a person. */
const cadence = cadenceOf(
  [entry(), call('call', { role: 'rep' }), exit('done')],
  ['start > call', 'call > done']
);
const scenario: Scenario = scenarioFor(cadence, {
  leads: 50,
  arrivals: { type: 'even', over: { amount: 5, unit: 'businessDays' } },
  people: [{ id: 'reps', name: 'Reps', role: 'rep', count: 1 }],
  steps: { call: { effort: { type: 'exponential', mean: 30 } } }
});
const program = programOf(cadence);

const build: Build = (values) => {
  const count = values[PATH];
  if (typeof count !== 'number') return ok({ program, scenario });
  const changed = withFigure(scenario, PATH, count);
  return changed.ok ? ok({ program, scenario: changed.value }) : changed;
};

const settings: OptimizerSettings = {
  space: [{ name: PATH, values: [1, 2, 3, 4] }],
  goal: { metric: 'waiting', direction: 'min' }
};

function optimize(asked: OptimizerSettings, state?: OptimizerState, slice = Infinity) {
  const made = optimizerOf(asked, build, { values: { [PATH]: 1 }, ...(state ? { state } : {}) });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const run = new ExperimentRun(made.value);
  while (!run.run(slice));
  return run.report();
}

/** Many small simulations: on a busy machine they take their time. */
vi.setConfig({ testTimeout: 30_000 });

describe('experiments with people whom leads share', () => {
  it('SIM-114 the most people for the shortest percentile, by replications', () => {
    const { finalists, complete, words } = optimize({
      ...settings,
      goal: { metric: 'elapsed p90', direction: 'min' }
    });
    expect(complete).toBe(true);
    expect(finalists[0]?.values).not.toEqual({ [PATH]: 1 });
    expect(finalists[0]?.goal?.low).toBeLessThan(finalists[0]?.goal?.mean ?? 0);
    expect(finalists[0]?.toStart?.high).toBeLessThan(0);
    expect(words[1]).toMatch(/^Against the start: .* less elapsed time at the 90th percentile\.$/);
  });

  it('SIM-90 what is known by replications alone decides from the first of them on', () => {
    const busy = { metric: 'utilization:reps', direction: 'max' } as const;
    const many = { name: PATH, values: [9, 8, 7, 6, 5, 4, 3, 2] };
    const { finalists } = optimize({ ...settings, space: [many], goal: busy });
    expect(finalists.slice(0, 2).map(({ values }) => values?.[PATH] ?? 1)).toEqual([1, 2]);
  });

  it('SIM-90 SIM-93 as few people as keep the use of them within a bound', () => {
    const busy = { metric: 'utilization:reps', relation: 'atLeast', bound: 0.23 } as const;
    const { finalists, complete } = optimize({ ...settings, constraints: [busy] });
    expect(complete).toBe(true);
    // One is busy for about 0.6 of the time, two for 0.31, three for 0.21; an error of 0.31 is about 0.016.
    expect(finalists[0]?.values).toEqual({ [PATH]: 2 });
    expect(finalists[0]?.holds).toBe('yes');
    const [use] = finalists[0]?.constraints ?? [];
    expect(use?.found?.low).toBeGreaterThan(0.23);
    expect(use?.found?.high).toBeLessThan(0.35);
    expect(finalists.find(({ isStart }) => isStart)?.worse).toBe(true);
    expect(optimize(settings).finalists[0]?.values?.[PATH]).not.toBe(1);
  });

  it('SIM-94 goes on from any point to the same bytes', () => {
    const whole = canonicalJson(optimize(settings));
    for (const stop of [700, 2100]) {
      const made = optimizerOf(settings, build, { values: { [PATH]: 1 } });
      if (!made.ok) throw new Error('refused');
      new ExperimentRun(made.value).run(stop);
      const state = JSON.parse(JSON.stringify(made.value.state)) as OptimizerState;
      expect(canonicalJson(optimize(settings, state, 77))).toBe(whole);
    }
  });

  it('SIM-86 pairs are of batches, and of replications where there are enough', () => {
    const units = (replications: number) => {
      const two = withFigure({ ...scenario, replications }, PATH, 2);
      if (!two.ok) throw new Error('no count');
      const made = comparisonOf([
        { name: 'One', program, scenario: { ...scenario, replications } },
        { name: 'Two', program, scenario: two.value }
      ]);
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      const run = new ExperimentRun(made.value);
      run.run(Infinity);
      const result = run.report();
      const waiting = result.others[0]?.metrics.find(({ metric }) => metric === 'waiting');
      expect(waiting?.difference?.mean).toBeLessThan(0);
      return result.units;
    };
    expect(units(2)).toBe(40);
    expect(units(6)).toBe(6);
  });
});
