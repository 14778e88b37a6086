import { describe, expect, it } from 'vitest';
import type { Cadence, CadenceNode, CadenceId } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import {
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  sixSteps,
  wait
} from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { endsAt, simulateCadence, stepOf } from '$tests/support/simulate-cadence';

const OTHER = '01jd00000000000000000000bb';
const SELF = '01jd00000000000000000000aa';

function handoff(id: string, cadence: CadenceId, then: 'end' | 'continue' = 'end'): CadenceNode {
  return { id, kind: 'handoff', name: id, to: { type: 'enroll', cadence }, then };
}

const sales = (then: 'end' | 'continue' = 'end'): Cadence =>
  cadenceOf(
    [
      entry(),
      call('call', { dispositions: ['interested'], routes: ['interested'] }),
      handoff('over', OTHER, then),
      exit('lost', 'lost'),
      ...(then === 'end' ? [] : [wait('gap', businessDays(5)), exit('after')])
    ],
    [
      'start > call',
      'call:interested > over',
      'call > lost',
      ...(then === 'end' ? [] : ['over > gap', 'gap > after'])
    ]
  );

const onboarding: Cadence = {
  ...cadenceOf(
    [
      entry(),
      wait('first-day'),
      call('call', { dispositions: ['connected'], routes: ['connected'] }),
      exit('happy', 'won'),
      exit('quiet', 'unresponsive')
    ],
    ['start > first-day', 'first-day > call', 'call:connected > happy', 'call > quiet']
  ),
  id: OTHER,
  name: 'Onboarding'
};

const yes = { call: { outcomes: [{ disposition: 'interested', chance: 0.4 }] } };
const reached = { call: { outcomes: [{ disposition: 'connected', chance: 0.5 }] } };

describe('linked cadences', () => {
  it('SIM-24 a handed-over lead is counted in both cadences', () => {
    const result = simulateCadence(sales(), {
      leads: 3000,
      steps: yes,
      linked: { [OTHER]: reached },
      beside: [onboarding]
    });
    const over = endsAt(result, 'over');
    expect(Math.abs(over - 1200)).toBeLessThan(4 * Math.sqrt(3000 * 0.24));
    expect(over + endsAt(result, 'lost')).toBe(3000);
    const [other] = result.linked;
    expect(other).toMatchObject({ cadence: OTHER, name: 'Onboarding', enrollments: over });
    const happy = endsAt(other ?? result, 'happy');
    expect(happy + endsAt(other ?? result, 'quiet')).toBe(over);
    expect(Math.abs(happy - over / 2)).toBeLessThan(4 * Math.sqrt(over / 4));
    // The elapsed time is that of the simulated cadence alone.
    expect(result.elapsed.max).toBe(0);
  });

  it('SIM-24 both go on where the handoff does not end', () => {
    const always = { call: { outcomes: [{ disposition: 'interested', chance: 1 }] } };
    const result = simulateCadence(sales('continue'), { steps: always, beside: [onboarding] });
    expect(endsAt(result, 'after')).toBe(1000);
    expect(result.linked[0]).toMatchObject({ enrollments: 1000, unfinished: 0 });
    expect(endsAt(result.linked[0] ?? result, 'quiet')).toBe(1000);
  });

  it('SIM-24 a handoff to what is not in the file ends there', () => {
    const always = { call: { outcomes: [{ disposition: 'interested', chance: 1 }] } };
    const alone = simulateCadence(sales(), { steps: always });
    expect([endsAt(alone, 'over'), alone.linked]).toEqual([1000, []]);
  });

  it('SIM-24 a cadence beside it changes nothing of one that does not hand over', () => {
    const cadence = sixSteps();
    const scenario = scenarioFor(cadence, { leads: 500 });
    const alone = simulateCadence(cadence, scenario);
    const beside = simulateCadence(cadence, { ...scenario, beside: [onboarding] });
    expect(beside.linked.map(({ enrollments }) => enrollments)).toEqual([0]);
    expect(canonicalJson({ ...beside, linked: [] })).toBe(canonicalJson(alone));
  });

  it('SIM-24 a signal reaches the linked run when the simulated one is over', () => {
    const always = { call: { outcomes: [{ disposition: 'interested', chance: 1 }] } };
    const listening: Cadence = {
      ...onboarding,
      handlers: [
        {
          id: 'reply',
          name: 'Reply',
          on: { type: 'signal', signal: 'reply' },
          effect: { type: 'exit', to: 'happy' }
        }
      ]
    };
    const delay = { distribution: { type: 'constant', value: 5 }, unit: 'hours' } as const;
    const result = simulateCadence(sales(), {
      steps: always,
      signals: [{ signal: 'reply', chance: 1, after: 'call', delay }],
      beside: [listening]
    });
    expect(result.signals).toEqual({ reply: 1000 });
    expect(endsAt(result.linked[0] ?? result, 'happy')).toBe(1000);
    expect(stepOf(result.linked[0] ?? result, 'call').visits).toBe(0);
  });

  it('SIM-24 who comes back is counted beside, with draws of its own', () => {
    const back: Cadence = {
      ...onboarding,
      nodes: [entry(), wait('first-day'), handoff('back', SELF)],
      edges: cadenceOf(
        [entry(), wait('first-day'), handoff('back', SELF)],
        ['start > first-day', 'first-day > back']
      ).edges
    };
    const result = simulateCadence(sales(), { leads: 3000, steps: yes, beside: [back] });
    const over = endsAt(result, 'over');
    const [other, again] = result.linked;
    expect(again).toMatchObject({ cadence: SELF });
    // Each round four in ten go over, come back, and are called once more.
    const rounds = again?.enrollments ?? 0;
    expect(other?.enrollments).toBe(over + endsAt(again ?? result, 'over'));
    expect(rounds).toBe(other?.enrollments);
    expect(Math.abs(rounds - (3000 * 0.4) / 0.6)).toBeLessThan(4 * Math.sqrt((3000 * 0.4) / 0.36));
  });

  it('SIM-24 circles without end are cut off', () => {
    const loop = cadenceOf(
      [entry(), email('mail'), handoff('again', SELF)],
      ['start > mail', 'mail > again']
    );
    const result = simulateCadence(loop, { leads: 5 });
    expect(endsAt(result, 'again')).toBe(5);
    expect(result.linked).toMatchObject([{ cadence: SELF, unfinished: expect.any(Number) }]);
    const [again] = result.linked;
    expect(endsAt(again ?? result, 'again') + (again?.unfinished ?? 0)).toBe(again?.enrollments);
  });

  it('SIM-11 assumptions for a cadence that is not there are refused with their place', () => {
    expect(() => simulateCadence(sales(), { linked: { [OTHER]: {} } })).toThrow(`linked.${OTHER}`);
    const bad = { [OTHER]: { call: { effort: { type: 'constant', value: -1 } } } } as const;
    expect(() => simulateCadence(sales(), { linked: bad, beside: [onboarding] })).toThrow(
      `linked.${OTHER}.call.effort`
    );
  });
});
