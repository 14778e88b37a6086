import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import type { Scenario } from '$lib/domain';
import { SimulationRun } from '../run';
import { modelOf } from '../model/model';
import { TimeTally } from '../statistics/time-tally';
import { comparisonOf } from './comparison';
import { ExperimentRun } from './experiment-run';
import { readMetric } from './metric-name';
import { addTimeCounts, percentileOf, percentileWithin, timeCountsOf } from './time-counts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const SHARES = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;

function countsOf(values: readonly number[]) {
  const tally = new TimeTally();
  for (const value of values) tally.add(value);
  return { tally, counts: timeCountsOf(tally) };
}

/** The chance that of so many leads between `from` and `to` are below a percentile. */
function binomial(leads: number, share: number, from: number, to: number): number {
  let sum = 0;
  let log = leads * Math.log(1 - share);
  for (let below = 0; below <= to; below++) {
    if (below >= from) sum += Math.exp(log);
    log += Math.log(((leads - below) / (below + 1)) * (share / (1 - share)));
  }
  return sum;
}

const times = fc.array(fc.integer({ min: 0, max: 30 * 86_400_000 }), { maxLength: 200 });

describe('percentiles of times', () => {
  it('SIM-113 are those that results tell of, of parts as of the whole', () => {
    fc.assert(
      fc.property(times, times, (some, others) => {
        const { tally, counts } = countsOf([...some, ...others]);
        const parts = addTimeCounts(countsOf(some).counts, countsOf(others).counts);
        expect(parts).toEqual(counts);
        const summary = tally.summary();
        for (const [name, share] of Object.entries(SHARES)) {
          const found = percentileOf(parts, share);
          expect(found).toBe(
            counts.bins.length === 0 ? null : summary[name as keyof typeof SHARES]
          );
        }
      }),
      { seed: 113, numRuns: 60 }
    );
  });

  it.each(Object.values(SHARES))(
    'SIM-113 the interval of the share %d holds the truth as often as it says',
    (share) => {
      for (const confidence of [0.95, 0.975, 0.9995])
        for (const leads of [60, 100, 137, 400, 1000, 5000]) {
          // One lead for each quarter of an hour, so that times are ranks.
          const ranks = Array.from({ length: leads }, (_, place) => place * QUARTER);
          const found = percentileWithin(countsOf(ranks).counts, share, confidence);
          if (!found) continue;
          const first = Math.round(found.low / QUARTER) + 1;
          const last = Math.min(leads, Math.round(found.high / QUARTER));
          const held = binomial(leads, share, found.low === 0 ? 0 : first, last - 1);
          expect(held).toBeGreaterThan(confidence - 0.1 * (1 - confidence));
        }
      const many = countsOf(Array.from({ length: 5000 }, (_, place) => place * QUARTER)).counts;
      expect(percentileWithin(many, share, 0.95)).not.toBeNull();
    }
  );

  it('SIM-113 of too few leads are not known', () => {
    const few = countsOf(Array.from({ length: 40 }, (_, place) => place * QUARTER)).counts;
    expect(percentileWithin(few, 0.9, 0.95)).toBeNull();
    expect(percentileWithin(few, 0.5, 0.95)).not.toBeNull();
    expect(percentileWithin(countsOf([]).counts, 0.5, 0.95)).toBeNull();
  });

  it('SIM-113 leads that all take the same are as sure as their time is known', () => {
    const alike = countsOf(new Array<number>(500).fill(7 * MINUTE)).counts;
    const found = { mean: 7 * MINUTE, low: 7 * MINUTE, high: 7 * MINUTE };
    expect(percentileWithin(alike, 0.9, 0.95)).toEqual(found);
  });

  it('SIM-113 are named by the time and the percentile', () => {
    expect(readMetric('elapsed p90')).toEqual({ type: 'percentile', time: 'elapsed', share: 0.9 });
    for (const name of ['elapsed p42', 'touches p90', 'elapsed p', 'p90'])
      expect(readMetric(name)).toEqual({ type: 'mean', name });
  });
});

/** A call, after a wait of so many hours. */
function cadence(hours: number) {
  return cadenceOf(
    [
      entry(),
      wait('gap', { amount: hours, unit: 'hours' }),
      call('call', { role: 'rep' }),
      exit('done')
    ],
    ['start > gap', 'gap > call', 'call > done']
  );
}

function compared(metric: string, hours: number, rest: Partial<Scenario>) {
  const variants = [1, hours].map((each) => ({
    name: `${each}`,
    program: programOf(cadence(each)),
    scenario: scenarioFor(cadence(each), {
      leads: 2000,
      arrivals: { type: 'even', over: { amount: 20, unit: 'days' } },
      steps: { call: { effort: { type: 'exponential', mean: 30 } } },
      ...rest
    })
  }));
  const made = comparisonOf(variants, { metrics: [metric] });
  if (!made.ok) return made.error;
  const run = new ExperimentRun(made.value);
  run.run(Infinity);
  return run.report().others[0]?.metrics[0];
}

const people = [{ id: 'reps', name: 'Reps', role: 'rep', count: 2 }];

describe('percentiles of variants', () => {
  it('SIM-113 differ by what lies between the intervals of both', () => {
    const found = compared('elapsed p75', 49, {});
    if (!found || !('difference' in found)) throw new Error('refused');
    const { first, other, difference, kind, seen, words } = found;
    expect([kind, seen]).toEqual(['time', true]);
    expect(difference?.low).toBeGreaterThan(12 * 3_600_000);
    expect(difference?.high).toBeLessThan(80 * 3_600_000);
    expect(difference?.mean).toBe((other?.mean ?? 0) - (first?.mean ?? 0));
    expect(difference?.unpairedWidth).toBe((difference?.high ?? 0) - (difference?.low ?? 0));
    expect(words).toMatch(/days more elapsed time at the 75th percentile$/);
    const same = compared('elapsed p75', 1, {});
    expect(same).toMatchObject({ seen: false, difference: { mean: 0 } });
  });

  it('SIM-114 with people are compared by replications, in pairs', () => {
    const found = compared('elapsed p90', 49, { people, leads: 200, replications: 6 });
    if (!found || !('difference' in found)) throw new Error('refused');
    const replicated = modelOf(programOf(cadence(1)), {
      ...scenarioFor(cadence(1), {
        leads: 200,
        arrivals: { type: 'even', over: { amount: 20, unit: 'days' } },
        steps: { call: { effort: { type: 'exponential', mean: 30 } } },
        people
      })
    });
    if (!replicated.ok) throw new Error('refused');
    const one = new SimulationRun(replicated.value);
    one.run(Infinity);
    // The first replication is one of the six that the mean is of.
    const { first, difference } = found;
    expect(Math.abs((first?.mean ?? 0) - one.result().elapsed.p90)).toBeLessThan(86_400_000);
    expect(first?.low).toBeLessThan(first?.mean ?? 0);
    expect(difference?.low).toBeGreaterThan(0);
    const same = compared('elapsed p90', 1, { people, leads: 200, replications: 6 });
    expect(same).toMatchObject({ difference: { mean: 0, low: 0, high: 0 } });
  });

  it('SIM-114 with people and few replications are refused', () => {
    expect(compared('elapsed p90', 49, { people, leads: 200, replications: 4 })).toEqual([
      expect.objectContaining({ path: 'variants[0].metrics' }),
      expect.objectContaining({ path: 'variants[1].metrics' })
    ]);
    expect(compared('elapsed p42', 49, {})).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('p10, p25, p50, p75, p90 and p95') as string
      }),
      expect.anything()
    ]);
  });
});
