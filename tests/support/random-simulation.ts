/** Random cadences with random assumptions that fit them: what can be simulated. */
import fc, { type Arbitrary } from 'fast-check';
import type {
  Cadence,
  CadenceNode,
  Distribution,
  Scenario,
  SignalAssumption,
  StepAssumption
} from '$lib/domain';
import { modelOf, type Model, type ModelOptions } from '$lib/simulation';
import { validCadence } from './arbitrary-cadence';
import { SIGNALS } from './arbitrary-world';
import { cadenceOf, entry, exit, wait } from './cadences';
import { OTHER_CADENCE } from './draw-plan';
import { canRun, programOf } from './files';
import { heardSignals } from './heard-signals';

/** Where the random cadences hand over to. */
export const OTHER: Cadence = {
  ...cadenceOf([entry(), wait('gap'), exit('done')], ['start > gap', 'gap > done']),
  id: OTHER_CADENCE,
  name: 'Other'
};

export interface RandomSimulation {
  readonly cadence: Cadence;
  readonly scenario: Scenario;
}

const minutes = fc.integer({ min: 1, max: 90 });

/** Continuous, so that hardly ever two things fall on one instant by chance. */
const length: Arbitrary<Distribution> = fc.oneof(
  minutes.map((max): Distribution => ({ type: 'uniform', min: 0.01, max })),
  minutes.map((mean): Distribution => ({ type: 'exponential', mean })),
  minutes.map((median): Distribution => ({ type: 'lognormal', median, p90: 3 * median })),
  minutes.map((min): Distribution => ({ type: 'triangular', min, mode: 2 * min, max: 4 * min })),
  minutes.map((mean): Distribution => ({ type: 'normal', mean, deviation: mean / 3 }))
);

const unit = fc.constantFrom('minutes' as const, 'hours' as const, 'businessMinutes' as const);

const stepPlan = fc.record({
  effort: length,
  delay: fc.option(fc.record({ distribution: length, unit }), { nil: undefined, freq: 2 }),
  /** How the chances of its outcomes are told apart. */
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 }),
  favored: fc.boolean()
});

const segments: NonNullable<Scenario['segments']> = ['north', 'south'].map((region, i) => ({
  id: region,
  name: region,
  weight: i + 1,
  fields: {
    name: 'Ann',
    email: 'ann@example.org',
    phone: '+49 30 1',
    region,
    score: 2 * i + 1,
    vip: i === 0,
    renewal: i === 0 ? '2026-02-03' : '2026-01-20',
    timezone: i === 0 ? 'America/New_York' : 'Europe/Berlin'
  }
}));

interface Wants {
  /** Delays of waits too: events cannot tell of those. */
  readonly lateWaits?: boolean;
}

/** A sound cadence of any kind, and what is assumed of its steps, signals and leads. */
export function randomSimulation(wants: Wants = {}): Arbitrary<RandomSimulation> {
  return simulationOf(validCadence(), wants);
}

/** The same of cadences in which each lead is at one step at a time and nothing comes from outside. */
export function plainSimulation(wants: Wants = {}): Arbitrary<RandomSimulation> {
  const cadences = validCadence()
    .filter(({ nodes }) => nodes.every(isPlain))
    .map(plain);
  return simulationOf(cadences, wants).map(({ cadence, scenario }) => {
    const { signals: _, ...rest } = scenario;
    return { cadence, scenario: rest };
  });
}

function isPlain(node: CadenceNode): boolean {
  if (node.kind === 'fork' || node.kind === 'join' || node.kind === 'handoff') return false;
  return node.kind !== 'wait' || node.until.type === 'duration' || node.until.type === 'weekday';
}

/** Without handlers, moves, rules, limits, repeats, requirements, and outcomes that stop or put off. */
function plain({ handlers, moves, rules, contactWindow, touchBudget, ...rest }: Cadence): Cadence {
  const kept = rest.dispositions
    .filter(({ action, optOut }) => (action === 'advance' || action === 'finish') && !optOut)
    .map(({ id }) => id);
  const nodes = rest.nodes.map((node): CadenceNode => {
    if (node.kind === 'stage') return { id: node.id, kind: node.kind, name: node.name };
    if (node.kind === 'exit')
      return { id: node.id, kind: node.kind, name: node.name, result: node.result };
    if (node.kind !== 'action') return node;
    const { repeat, requirements, sla, autoSkipAfter, expireAfter, heldRoute, ...own } = node;
    const { dispositions = [], routes = [] } = node;
    return {
      ...own,
      dispositions: dispositions.filter((id) => kept.includes(id)),
      routes: routes.filter((id) => kept.includes(id))
    };
  });
  const isGone = (port: string) =>
    port === 'held' || rest.dispositions.some(({ id }) => id === port && !kept.includes(id));
  return { ...rest, nodes, edges: rest.edges.filter(({ port }) => !isGone(port)) };
}

function simulationOf(
  cadences: Arbitrary<Cadence>,
  { lateWaits = false }: Wants
): Arbitrary<RandomSimulation> {
  return fc
    .record({
      cadence: cadences.filter((cadence) => canRun(cadence, [OTHER])),
      seed: fc.nat(1_000_000),
      steps: fc.array(stepPlan, { minLength: 5, maxLength: 5 }),
      signals: fc.array(
        fc.record({
          chance: fc.double({ min: 0, max: 1, noNaN: true }),
          delay: length,
          pick: fc.nat(30)
        }),
        { maxLength: 4 }
      ),
      curve: fc.boolean()
    })
    .map(({ cadence, seed, steps, signals, curve }) => ({
      cadence,
      scenario: {
        id: 'random',
        name: 'Random',
        start: '2026-01-05T09:00',
        leads: 20,
        seed,
        arrivals: curve
          ? { type: 'curve', perDay: [3, 0, 5.5] }
          : { type: 'even', over: { amount: 5, unit: 'businessDays' } },
        segments,
        steps: stepsOf(cadence, steps, lateWaits),
        signals: heardSignals(cadence, [OTHER], signalsOf(cadence, signals))
      }
    }));
}

function stepsOf(
  { nodes }: Cadence,
  plans: readonly (typeof stepPlan extends Arbitrary<infer T> ? T : never)[],
  lateWaits: boolean
): Scenario['steps'] {
  const steps: Record<string, StepAssumption> = {};
  nodes.forEach((node, i) => {
    const plan = plans[i % plans.length];
    if (!plan) return;
    const { effort, delay, weights, favored } = plan;
    const late = delay ? { delay } : {};
    if (node.kind === 'wait' && node.until.type !== 'event' && lateWaits) steps[node.id] = late;
    if (node.kind !== 'action') return;
    const offered = node.channel === 'approval' ? ['refused'] : (node.dispositions ?? []);
    const whole = weights.slice(0, offered.length).reduce((sum, weight) => sum + weight, 0);
    // A conversation always has an outcome; an approval may be given.
    const most = node.channel === 'approval' ? 0.5 : 1;
    const chance = (place: number) => (most * (weights[place] ?? 1)) / whole;
    const outcomes = offered.map((disposition, place) => ({
      disposition,
      chance: chance(place),
      // The north may have the same chances the other way round.
      ...(favored ? { bySegment: { north: chance(offered.length - 1 - place) } } : {})
    }));
    steps[node.id] = { effort, outcomes, ...late };
  });
  return steps;
}

function signalsOf(
  { nodes }: Cadence,
  drawn: readonly { chance: number; delay: Distribution; pick: number }[]
): readonly SignalAssumption[] {
  const actions = nodes.filter(({ kind }) => kind === 'action');
  return drawn.map(({ chance, delay, pick }, i) => {
    const after = actions[pick % Math.max(1, actions.length)]?.id;
    const assumption = {
      signal: SIGNALS[i % SIGNALS.length] ?? 'reply',
      chance,
      delay: {
        distribution: delay,
        unit: pick % 2 === 0 ? ('hours' as const) : ('minutes' as const)
      }
    };
    // Of the touch itself, or of the lead.
    return after === undefined || pick % 3 === 0 ? assumption : { ...assumption, after };
  });
}

/** The model of a random simulation. */
export function randomModel(
  { cadence, scenario }: RandomSimulation,
  options: ModelOptions = {}
): Model {
  const linked = [programOf(OTHER)];
  const model = modelOf(programOf(cadence, [OTHER]), scenario, { linked, ...options });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}
