import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, Scenario, SignalAssumption, StepAssumption } from '$lib/domain';
import { foldLead } from '$lib/engine';
import { canonicalJson } from '$lib/util';
import { heardSignals } from '$tests/support/heard-signals';
import { validCadence } from '$tests/support/arbitrary-cadence';
import { SIGNALS } from '$tests/support/arbitrary-world';
import { cadenceOf, call, entry, exit } from '$tests/support/cadences';
import { OTHER_CADENCE } from '$tests/support/draw-plan';
import { canRun } from '$tests/support/files';
import { PATIENCE, times } from '$tests/support/how-often';
import { cadenceModel } from '$tests/support/simulate-cadence';
import type { Model } from '../model/model';
import { SimulationRun } from '../run';
import { historyOf, leadLog } from './follow-lead';

const LEADS = 4;
const RUNS = times(4, 60);

/** Where the random cadences hand over to. */
const other: Cadence = {
  ...cadenceOf([entry(), call('ring'), exit('done')], ['start > ring', 'ring > done']),
  id: OTHER_CADENCE,
  name: 'Other'
};

/** Odd minutes: nothing of what people do falls on an instant at which a timer fires. */
const effort = { type: 'uniform', min: 1.01, max: 90.01 } as const;

function stepsOf(cadence: Cadence): Scenario['steps'] {
  const steps: Record<string, StepAssumption> = {};
  for (const node of cadence.nodes) {
    if (node.kind !== 'action') continue;
    const { dispositions = [], channel } = node;
    const offered = channel === 'approval' ? ['refused'] : dispositions;
    const chance = 1 / (offered.length + 1);
    steps[node.id] = {
      outcomes: offered.map((disposition) => ({ disposition, chance })),
      effort,
      delay: { distribution: { type: 'uniform', min: 0, max: 5 }, unit: 'businessHours' }
    };
  }
  return steps;
}

function signalsOf(
  cadence: Cadence,
  drawn: readonly { readonly at: number; readonly chance: number }[]
): readonly SignalAssumption[] {
  const live = cadence.nodes.filter(({ kind }) => kind === 'action' || kind === 'wait');
  return drawn.map(({ at, chance }, i) => {
    const delay = {
      distribution: { type: 'uniform', min: at, max: at + 1.01 },
      unit: 'hours'
    } as const;
    const after = live[at % Math.max(1, live.length)]?.id;
    const signal = SIGNALS[i % SIGNALS.length] ?? 'reply';
    return { signal, chance, delay, ...(after === undefined ? {} : { after }) };
  });
}

const plans = fc.record({
  cadence: validCadence().filter((cadence) => canRun(cadence, [other])),
  seed: fc.nat(1_000_000),
  signals: fc.array(
    fc.record({ at: fc.nat(30), chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 4 }
  )
});

function modelFor(cadence: Cadence, rest: Partial<Scenario>, beside: readonly Cadence[]): Model {
  return cadenceModel(cadence, {
    leads: LEADS,
    arrivals: { type: 'even', over: { amount: 3, unit: 'businessDays' } },
    steps: stepsOf(cadence),
    linked: Object.fromEntries(beside.map((each) => [each.id, stepsOf(each)])),
    beside,
    ...rest
  });
}

/** Folds what was written down of a lead, and compares with what it did. */
function expectSame(model: Model, index: number): number {
  const log = leadLog(model, index);
  const last = Math.max(0, ...log.entries.map(({ at }) => at));
  const { enrollments, notices } = foldLead(historyOf(model, log), last);
  // Of cadences that are not followed nothing was written down. A handoff to one that the lead is in
  // is refused, and its key is that of the next one, which may come about.
  const surprises = notices.filter(
    ({ enrollment, refusal }) =>
      enrollment && enrollment in log.traces && refusal?.code !== 'reEntry'
  );
  expect(surprises).toEqual([]);
  expect(enrollments.map(({ key }) => key)).toEqual(Object.keys(log.traces).sort());
  for (const { key, trace } of enrollments)
    expect(canonicalJson(trace)).toBe(canonicalJson(log.traces[key]));
  const main = enrollments.find(({ cadence }) => cadence === model.program.cadence);
  expect(main?.end?.at ?? null).toBe(log.ended);
  return log.events.length;
}

/** One person of each role that anybody has. */
function peopleOf({ roles }: Cadence): NonNullable<Scenario['people']> {
  return roles.map(({ id, name }) => ({ id, name, role: id, count: 1, switching: 3.01 }));
}

/** Touches of all leads, as their logs tell of them and as they are counted. */
function expectCounted(model: Model): void {
  let touches = 0;
  let ended = 0;
  for (let index = 0; index < LEADS; index++) {
    const { entries, ended: at } = leadLog(model, index);
    touches += entries.filter(({ kind }) => kind === 'completed').length;
    if (at !== null) ended++;
  }
  const run = new SimulationRun(model);
  while (!run.run(1));
  const { steps, linked, unfinished } = run.result();
  const counted = [...steps, ...linked.flatMap((each) => each.steps)];
  expect(touches).toBe(counted.reduce((sum, step) => sum + step.touches, 0));
  expect(ended).toBe(LEADS - unfinished);
}

describe('the log of a lead', { timeout: PATIENCE }, () => {
  it.each<[string, readonly Cadence[], (cadence: Cadence) => Partial<Scenario>]>([
    ['by itself', [], () => ({})],
    ['in linked cadences', [other], () => ({})],
    ['among others who share people', [], (cadence) => ({ people: peopleOf(cadence) })],
    ['in linked cadences with people', [other], (cadence) => ({ people: peopleOf(cadence) })]
  ])('SIM-81 folded, the events of a lead %s come to the same', (_, beside, more) => {
    let events = 0;
    fc.assert(
      fc.property(plans, ({ cadence, seed, signals }) => {
        const heard = heardSignals(cadence, beside, signalsOf(cadence, signals));
        const rest = { seed, signals: heard, ...more(cadence) };
        const model = modelFor(cadence, rest, beside);
        for (let index = 0; index < LEADS; index++) events += expectSame(model, index);
        expectCounted(model);
      }),
      { seed: 81, numRuns: RUNS, endOnFailure: true }
    );
    expect(events).toBeGreaterThan(6 * RUNS);
  });
});
