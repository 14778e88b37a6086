import { describe, expect, it } from 'vitest';
import type { Cadence, Scenario } from '$lib/domain';
import { cadenceOf, call, entry, exit } from '$tests/support/cadences';
import { cadenceModel, simulateCadence, stepOf } from '$tests/support/simulate-cadence';
import { SimulationRun, runShare } from '../run';
import { sharesOf } from '../shares';
import { measure, measureBatches, measureParts } from './measured';
import { METRICS } from './metrics';
import type { SimulationResult } from './result';
import { Tally } from './tally';

const HOUR = 3_600_000;
const OTHER = '01jd00000000000000000000bb';

const hours = (value: number) => ({ type: 'constant', value: value * 60 }) as const;

const cadence = cadenceOf(
  [entry(), call('call', { role: 'rep' }), exit('done', 'won')],
  ['start > call', 'call > done']
);

const onePerson: Partial<Scenario> = {
  steps: { call: { effort: hours(1) } },
  people: [{ id: 'reps', name: 'Reps', role: 'rep', count: 1, costPerHour: 30 }]
};

function mean(result: SimulationResult, metric: string): number | undefined {
  return result.measured.find((each) => each.metric === metric)?.mean;
}

describe('what people did', () => {
  it('SIM-79 SIM-78 SIM-73 is told of each group, with their cost and the backlog', () => {
    // Eight on Monday from nine to five, two on Tuesday until eleven.
    const result = simulateCadence(cadence, { leads: 10, ...onePerson });
    const waited = (28 + 24 + 25) * HOUR;
    expect(result.people).toEqual([
      {
        id: 'reps',
        name: 'Reps',
        role: 'rep',
        count: 1,
        tasks: 10,
        worked: 10 * HOUR,
        overtime: 0,
        switching: 0,
        available: 10 * HOUR,
        utilization: 1,
        waited,
        cost: 300
      }
    ]);
    const { waiting, effort, idle } = stepOf(result, 'call');
    expect([waiting, effort, idle]).toEqual([waited, 10 * HOUR, 0]);
    expect(result.days.touches).toEqual([8, 2]);
    expect(result.days.waiting).toEqual([2, 0]);
    expect(result.money?.people).toBe(300);
    expect(mean(result, 'cost')).toBe(30);
    expect(mean(result, 'waiting')).toBe(waited / 10);
  });

  it('SIM-71 of a task that goes on the next day: the night is idle', () => {
    const people = onePerson.people?.map((group) => ({ ...group, overtime: 'nextDay' as const }));
    const steps = { call: { effort: hours(9) } };
    const result = simulateCadence(cadence, { leads: 1, steps, ...(people && { people }) });
    const { waiting, effort, idle } = stepOf(result, 'call');
    expect([waiting, effort, idle]).toEqual([0, 9 * HOUR, 16 * HOUR]);
    expect(result.elapsed.mean).toBe(25 * HOUR);
  });

  it('SIM-78 touches in linked cadences cost the lead that made them', () => {
    const second: Cadence = {
      ...cadenceOf([entry(), call('ring'), exit('end')], ['start > ring', 'ring > end']),
      id: OTHER,
      name: 'Second'
    };
    const first = cadenceOf(
      [
        entry(),
        call('call'),
        {
          id: 'over',
          kind: 'handoff',
          name: 'Over',
          to: { type: 'enroll', cadence: OTHER },
          then: 'end'
        }
      ],
      ['start > call', 'call > over']
    );
    const result = simulateCadence(first, {
      leads: 40,
      beside: [second],
      steps: { call: { cost: 0.5 } },
      linked: { [OTHER]: { ring: { cost: 0.125 } } }
    });
    expect(result.linked[0]?.exits[0]?.count).toBe(40);
    expect(result.money?.touches).toBe(40 * 0.625);
    expect(mean(result, 'cost')).toBe(0.625);
  });

  it('SIM-77 from five replications on, they are compared as wholes', () => {
    const [metric] = METRICS.filter(({ id }) => id === 'elapsed');
    if (!metric) throw new Error('no metric');
    const effort = { type: 'exponential', mean: 60 } as const;
    for (const replications of [4, 5]) {
      const model = cadenceModel(cadence, {
        leads: 20,
        ...onePerson,
        steps: { call: { effort } },
        replications
      });
      const tally = new Tally(model);
      for (const share of sharesOf(model)) runShare(model, share, tally).run(Infinity);
      expect(measureBatches(model, tally, metric)).toHaveLength(20 * replications);
      expect(measureParts(model, tally, metric)).toHaveLength(replications < 5 ? 80 : 5);
      const { low, mean: middle, high } = measure(model, tally, metric);
      expect(low).toBeLessThan(middle);
      expect(high).toBeGreaterThan(middle);
    }
  });

  it('SIM-77 of a part of the leads one batch gives no interval', () => {
    const run = new SimulationRun(cadenceModel(cadence, { leads: 100 }));
    run.run(5);
    const elapsed = run.result().measured.find(({ metric }) => metric === 'elapsed');
    expect(elapsed).toEqual({ metric: 'elapsed', mean: 0, low: null, high: null });
    run.run(95);
    expect(run.result().measured.find(({ metric }) => metric === 'elapsed')?.low).toBe(0);
  });
});
