import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '$lib/domain';
import { cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { modelOf, type Model } from '../model/model';
import { runShare, SimulationRun } from '../run';
import type { SimulationResult } from '../statistics/result';
import { withoutDetails } from '../testing/without-details';
import { sharesOf } from '../shares';
import { Tally } from '../statistics/tally';
import { pathOf } from './path';
import { straight, type Straight } from './testing/straight-cadences';

/** Cadences that have no errors. */
const plans = straight.filter(({ cadence }) => {
  try {
    return programOf(cadence).op.length > 0;
  } catch {
    return false;
  }
});

function modelFor({ cadence, scenario }: Straight, general: boolean, brief = false): Model {
  const model = modelOf(programOf(cadence), scenario, { general, brief });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

/** Every column of everything counted; leads so many at a time. */
function columnsOf(model: Model, slice = Infinity): number[][][] {
  const tally = new Tally(model);
  for (const share of sharesOf(model)) {
    const run = runShare(model, share, tally);
    while (!run.run(slice));
  }
  return tally.columns().map((columns) => columns.map((column) => [...column]));
}

function resultOf(model: Model): SimulationResult {
  const run = new SimulationRun(model);
  while (!run.run(Infinity));
  return run.result();
}

describe('the columnar path', { timeout: 240_000 }, () => {
  it('SIM-35 counts the same as the general path, to the last millisecond', () => {
    let columnar = 0;
    fc.assert(
      fc.property(plans, (drawn) => {
        const model = modelFor(drawn, false);
        if (pathOf(model).kind === 'columnar') columnar++;
        expect(columnsOf(model)).toEqual(columnsOf(modelFor(drawn, true)));
      }),
      { seed: 35, numRuns: 60 }
    );
    expect(columnar).toBeGreaterThan(30);
  });

  it('SIM-35 counts the same, however many leads at a time', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 60 }), (drawn, slice) => {
        const model = modelFor(drawn, false);
        expect(columnsOf(model, slice)).toEqual(columnsOf(model));
      }),
      { seed: 36, numRuns: 12 }
    );
  });

  it('SIM-35 leads go on from a task that only ever ends in one way', () => {
    const sent = cadenceOf(
      [
        entry(),
        call('ring', { dispositions: ['connected', 'not-interested'] }),
        email('mail'),
        exit('done')
      ],
      ['start > ring', 'ring > mail', 'mail > done']
    );
    const outcomes = [{ disposition: 'not-interested', chance: 0.4 }];
    const scenario = scenarioFor(sent, { leads: 40, steps: { ring: { outcomes } } });
    const model = modelFor({ cadence: sent, scenario }, false);
    expect(pathOf(model).kind).toBe('columnar');
    expect(columnsOf(model)).toEqual(columnsOf(modelFor({ cadence: sent, scenario }, true)));
  });

  it('SIM-110 in brief finds the same main figures', () => {
    fc.assert(
      fc.property(plans, (drawn) => {
        const brief = resultOf(modelFor(drawn, false, true));
        expect(brief).toEqual({ ...resultOf(modelFor(drawn, true, true)), path: brief.path });
        expect(withoutDetails(brief)).toEqual(withoutDetails(resultOf(modelFor(drawn, false))));
        expect([brief.days.touches, brief.cycle.count, brief.firstResponse.count]).toEqual([
          [],
          0,
          0
        ]);
      }),
      { seed: 110, numRuns: 30 }
    );
  });

  const loop = cadenceOf(
    [
      entry(),
      call('call', { dispositions: ['connected'], routes: ['connected'] }),
      wait('gap'),
      exit('done')
    ],
    ['start > call', 'call > gap', 'gap > call', 'call:connected > done']
  );
  const scenarioOf = (chance: number, days: number): Scenario => ({
    id: 'base',
    name: 'Base',
    start: '2026-03-02T09:00',
    leads: 400,
    seed: 7,
    arrivals: { type: 'even', over: { amount: 30, unit: 'businessDays' } },
    steps: {
      call: { outcomes: [{ disposition: 'connected', chance }] },
      gap: { delay: { distribution: { type: 'exponential', mean: days }, unit: 'days' } }
    }
  });

  it.each([
    ['longer than its tables last', scenarioOf(0.1, 200)],
    ['longer than leads are followed', scenarioOf(0.01, 300)]
  ])('SIM-37 leads that go on %s are counted as by the general path', (_, scenario) => {
    const model = modelFor({ cadence: loop, scenario }, false);
    expect(pathOf(model).kind).toBe('columnar');
    expect(columnsOf(model)).toEqual(columnsOf(modelFor({ cadence: loop, scenario }, true)));
  });

  it('SIM-37 leads that go in circles are counted as by the general path', () => {
    const circle = cadenceOf(
      [
        entry(),
        call('call', { dispositions: ['connected'], routes: ['connected'] }),
        wait('gap', { amount: 0, unit: 'minutes' }),
        exit('done')
      ],
      ['start > call', 'call > gap', 'gap > call', 'call:connected > done']
    );
    const steps = { call: { outcomes: [{ disposition: 'connected', chance: 0.001 }] } };
    const scenario: Scenario = { ...scenarioOf(1, 1), leads: 60, steps };
    const model = modelFor({ cadence: circle, scenario }, false);
    expect(pathOf(model).kind).toBe('columnar');
    const tally = columnsOf(model);
    expect(tally).toEqual(columnsOf(modelFor({ cadence: circle, scenario }, true)));
  });
});
