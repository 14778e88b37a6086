import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, Person, Scenario, SignalAssumption, StepAssumption } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { validCadence } from '$tests/support/arbitrary-cadence';
import { SIGNALS } from '$tests/support/arbitrary-world';
import { cadenceOf, entry, exit, wait } from '$tests/support/cadences';
import { OTHER_CADENCE } from '$tests/support/draw-plan';
import { canRun } from '$tests/support/files';
import { heardSignals } from '$tests/support/heard-signals';
import { PATIENCE, times } from '$tests/support/how-often';
import { simulateCadence } from '$tests/support/simulate-cadence';
import type { SimulationResult } from '../statistics/result';

const LEADS = 15;

const other: Cadence = {
  ...cadenceOf([entry(), wait('gap'), exit('done')], ['start > gap', 'gap > done']),
  id: OTHER_CADENCE,
  name: 'Other'
};

/** Every task takes some time, so that nobody begins and ends one at the instant of something else. */
function stepsOf(cadence: Cadence, effort: number): Scenario['steps'] {
  const steps: Record<string, StepAssumption> = {};
  for (const node of cadence.nodes) {
    if (node.kind !== 'action') continue;
    const { dispositions = [], channel } = node;
    const offered = channel === 'approval' ? ['refused'] : dispositions;
    const chance = 1 / (offered.length + 1);
    steps[node.id] = {
      outcomes: offered.map((disposition) => ({ disposition, chance })),
      effort: { type: 'uniform', min: effort, max: effort + 10 },
      delay: { distribution: { type: 'uniform', min: 0, max: effort / 10 }, unit: 'businessHours' }
    };
  }
  return steps;
}

function signalsOf(cadence: Cadence, chance: number): readonly SignalAssumption[] {
  const after = cadence.nodes.find(({ kind }) => kind === 'action' || kind === 'wait')?.id;
  const delay = { distribution: { type: 'uniform', min: 0, max: 90 }, unit: 'hours' } as const;
  const signals = SIGNALS.slice(0, 2).map((signal) => ({
    signal,
    chance,
    delay,
    ...(after === undefined ? {} : { after })
  }));
  return heardSignals(cadence, [other], signals);
}

/** As many people of every role as there can be tasks at once. */
function everybody(cadence: Cadence, count: number): readonly Person[] {
  return cadence.roles.map(({ id, name }) => ({ id, name, role: id, count }));
}

const plan = fc.record({
  cadence: validCadence().filter((cadence) => canRun(cadence, [other])),
  seed: fc.nat(1_000_000),
  effort: fc.integer({ min: 1, max: 90 }),
  chance: fc.constantFrom(0, 0.4)
});

/** What a simulation found, but for people, the way it took, and how sure it is where leads share them. */
function bytesOf(result: SimulationResult): string {
  const measured = result.measured.map(({ metric, mean }) => ({ metric, mean }));
  return canonicalJson({ ...result, measured, people: [], path: null });
}

describe('people of whom there are enough', { timeout: PATIENCE }, () => {
  it('SIM-55 change nothing: the same bytes as without them', () => {
    fc.assert(
      fc.property(plan, ({ cadence, seed, effort, chance }) => {
        const rest = {
          leads: LEADS,
          seed,
          steps: stepsOf(cadence, effort),
          signals: chance > 0 ? signalsOf(cadence, chance) : [],
          beside: [other]
        };
        const without = simulateCadence(cadence, rest);
        const people = everybody(cadence, 100 * LEADS);
        if (people.length === 0) return;
        expect(bytesOf(simulateCadence(cadence, { ...rest, people }))).toBe(bytesOf(without));
      }),
      { seed: 55, numRuns: times(12, 400) }
    );
  });

  it('SIM-55 neither do those of a cadence that hands over to none in the file', () => {
    const alone = plan.filter(({ cadence }) => canRun(cadence, []));
    fc.assert(
      fc.property(alone, ({ cadence, seed, effort }) => {
        const rest = { leads: LEADS, seed, steps: stepsOf(cadence, effort) };
        const people = everybody(cadence, 100 * LEADS);
        const without = bytesOf(simulateCadence(cadence, rest));
        expect(bytesOf(simulateCadence(cadence, { ...rest, people }))).toBe(without);
      }),
      { seed: 21, numRuns: times(15, 1000) }
    );
  });

  it('SIM-1 SIM-57 few people: same bytes in slices, and their time is what was worked', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: LEADS }), (drawn, slice) => {
        const { cadence, seed, effort } = drawn;
        const people = everybody(cadence, 1);
        if (people.length === 0) return;
        const rest = { leads: LEADS, seed, steps: stepsOf(cadence, effort), beside: [other] };
        const result = simulateCadence(cadence, { ...rest, people });
        const sliced = simulateCadence(cadence, { ...rest, people, slice });
        expect(canonicalJson(sliced)).toBe(canonicalJson(result));
        const shared = cadence.nodes.flatMap((node) =>
          node.kind === 'action' && node.mode !== 'automatic' && node.role !== undefined
            ? [node.id]
            : []
        );
        const effortOf = [result, ...result.linked].flatMap(({ steps }) =>
          steps.filter(({ node }) => shared.includes(node))
        );
        const worked = result.people.reduce((sum, each) => sum + each.worked, 0);
        expect(worked).toBe(effortOf.reduce((sum, step) => sum + step.effort, 0));
        const ends = [...result.exits, ...result.otherEnds];
        expect(ends.reduce((sum, { count }) => sum + count, 0) + result.unfinished).toBe(LEADS);
      }),
      { seed: 57, numRuns: times(8, 200) }
    );
  });
});
