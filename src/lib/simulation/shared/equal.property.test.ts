import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person, Scenario } from '$lib/domain';
import { programOf } from '$tests/support/files';
import { modelOf, type Model } from '../model/model';
import { runShare, SimulationRun } from '../run';
import type { SimulationResult } from '../statistics/result';
import { withoutDetails } from '../testing/without-details';
import { sharesOf } from '../shares';
import { Tally } from '../statistics/tally';
import { pathOf } from '../columnar/path';
import { calendars, straight, type Straight } from '../columnar/testing/straight-cadences';
import { ColumnarSharedRun } from './columnar-shared-run';

const person: Arbitrary<Omit<Person, 'id'>> = fc.record({
  name: fc.constant('Reps'),
  role: fc.constant('rep'),
  count: fc.integer({ min: 1, max: 4 }),
  calendar: fc.constantFrom(...calendars),
  effort: fc.constantFrom(0.7, 1, 2.5),
  switching: fc.constantFrom(0, 0, 0, 4),
  overtime: fc.constantFrom('finish' as const, 'finish' as const, 'nextDay' as const),
  costPerHour: fc.constantFrom(0, 33.3)
});

const world = fc.record({
  straight,
  people: fc.array(person, { minLength: 1, maxLength: 2 }),
  queue: fc.constantFrom(
    'fifo' as const,
    'fifo' as const,
    'priority' as const,
    'dueFirst' as const
  ),
  warmUp: fc.constantFrom(0, 0, 1, 40),
  replications: fc.constantFrom(1, 2),
  efforts: fc.array(fc.integer({ min: 10, max: 45 }), { minLength: 8, maxLength: 8 }),
  priorities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 })
});

type World = typeof world extends Arbitrary<infer Value> ? Value : never;

/** Tasks take some time, so that they do not follow each other at once. */
function scenarioOf({ straight: drawn, people, queue, ...rest }: World): Scenario {
  const { cadence, scenario } = drawn;
  const steps = Object.fromEntries(
    Object.entries(scenario.steps).map(([id, step], i) => {
      const node = cadence.nodes.find((each) => each.id === id);
      if (node?.kind !== 'action') return [id, step];
      const min = rest.efforts[i] ?? 10;
      const effort = { type: 'uniform' as const, min, max: min + 30 };
      return [id, { ...step, effort, priority: rest.priorities[i] ?? 0 }];
    })
  );
  return {
    ...scenario,
    steps,
    queue,
    warmUp: rest.warmUp,
    replications: rest.replications,
    people: people.map((each, i) => ({ ...each, id: `group${i}` }))
  };
}

function modelFor(drawn: World, general: boolean, brief = false): Model {
  const options = { general, brief };
  const model = modelOf(programOf(drawn.straight.cadence), scenarioOf(drawn), options);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

function isSound({ cadence }: Straight): boolean {
  try {
    return programOf(cadence).op.length > 0;
  } catch {
    return false;
  }
}

/** Those that the columnar path follows, and in which some tasks ask for people. */
const worlds = world.filter((drawn) => {
  if (!isSound(drawn.straight)) return false;
  const model = modelFor(drawn, false);
  return pathOf(model).kind === 'columnar' && (model.staff?.demands.length ?? 0) > 0;
});

interface Counted {
  readonly columns: number[][][];
  /** Replications that were left to the general path after all. */
  readonly left: number;
}

function counted(model: Model, slice = Infinity): Counted {
  const tally = new Tally(model);
  let left = 0;
  for (const share of sharesOf(model)) {
    const run = runShare(model, share, tally);
    while (!run.run(slice));
    if (run instanceof ColumnarSharedRun && run.isLeft) left++;
  }
  const columns = tally.columns().map((each) => each.map((column) => [...column]));
  return { columns, left };
}

function resultOf(model: Model): SimulationResult {
  const run = new SimulationRun(model);
  while (!run.run(Infinity));
  return run.result();
}

describe('columns of leads that share people', { timeout: 240_000 }, () => {
  it('SIM-39 count the same as the general path, to the last millisecond', () => {
    let runs = 0;
    let left = 0;
    fc.assert(
      fc.property(worlds, (drawn) => {
        const found = counted(modelFor(drawn, false));
        runs++;
        if (found.left > 0) left++;
        expect(found.columns).toEqual(counted(modelFor(drawn, true)).columns);
      }),
      { seed: 39, numRuns: 50 }
    );
    expect(left).toBeLessThan(runs / 3);
  });

  it('SIM-39 count the same, however many leads at a time', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 60 }), (drawn, slice) => {
        const model = modelFor(drawn, false);
        expect(counted(model, slice).columns).toEqual(counted(model).columns);
      }),
      { seed: 40, numRuns: 10 }
    );
  });

  it('SIM-110 in brief find the same main figures', () => {
    fc.assert(
      fc.property(worlds, (drawn) => {
        const brief = resultOf(modelFor(drawn, false, true));
        expect(brief).toEqual({ ...resultOf(modelFor(drawn, true, true)), path: brief.path });
        expect(withoutDetails(brief)).toEqual(withoutDetails(resultOf(modelFor(drawn, false))));
      }),
      { seed: 110, numRuns: 20 }
    );
  });
});
