import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, Scenario, SignalAssumption, StepAssumption } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { validCadence } from '$tests/support/arbitrary-cadence';
import { SIGNALS } from '$tests/support/arbitrary-world';
import { cadenceOf, entry, exit, wait } from '$tests/support/cadences';
import { OTHER_CADENCE } from '$tests/support/draw-plan';
import { canRun } from '$tests/support/files';
import { heardSignals } from '$tests/support/heard-signals';
import { simulateCadence } from '$tests/support/simulate-cadence';
import type { CadenceResult, SimulationResult } from '../statistics/result';

const LEADS = 20;

/** Where the random cadences hand over to. */
const other: Cadence = {
  ...cadenceOf([entry(), wait('gap'), exit('done')], ['start > gap', 'gap > done']),
  id: OTHER_CADENCE,
  name: 'Other'
};

/** Every disposition of a step is as likely as the next; approvals are refused half the time. */
function stepsOf(cadence: Cadence, effort: number): Scenario['steps'] {
  const steps: Record<string, StepAssumption> = {};
  for (const node of cadence.nodes) {
    if (node.kind !== 'action') continue;
    const { dispositions = [], channel } = node;
    const offered = channel === 'approval' ? ['refused'] : dispositions;
    const chance = 1 / (offered.length + 1);
    steps[node.id] = {
      outcomes: offered.map((disposition) => ({ disposition, chance })),
      effort: { type: 'constant', value: effort },
      delay: { distribution: { type: 'uniform', min: 0, max: effort / 10 }, unit: 'businessHours' }
    };
  }
  return steps;
}

const plan = fc.record({
  cadence: validCadence().filter((cadence) => canRun(cadence, [other])),
  seed: fc.nat(1_000_000),
  effort: fc.integer({ min: 0, max: 90 }),
  signals: fc.array(
    fc.record({ at: fc.nat(30), chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      maxLength: 4
    }
  )
});

function signalsOf(cadence: Cadence, drawn: readonly { at: number; chance: number }[]) {
  const live = cadence.nodes.filter(({ kind }) => kind === 'action' || kind === 'wait');
  const signals = drawn.map(({ at, chance }, i): SignalAssumption => {
    const delay = { distribution: { type: 'constant', value: at }, unit: 'hours' } as const;
    const after = live[at % Math.max(1, live.length)]?.id;
    const signal = SIGNALS[i % SIGNALS.length] ?? 'reply';
    return { signal, chance, delay, ...(after === undefined ? {} : { after }) };
  });
  return heardSignals(cadence, [other], signals);
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function expectConserved(
  cadence: Cadence,
  result: SimulationResult | CadenceResult,
  enrolled: number
): void {
  const ends = sum([...result.exits, ...result.otherEnds].map(({ count }) => count));
  expect(ends + result.unfinished).toBe(enrolled);
  const jumps =
    (cadence.handlers ?? []).some(
      ({ effect }) => effect.type === 'jump' || effect.type === 'exit'
    ) ||
    cadence.nodes.some(
      (node) => 'sla' in node && node.sla?.some(({ action }) => action === 'move')
    );
  for (const step of result.steps) {
    const flow = (end: 'from' | 'to') =>
      sum(
        cadence.edges
          .filter((edge) => edge[end] === step.node)
          .map(({ id }) => result.edges[id] ?? 0)
      );
    const came = flow('to') + (step.kind === 'entry' ? enrolled : 0);
    // Handlers and time limits put leads somewhere without a passage; so does an exit that was on offer.
    if (jumps || step.kind === 'exit') expect(step.visits).toBeGreaterThanOrEqual(came);
    else expect(step.visits).toBe(came);
    // A fork is left by all its ways at once, and its join may let go because a path has ended elsewhere.
    if (step.kind !== 'fork' && step.kind !== 'join')
      expect(flow('from')).toBeLessThanOrEqual(step.visits);
    expect(sum(Object.values(step.dispositions))).toBe(step.touches);
    expect(step.reached).toBeLessThanOrEqual(Math.min(step.visits, enrolled));
    expect(step.waiting).toBeGreaterThanOrEqual(0);
    expect(step.effort).toBeGreaterThanOrEqual(0);
  }
}

describe('simulations of random cadences', { timeout: 120_000 }, () => {
  it('SIM-6 SIM-7 SIM-24 every lead ends once or is unfinished, what flows in flows out', () => {
    fc.assert(
      fc.property(plan, ({ cadence, seed, effort, signals }) => {
        const result = simulateCadence(cadence, {
          leads: LEADS,
          seed,
          steps: stepsOf(cadence, effort),
          signals: signalsOf(cadence, signals),
          beside: [other]
        });
        expectConserved(cadence, result, LEADS);
        for (const each of result.linked)
          expectConserved(each.cadence === other.id ? other : cadence, each, each.enrollments);
      }),
      { seed: 24, numRuns: 60 }
    );
  });

  it('SIM-1 SIM-2 the same seed gives the same bytes, however many leads at a time', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: LEADS }), (drawn, slice) => {
        const { cadence, seed, effort, signals } = drawn;
        const rest = {
          leads: LEADS,
          seed,
          steps: stepsOf(cadence, effort),
          signals: signalsOf(cadence, signals),
          beside: [other]
        };
        const whole = canonicalJson(simulateCadence(cadence, rest));
        expect(canonicalJson(simulateCadence(cadence, { ...rest, slice }))).toBe(whole);
      }),
      { seed: 25, numRuns: 15 }
    );
  });

  it('SIM-25 the short way of runs with one token finds the same as the long one', () => {
    const never = { distribution: { type: 'constant', value: 100_000 }, unit: 'days' } as const;
    let compared = 0;
    fc.assert(
      fc.property(plan, ({ cadence, seed, effort }) => {
        const rest = { leads: LEADS, seed, steps: stepsOf(cadence, effort), beside: [other] };
        const short = simulateCadence(cadence, rest);
        const after = short.steps.find(({ channel }) => channel !== null)?.node;
        if (after === undefined) return;
        compared++;
        // Too late for anybody to hear of it.
        const bounce = { signal: 'bounce', chance: 1, delay: never, after };
        const long = simulateCadence(cadence, { ...rest, signals: [bounce] });
        expect(canonicalJson({ ...long, signals: {}, path: short.path })).toBe(
          canonicalJson(short)
        );
      }),
      { seed: 26, numRuns: 40 }
    );
    expect(compared).toBeGreaterThan(30);
  });
});
