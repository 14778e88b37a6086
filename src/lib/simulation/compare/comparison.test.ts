import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, Disposition, Scenario } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { DISPOSITIONS, cadenceOf, call, entry, exit, sixSteps } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { comparisonOf, type NamedVariant } from './comparison';
import type { ComparedMetric } from './comparison-result';
import { ExperimentRun } from './experiment-run';

/** One call: interested or not. */
const single = cadenceOf(
  [
    entry(),
    call('call', { dispositions: ['interested'], routes: ['interested'] }),
    exit('won', 'won'),
    exit('lost', 'lost')
  ],
  ['start > call', 'call:interested > won', 'call > lost']
);

function chance(value: number, rest: Partial<Scenario> = {}): Scenario {
  const outcomes = [{ disposition: 'interested', chance: value }];
  return scenarioFor(single, { leads: 4000, steps: { call: { outcomes } }, ...rest });
}

function variant(name: string, cadence: Cadence, scenario: Scenario): NamedVariant {
  return { name, program: programOf(cadence), scenario };
}

function compare(variants: readonly NamedVariant[], slice = Infinity) {
  const made = comparisonOf(variants);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const run = new ExperimentRun(made.value);
  while (!run.run(slice));
  return run.report();
}

function metric(all: readonly ComparedMetric[] | undefined, name: string): ComparedMetric {
  const found = all?.find((each) => each.metric === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

describe('a comparison', () => {
  it('SIM-85 a variant against itself differs by exactly nothing', () => {
    const same = variant('Same', sixSteps(), scenarioFor(sixSteps()));
    const { others, complete, leads, units } = compare([same, same]);
    expect({ complete, leads, units }).toEqual({ complete: true, leads: 2000, units: 20 });
    expect(others[0]?.metrics.length).toBeGreaterThan(8);
    for (const { difference, seen } of others[0]?.metrics ?? []) {
      expect(seen).toBe(false);
      expect(difference && [difference.mean, difference.low, difference.high]).toEqual([0, 0, 0]);
    }
  });

  it('SIM-85 SIM-86 two points more chance are two points more leads, seen far more sharply in pairs', () => {
    const { others } = compare([
      variant('A', single, chance(0.1)),
      variant('B', single, chance(0.12))
    ]);
    const { difference, seen, words } = metric(others[0]?.metrics, 'success');
    if (!difference) throw new Error('nothing');
    expect(seen).toBe(true);
    expect(difference.low).toBeLessThan(0.02);
    expect(difference.high).toBeGreaterThan(0.02);
    expect(difference.high - difference.low).toBeLessThan(difference.unpairedWidth * 0.6);
    expect(words).toMatch(
      /^B: 1\.\d+ to [23]\.\d+ points more leads won, qualified or with a meeting$/
    );
    // Every lead that one variant wins the other wins too: the pairs differ by nothing else.
    expect(metric(others[0]?.metrics, 'touches').difference?.mean).toBe(0);
  });

  it('SIM-87 says that nothing can be seen, and how much there may be', () => {
    const { others } = compare([
      variant('A', single, chance(0.1, { leads: 60 })),
      variant('B', single, chance(0.11, { leads: 60 }))
    ]);
    const { difference, seen, words } = metric(others[0]?.metrics, 'success');
    expect(seen).toBe(false);
    expect(difference?.low).toBeLessThanOrEqual(0);
    expect(words).toMatch(/no difference can be seen|the same in every part/);
  });

  it('SIM-85 compares what both cadences have', () => {
    const { others } = compare([
      variant('Single', single, chance(0.1, { leads: 2000 })),
      variant('Six', sixSteps(), scenarioFor(sixSteps()))
    ]);
    const names = others[0]?.metrics.map((each) => each.metric) ?? [];
    expect(names).toContain('success');
    expect(names).toContain('exit:won');
    expect(names).not.toContain('exit:silent');
    expect(metric(others[0]?.metrics, 'touches').words).toMatch(/more touches a lead$/);
    expect(metric(others[0]?.metrics, 'elapsed').words).toMatch(/days more elapsed time$/);
  });

  it('SIM-88 slices change nothing, and what is there at a stop says so', () => {
    const variants = [
      variant('A', single, chance(0.1, { leads: 12_000 })),
      variant('B', single, chance(0.12, { leads: 12_000 }))
    ];
    const whole = canonicalJson(compare(variants));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 30_000 }), (slice) => {
        expect(canonicalJson(compare(variants, slice))).toBe(whole);
      }),
      { seed: 88, numRuns: 3 }
    );
    const made = comparisonOf(variants);
    if (!made.ok) throw new Error('refused');
    const run = new ExperimentRun(made.value);
    expect(run.report().others[0]?.metrics[0]?.difference).toBeNull();
    expect(run.run(10_900)).toBe(false);
    expect(run.progress).toEqual({ done: 10_900, of: 24_000 });
    const partial = run.report();
    expect(partial).toMatchObject({ complete: false, units: 9 });
    expect(metric(partial.others[0]?.metrics, 'success').difference).not.toBeNull();
  });

  it('SIM-88 jobs told in any order give the same bytes', () => {
    const variants = [
      variant('A', single, chance(0.1, { leads: 12_000 })),
      variant('B', single, chance(0.12, { leads: 12_000 }))
    ];
    const [forward, backward] = [comparisonOf(variants), comparisonOf(variants)];
    if (!forward.ok || !backward.ok) throw new Error('refused');
    const run = new ExperimentRun(forward.value);
    run.run(Infinity);
    const jobs = backward.value.jobs;
    backward.value.jobs = () => [...jobs.call(backward.value)].reverse();
    const other = new ExperimentRun(backward.value);
    other.run(Infinity);
    expect(canonicalJson(other.report())).toBe(canonicalJson(run.report()));
  });

  it('SIM-89 refuses what cannot be compared, with its place', () => {
    const a = variant('A', single, chance(0.1));
    const refusal = (others: readonly NamedVariant[], metrics?: string[]) => {
      const made = comparisonOf([a, ...others], metrics ? { metrics } : {});
      return made.ok ? [] : made.error.map(({ path }) => path);
    };
    expect(refusal([])).toEqual(['variants']);
    expect(refusal([variant('B', single, chance(0.1, { leads: 5, seed: 9 }))])).toEqual([
      'variants[1].leads',
      'variants[1].seed'
    ]);
    expect(refusal([variant('B', single, chance(1.1))])).toEqual([
      'variants[1].steps.call.outcomes'
    ]);
    expect(refusal([a], ['happiness'])).toEqual(['variants[0].metrics', 'variants[1].metrics']);
    expect(refusal([a], ['utilization:reps', 'cost'])).toHaveLength(4);
    const later = {
      ...single,
      dispositions: [{ ...DISPOSITIONS[0], id: 'interested' } as Disposition],
      nodes: single.nodes.map((node) =>
        node.id === 'won' && node.kind === 'exit'
          ? { ...node, result: 'contactLater' as const }
          : node
      )
    };
    expect(refusal([variant('B', later, chance(0.1))], ['success'])).toEqual([
      'variants[1].metrics'
    ]);
    expect(refusal([variant('B', later, chance(0.1))])).toEqual([]);
  });
});
