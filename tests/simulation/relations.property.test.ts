import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, Scenario } from '$lib/domain';
import {
  Tally,
  modelOf,
  runShare,
  sharesOf,
  summarize,
  type SimulationResult
} from '$lib/simulation';
import { canonicalJson } from '$lib/util';
import { PATIENCE, times } from '$tests/support/how-often';
import { canRun, loadCadenceFile, programOf } from '$tests/support/files';
import {
  OTHER,
  plainSimulation,
  randomModel,
  randomSimulation,
  type RandomSimulation
} from '$tests/support/random-simulation';
import { runOf, withoutPath } from './two-paths';

const sixSteps = loadCadenceFile('tests/bench/six-step-a.json');
const withPeople = loadCadenceFile('tests/bench/six-step-b.json');

function simulate(cadence: Cadence, scenario: Scenario): SimulationResult {
  const model = modelOf(programOf(cadence), scenario);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return runOf(model.value);
}

function first({ scenarios: [scenario] }: typeof sixSteps): Scenario {
  if (!scenario) throw new Error('no scenario');
  return scenario;
}

/** A result without names, the version, which is made of them too, and the order of the steps. */
function nameless(result: SimulationResult): string {
  return canonicalJson(
    JSON.parse(withoutPath(result), (key, value: unknown) => {
      if (key === 'name' || key === 'version') return '';
      return Array.isArray(value) ? ordered(value) : value;
    })
  );
}

/** Things of steps by their ids; other lists as they are. */
function ordered(values: readonly unknown[]): readonly unknown[] {
  const nodeOf = (value: unknown) => (value as { node?: string } | null)?.node;
  if (values.some((value) => typeof nodeOf(value) !== 'string')) return values;
  return [...values].sort((a, b) => ((nodeOf(a) ?? '') < (nodeOf(b) ?? '') ? -1 : 1));
}

describe('relations between simulations', { timeout: PATIENCE }, () => {
  it('SIM-104 twice the people never makes leads wait longer', () => {
    const plan = fc.record({
      count: fc.integer({ min: 2, max: 8 }),
      seed: fc.nat(1000),
      queue: fc.constantFrom('fifo' as const, 'priority' as const, 'dueFirst' as const)
    });
    const waiting = ({ steps }: SimulationResult) =>
      steps
        .filter(({ channel }) => channel === 'call')
        .reduce((sum, step) => sum + step.waiting, 0);
    fc.assert(
      fc.property(plan, ({ count, seed, queue }) => {
        const run = (people: number) =>
          waiting(
            simulate(withPeople.cadence, {
              ...first(withPeople),
              ...{ leads: 1500, seed, queue },
              people: [{ id: 'reps', name: 'Reps', role: 'rep', count: people }]
            })
          );
        expect(run(2 * count)).toBeLessThanOrEqual(run(count));
      }),
      { seed: 104, numRuns: times(4, 60) }
    );
  });

  it('SIM-105 all gaps and efforts so many times as long make all times so many times as long', () => {
    const always = { tz: 'UTC', week: daily() };
    const plan = fc.record({
      factor: fc.integer({ min: 2, max: 9 }),
      hours: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 5 }),
      seed: fc.nat(1000)
    });
    fc.assert(
      fc.property(plan, ({ factor, hours, seed }) => {
        const run = (times: number) => {
          const nodes = sixSteps.cadence.nodes.map((node, i) =>
            node.kind === 'wait' ? { ...node, until: gap(times * (hours[i % 5] ?? 1)) } : node
          );
          const { elapsed, steps } = simulate(
            { ...sixSteps.cadence, calendar: always, nodes },
            scaled({ ...first(sixSteps), leads: 300, seed, arrivals: { type: 'atOnce' } }, times)
          );
          const worked = steps.reduce((sum, { effort }) => sum + effort, 0) / 300;
          return { mean: elapsed.mean, max: elapsed.max, worked };
        };
        const [once, often] = [run(1), run(factor)];
        // A millisecond is lost now and then at each of the steps.
        for (const figure of ['mean', 'max', 'worked'] as const)
          expect(Math.abs(often[figure] - factor * once[figure])).toBeLessThanOrEqual(20 * factor);
      }),
      { seed: 105, numRuns: times(6, 100) }
    );
  });

  it('SIM-106 other names change nothing but names', () => {
    fc.assert(
      fc.property(randomSimulation({ lateWaits: true }), ({ cadence, scenario }) => {
        const renamed = renamedCadence(cadence);
        const before = runOf(randomModel({ cadence, scenario }));
        const after = runOf(randomModel({ cadence: renamed, scenario }));
        expect(nameless(after)).toBe(nameless(before));
      }),
      { seed: 106, numRuns: times(6, 200), endOnFailure: true }
    );
  });

  it('SIM-107 parts of the work done anywhere, in any order, add up to the same bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(randomSimulation({ lateWaits: true }), plainSimulation({ lateWaits: true })),
        fc.integer({ min: 1, max: 30 }),
        (drawn, slice) => {
          const model = randomModel(drawn, { leads: 60 });
          const whole = new Tally(model);
          for (const share of [...sharesOf(model)].reverse()) {
            const part = new Tally(model);
            const run = runShare(model, share, part);
            while (!run.run(slice));
            whole.absorb(part.columns());
          }
          expect(canonicalJson(summarize(model, whole))).toBe(canonicalJson(runOf(model)));
        }
      ),
      { seed: 107, numRuns: times(8, 300), endOnFailure: true }
    );
  });

  it('SIM-108 a step that nobody comes to changes nothing', () => {
    let compared = 0;
    fc.assert(
      fc.property(plainSimulation({ lateWaits: true }), fc.nat(20), (drawn, pick) => {
        const more = withStepForNobody(drawn, pick);
        if (!more) return;
        compared++;
        const model = modelOf(programOf(more, [OTHER]), drawn.scenario, {
          linked: [programOf(OTHER)]
        });
        if (!model.ok) throw new Error(JSON.stringify(model.error));
        const { steps, edges, ...rest } = withoutIdleTasks(runOf(model.value));
        const after = {
          ...rest,
          steps: steps
            .filter(({ node }) => node !== 'nobody')
            .map(({ dispositions: { nobody, ...dispositions }, ...step }) => {
              expect(nobody ?? 0).toBe(0);
              return { ...step, dispositions };
            }),
          edges: Object.fromEntries(
            Object.entries(edges).filter(([id]) => !id.startsWith('nobody'))
          )
        };
        expect(JSON.parse(nameless(after))).toEqual(
          JSON.parse(nameless(withoutIdleTasks(runOf(randomModel(drawn)))))
        );
      }),
      { seed: 108, numRuns: times(8, 300), endOnFailure: true }
    );
    expect(compared).toBeGreaterThan(times(3, 100));
  });

  it('SIM-109 more chance of a good outcome never lowers its share', () => {
    const plan = fc.record({
      touch: fc.nat(5),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      seed: fc.nat(1000)
    });
    const good = ({ exits }: SimulationResult) =>
      exits.find(({ node }) => node === 'interested')?.count ?? NaN;
    fc.assert(
      fc.property(plan, ({ touch, part, seed }) => {
        const scenario = { ...first(sixSteps), leads: 2000, seed };
        const step = scenario.steps[`touch-${touch}`];
        const [yes, no] = step?.outcomes ?? [];
        if (!yes || !no) throw new Error('no outcomes');
        const moved = part * no.chance;
        const better: Scenario = {
          ...scenario,
          steps: {
            ...scenario.steps,
            [`touch-${touch}`]: {
              ...step,
              outcomes: [
                { ...yes, chance: yes.chance + moved },
                { ...no, chance: no.chance - moved }
              ]
            }
          }
        };
        const before = good(simulate(sixSteps.cadence, scenario));
        expect(good(simulate(sixSteps.cadence, better))).toBeGreaterThanOrEqual(before);
      }),
      { seed: 109, numRuns: times(12, 300) }
    );
  });
});

function daily() {
  const hours = [['00:00', '24:00']] as const;
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
}

function gap(amount: number) {
  return { type: 'duration', delay: { amount, unit: 'hours' } } as const;
}

/** Efforts and delays so many times as long. */
function scaled(scenario: Scenario, times: number): Scenario {
  const steps = JSON.parse(JSON.stringify(scenario.steps), (key, value: unknown) =>
    ['min', 'mode', 'max'].includes(key) && typeof value === 'number' ? times * value : value
  ) as Scenario['steps'];
  return { ...scenario, steps };
}

function renamedCadence(cadence: Cadence): Cadence {
  const rename = <T extends { readonly name: string }>(each: T, i: number): T => ({
    ...each,
    name: `Other name ${i}`
  });
  return {
    ...cadence,
    name: 'Another name',
    nodes: cadence.nodes.map(rename),
    dispositions: cadence.dispositions.map(rename),
    roles: cadence.roles.map(rename),
    parameters: cadence.parameters.map(rename)
  };
}

/** A channel that no lead came to is left out: the step for nobody brings one along. */
function withoutIdleTasks(result: SimulationResult): SimulationResult {
  const { task = 0, ...byChannel } = result.touches.byChannel;
  return task > 0 ? result : { ...result, touches: { ...result.touches, byChannel } };
}

/** The cadence with an outcome that never comes, and a step for it; null: it has no place for one. */
function withStepForNobody({ cadence }: RandomSimulation, pick: number): Cadence | null {
  const able = cadence.nodes.filter(
    (node) => node.kind === 'action' && node.channel !== 'approval'
  );
  const place = able[pick % Math.max(1, able.length)];
  // An end that was there without it: one that nothing leads to is in no result.
  const end = cadence.nodes.find(
    ({ id, kind }) => kind === 'exit' && cadence.edges.some(({ to }) => to === id)
  );
  if (place?.kind !== 'action' || !end) return null;
  const nobody = { answered: true, sentiment: 'neutral', action: 'advance' } as const;
  const { dispositions = [], routes = [] } = place;
  const changed = {
    ...place,
    dispositions: [...dispositions, 'nobody'],
    routes: [...routes, 'nobody']
  };
  const more: Cadence = {
    ...cadence,
    dispositions: [...cadence.dispositions, { id: 'nobody', name: 'Nobody', ...nobody }],
    nodes: [
      ...cadence.nodes.map((node) => (node.id === place.id ? changed : node)),
      { id: 'nobody', kind: 'action', name: 'For nobody', channel: 'task' }
    ],
    edges: [
      ...cadence.edges,
      { id: 'nobody-1', from: place.id, port: 'nobody', to: 'nobody' },
      { id: 'nobody-2', from: 'nobody', port: 'done', to: end.id }
    ]
  };
  return canRun(more, [OTHER]) ? more : null;
}
