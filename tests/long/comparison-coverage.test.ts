import { describe, expect, it } from 'vitest';
import { ExperimentRun, comparisonOf } from '$lib/simulation';
import { cadenceOf, call, entry, exit } from '../support/cadences';
import { programOf } from '../support/files';
import { scenarioFor } from '../support/scenarios';

const SEEDS = 200;

const cadence = cadenceOf(
  [
    entry(),
    call('call', {
      dispositions: ['interested', 'not-interested', 'no-answer'],
      routes: ['interested']
    }),
    call('again', { dispositions: ['interested'], routes: ['interested'] }),
    exit('won', 'won'),
    exit('lost', 'lost')
  ],
  [
    'start > call',
    'call:interested > won',
    'call > again',
    'again:interested > won',
    'again > lost'
  ]
);
const program = programOf(cadence);

function variant(name: string, chance: number, seed: number, leads: number) {
  const outcomes = [
    { disposition: 'no-answer', chance: 0.5 },
    { disposition: 'interested', chance }
  ];
  const again = [{ disposition: 'interested', chance: 0.1 }];
  const steps = { call: { outcomes }, again: { outcomes: again } };
  return { name, program, scenario: scenarioFor(cadence, { leads, seed, steps }) };
}

/** Of so many seeds, those whose interval holds the true difference; and how wide it is on average. */
function coverage(from: number, to: number, leads: number) {
  // Won at the first call or, of the rest, one in ten at the second.
  const truth = (to - from) * 0.9;
  let covered = 0;
  let narrower = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const made = comparisonOf([variant('A', from, seed, leads), variant('B', to, seed, leads)], {
      metrics: ['success']
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const run = new ExperimentRun(made.value);
    run.run(Infinity);
    const difference = run.report().others[0]?.metrics[0]?.difference;
    if (!difference) throw new Error('nothing was measured');
    if (difference.low <= truth && truth <= difference.high) covered++;
    if (difference.high - difference.low < difference.unpairedWidth) narrower++;
  }
  return { covered: covered / SEEDS, narrower: narrower / SEEDS };
}

describe('intervals of comparisons', () => {
  it.each([
    [0.2, 0.22, 1000],
    [0.2, 0.3, 400],
    [0.05, 0.4, 200]
  ])('SIM-86 from %f to %f with %i leads: intervals hold the truth', (from, to, leads) => {
    const { covered, narrower } = coverage(from, to, leads);
    expect(covered).toBeGreaterThanOrEqual(0.9);
    expect(covered).toBeLessThanOrEqual(0.99);
    expect(narrower).toBeGreaterThan(0.9);
  });
});
