import { describe, expect, it } from 'vitest';
import type { Handler, StepAssumption } from '$lib/domain';
import {
  branch,
  businessDays,
  cadenceOf,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import { endsAt, simulateCadence, stepOf } from '$tests/support/simulate-cadence';

const HOUR = 3_600_000;

const late = (value: number, unit: 'hours' | 'businessHours' = 'hours'): StepAssumption => ({
  delay: { distribution: { type: 'constant', value }, unit }
});

const onReply: Handler = {
  id: 'reply',
  name: 'Reply',
  on: { type: 'signal', signal: 'reply' },
  effect: { type: 'exit', to: 'answered' }
};

const line = cadenceOf(
  [entry(), stage('first'), email('mail'), exit('end'), exit('answered', 'qualified')],
  ['start > first', 'first > mail', 'mail > end'],
  { handlers: [onReply] }
);

const paths = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase() }));

const forked = cadenceOf(
  [
    entry(),
    { id: 'split', kind: 'fork', name: 'Split', paths },
    email('one'),
    branch('second', { type: 'condition', cases: [] }),
    email('two'),
    {
      id: 'meet',
      kind: 'join',
      name: 'Meet',
      fork: 'split',
      policy: { type: 'all' },
      rest: 'cancel'
    },
    exit('end'),
    exit('answered', 'qualified')
  ],
  [
    'start > split',
    'split:a > one',
    'split:b > second',
    'second:default > two',
    'one > meet',
    'two > meet',
    'meet > end'
  ],
  { handlers: [onReply] }
);

const eventful = cadenceOf(
  [
    entry(),
    email('mail'),
    wait('until', businessDays(1), {
      until: { type: 'event', signals: ['opened'], timeout: businessDays(1) }
    }),
    exit('met'),
    exit('silent')
  ],
  ['start > mail', 'mail > until', 'until:met > met', 'until:timeout > silent']
);

describe('delays of any step', () => {
  it('SIM-30 an entry, a stage and an exit are gone into so much later, on their own calendar', () => {
    // Monday at nine, eight hours a day: the stage begins at eleven, the exit on Tuesday at ten.
    const steps = { start: late(1), first: late(1), end: late(7, 'businessHours') };
    const result = simulateCadence(line, { leads: 100, steps });
    expect(endsAt(result, 'end')).toBe(100);
    expect(result.elapsed).toMatchObject({ min: 25 * HOUR, max: 25 * HOUR });
    expect(stepOf(result, 'first').waiting).toBe(100 * HOUR);
    expect(stepOf(result, 'end').waiting).toBe(100 * 23 * HOUR);
    expect(stepOf(result, 'end').visits).toBe(100);
  });

  it('SIM-30 inside a fork each path is late by itself, and so is each arrival at the join', () => {
    const steps = { second: late(3), meet: late(2), split: late(1) };
    const result = simulateCadence(forked, { leads: 50, steps });
    expect(endsAt(result, 'end')).toBe(50);
    expect(result.elapsed).toMatchObject({ min: 6 * HOUR, max: 6 * HOUR });
    expect(stepOf(result, 'meet').waiting).toBe(50 * 4 * HOUR);
  });

  it('SIM-30 a signal takes a token away that is late, and what it waited counts', () => {
    const reply = {
      signal: 'reply',
      chance: 0.5,
      after: 'start',
      delay: { distribution: { type: 'constant', value: 2 }, unit: 'hours' }
    } as const;
    for (const [cadence, node] of [
      [line, 'first'],
      [forked, 'second']
    ] as const) {
      const result = simulateCadence(cadence, {
        leads: 400,
        signals: [reply],
        steps: { [node]: late(3), answered: late(9) }
      });
      const answered = endsAt(result, 'answered');
      expect(answered).toBeGreaterThan(100);
      expect(endsAt(result, 'end')).toBe(400 - answered);
      // The exit of a handler is not late.
      expect(result.elapsed).toMatchObject({ min: 2 * HOUR, max: 3 * HOUR });
      expect(stepOf(result, node).waiting).toBe((answered * 2 + (400 - answered) * 3) * HOUR);
    }
  });

  it('SIM-5 a wait for an event is left so much after the event, or after its timeout', () => {
    const opened = {
      signal: 'opened',
      chance: 0.5,
      after: 'mail',
      delay: { distribution: { type: 'constant', value: 1 }, unit: 'hours' }
    } as const;
    const result = simulateCadence(eventful, {
      leads: 400,
      signals: [opened],
      steps: { until: late(2) }
    });
    const met = endsAt(result, 'met');
    expect(met).toBeGreaterThan(100);
    expect(result.elapsed).toMatchObject({ min: 3 * HOUR, max: 26 * HOUR });
    expect(stepOf(result, 'until').waiting).toBe((met * 3 + (400 - met) * 26) * HOUR);
  });
});
