import { describe, expect, it } from 'vitest';
import type { Disposition, Scenario } from '$lib/domain';
import { DISPOSITIONS, cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { cadenceModel, simulateCadence, stepOf } from '$tests/support/simulate-cadence';
import { SimulationRun } from '../run';
import { metricOf, metricsOf } from './metrics';
import type { SimulationResult } from './result';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const constant = (value: number) => ({ type: 'constant', value }) as const;
const after = (value: number) =>
  ({ distribution: constant(value), unit: 'businessHours' }) as const;

/** A call that wins or not, and an email before it. */
const cadence = cadenceOf(
  [
    entry(),
    email('mail', { due: { amount: 1, unit: 'businessHours' } }),
    call('call', { dispositions: ['connected', 'no-answer'], routes: ['connected'] }),
    exit('won', 'won'),
    exit('none', 'unresponsive')
  ],
  ['start > mail', 'mail > call', 'call:connected > won', 'call > none']
);

const steps: Scenario['steps'] = {
  mail: { effort: constant(5), delay: after(3), cost: 0.25 },
  call: {
    effort: constant(15),
    outcomes: [{ disposition: 'connected', chance: 0.4 }],
    cost: 1
  }
};

function measured(result: SimulationResult, metric: string): number | undefined {
  return result.measured.find((each) => each.metric === metric)?.mean;
}

describe('what a result says', () => {
  it('SIM-71 SIM-72 SIM-73 of steps: waiting, work, what was late, and the backlog by day', () => {
    // Eight hours late on Monday at nine: begun on Tuesday at nine, due on Monday at ten.
    const late = { ...steps, mail: { effort: constant(5), delay: after(8) } };
    const result = simulateCadence(cadence, { leads: 10, steps: late });
    const mail = stepOf(result, 'mail');
    expect(mail.waiting).toBe(10 * 24 * HOUR);
    expect(mail.effort).toBe(10 * 5 * MINUTE);
    expect(mail.idle).toBe(0);
    expect(mail.late).toBe(10);
    expect(stepOf(result, 'call').late).toBe(0);
    const { from, arrivals, touches, ends, waiting, overdue } = result.days;
    expect(from).toBe('2026-01-05');
    expect(arrivals).toEqual([10, 0]);
    expect(waiting).toEqual([10, 0]);
    expect(overdue).toEqual([10, 0]);
    expect(touches).toEqual([0, 20]);
    expect(ends).toEqual([0, 10]);
  });

  it('SIM-70 of visits: those that are over, and those of leads that are followed no further', () => {
    const held = cadenceOf(
      [
        entry(),
        call('call', {
          requirements: [{ id: 'known', text: 'Known', when: { 'lead.name': { $exists: true } } }]
        }),
        exit('done')
      ],
      ['start > call', 'call > done']
    );
    const result = simulateCadence(held, {
      leads: 20,
      segments: [
        { id: 'known', name: 'Known', weight: 1, fields: { name: 'Ann' } },
        { id: 'unknown', name: 'Unknown', weight: 1, fields: {} }
      ]
    });
    const { visits, left } = stepOf(result, 'call');
    expect(result.unfinished).toBeGreaterThan(0);
    expect([visits, left]).toEqual([20, 20 - result.unfinished]);
    expect(stepOf(result, 'start').left).toBe(20);
  });

  it('SIM-76 SIM-78 of money and means: each as its definition says', () => {
    const result = simulateCadence(cadence, { leads: 200, steps, dealValue: 50 });
    const won = result.exits.find(({ node }) => node === 'won')?.count ?? 0;
    expect(won).toBeGreaterThan(50);
    expect(result.money).toEqual({
      people: 0,
      touches: 250,
      cost: 250,
      value: 50 * won,
      costPerLead: 1.25,
      valuePerLead: (50 * won) / 200,
      costPerSuccess: 250 / won
    });
    expect(measured(result, 'success')).toBe(won / 200);
    expect(measured(result, 'won')).toBe(won / 200);
    expect(measured(result, 'exit:won')).toBe(won / 200);
    expect(measured(result, 'unresponsive')).toBe(1 - won / 200);
    expect(measured(result, 'touches')).toBe(2);
    expect(measured(result, 'effort')).toBe(20 * MINUTE);
    expect(measured(result, 'waiting')).toBe(3 * HOUR);
    expect(measured(result, 'elapsed')).toBe(result.elapsed.mean);
    expect(measured(result, 'firstResponse')).toBe(3 * HOUR + 5 * MINUTE);
    expect(measured(result, 'cost')).toBe(1.25);
    expect(measured(result, 'profit')).toBeCloseTo((50 * won) / 200 - 1.25, 12);
    const exitWon = result.exits.find(({ node }) => node === 'won');
    const share = result.measured.find(({ metric }) => metric === 'won');
    expect([share?.low, share?.high]).toEqual([exitWon?.low, exitWon?.high]);
  });

  it('SIM-76 of results: all ends with one count, by an exit or otherwise', () => {
    const finishing = cadenceOf(
      [
        entry(),
        call('call', { dispositions: ['interested', 'not-interested'] }),
        wait('gap', { amount: 9, unit: 'days' }),
        exit('done', 'qualified')
      ],
      ['start > call', 'call > gap', 'gap > done'],
      { rules: [{ id: 'soon', type: 'verdictWithin', limit: { amount: 5, unit: 'days' } }] }
    );
    const chances = [0.2, 0.3].map((chance, place) => ({
      disposition: ['interested', 'not-interested'][place] ?? '',
      chance
    }));
    const result = simulateCadence(finishing, { steps: { call: { outcomes: chances } } });
    const ends = [...result.exits, ...result.otherEnds];
    expect(result.otherEnds.map(({ cause }) => cause)).toEqual(['finished', 'finished', 'limit']);
    for (const { result: verdict } of ends) {
      const count = ends.reduce((sum, end) => sum + (end.result === verdict ? end.count : 0), 0);
      expect(measured(result, verdict)).toBe(count / 1000);
    }
    expect(measured(result, 'success')).toBe(measured(result, 'qualified'));
  });

  it('SIM-76 without money no metric speaks of it; what is not there is no metric', () => {
    const model = cadenceModel(cadence, { leads: 5 });
    const run = new SimulationRun(model);
    run.run(5);
    expect(run.result().money).toBeNull();
    expect(metricsOf(model).map(({ id }) => id)).toEqual([
      ...['success', 'touches', 'elapsed', 'cycle', 'firstResponse', 'effort', 'waiting'],
      ...['won', 'qualified', 'notInterested', 'unresponsive', 'exit:none', 'exit:won']
    ]);
    expect(metricOf(model.program, 'exit:call')).toBeNull();
    expect(metricOf(model.program, 'luck')).toBeNull();
    expect(metricOf(model.program, 'lost')?.kind).toBe('share');
  });

  it('SIM-80 of segments adds up to the whole', () => {
    const segments = ['a', 'b', 'c'].map((id, place) => ({
      id,
      name: id,
      weight: place + 1,
      fields: {},
      ...(place === 2 ? { dealValue: 10 } : {})
    }));
    const result = simulateCadence(cadence, { leads: 300, steps, segments, dealValue: 1 });
    const sum = (of: (segment: SimulationResult['segments'][number]) => number) =>
      result.segments.reduce((total, segment) => total + of(segment), 0);
    expect(sum(({ leads }) => leads)).toBe(300);
    expect(sum(({ leads, touchesPerLead }) => leads * touchesPerLead)).toBeCloseTo(600, 9);
    result.exits.forEach(({ count }, place) => {
      expect(sum(({ exits }) => exits[place]?.count ?? 0)).toBe(count);
    });
    const wonBy = result.segments.map(
      ({ exits }) => exits.find(({ node }) => node === 'won')?.count ?? 0
    );
    const [a = 0, b = 0, c = 0] = wonBy;
    expect(result.money?.value).toBe(a + b + 10 * c);
    expect(simulateCadence(cadence, { leads: 5 }).segments).toEqual([]);
  });

  it('SIM-74 of time limits: every opening is a chance to meet them', () => {
    const retry: Disposition[] = DISPOSITIONS.map((each) =>
      each.id === 'no-answer'
        ? { ...each, action: 'retry', after: { amount: 2, unit: 'businessHours' } }
        : each
    );
    const sla = [
      { id: 'soon', after: { amount: 1, unit: 'businessHours' }, action: 'warn' },
      { id: 'never', after: { amount: 90, unit: 'days' }, action: 'warn' }
    ] as const;
    const twice = cadenceOf(
      [
        entry(),
        call('call', { dispositions: ['no-answer', 'connected'], sla }),
        wait('gap'),
        exit('done')
      ],
      ['start > call', 'call > gap', 'gap > done'],
      { dispositions: retry }
    );
    const result = simulateCadence(twice, {
      leads: 10,
      steps: {
        call: { delay: after(2), outcomes: [{ disposition: 'no-answer', chance: 1 }] }
      }
    });
    const { visits, again, touches } = stepOf(result, 'call');
    expect([visits, again, touches]).toEqual([10, 20, 30]);
    expect(result.timeLimits).toEqual([
      { node: 'call', threshold: 'soon', count: 30, of: 30, met: 0 },
      { node: 'call', threshold: 'never', count: 0, of: 30, met: 1 }
    ]);
  });
});
