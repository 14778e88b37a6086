import { describe, expect, it } from 'vitest';
import type { Cadence, Handler, JoinNode, Person, Scenario } from '$lib/domain';
import { businessDays, cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { endsAt, simulateCadence, stepOf } from '$tests/support/simulate-cadence';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const rita: Person = { id: 'rita', name: 'Rita', role: 'rep', count: 1 };
const tenMinutes = { effort: { type: 'constant', value: 10 } } as const;

/** A signal that comes so many minutes after a step was gone on from. */
const signal = (name: string, after: string, minutes: number) =>
  ({
    signal: name,
    after,
    chance: 1,
    delay: { distribution: { type: 'constant', value: minutes }, unit: 'minutes' }
  }) as const;

const on = (name: string, effect: Handler['effect']): Handler => ({
  id: name,
  name,
  on: { type: 'signal', signal: name },
  effect
});

function oneCall(handlers: readonly Handler[], rest: Partial<Cadence> = {}): Cadence {
  return cadenceOf(
    [entry(), call('call', { role: 'rep' }), exit('done'), exit('gone', 'lost')],
    ['start > call', 'call > done'],
    { handlers, ...rest }
  );
}

describe('tasks that something comes between', () => {
  it('SIM-56 a run that stands still has no task begun: it asks again when it goes on', () => {
    const away = oneCall([on('away', { type: 'pause', until: businessDays(1) })]);
    const result = simulateCadence(away, {
      leads: 3,
      people: [rita],
      steps: { call: tenMinutes },
      signals: [signal('away', 'start', 5)]
    });
    // The first is at work when all stand still at 9:05: it is put down a day later, the others follow.
    expect(result.elapsed).toMatchObject({
      min: DAY + 5 * MINUTE,
      max: DAY + 25 * MINUTE,
      mean: DAY + 15 * MINUTE
    });
    expect(result.people[0]).toMatchObject({ tasks: 3, worked: 30 * MINUTE });
    const step = stepOf(result, 'call');
    expect(step.effort).toBe(30 * MINUTE);
    // The first is begun at once; it rests from 9:10 until its run goes on.
    expect(step.waiting).toBe(2 * DAY + 20 * MINUTE);
    expect(step.idle).toBe(DAY - 5 * MINUTE);
  });

  it('SIM-56 whoever worked for a run that stands still does the next task when that is done', () => {
    const away = oneCall([on('away', { type: 'pause', until: businessDays(1) })]);
    const result = simulateCadence(away, {
      leads: 2,
      arrivals: { type: 'list', at: ['2026-01-05T09:00', '2026-01-05T09:08'] },
      people: [rita],
      steps: { call: tenMinutes },
      signals: [signal('away', 'start', 5)]
    });
    // The second is begun at 9:10, while the first one stands still until tomorrow.
    expect(result.people[0]).toMatchObject({ tasks: 2, waited: 2 * MINUTE });
    expect(result.people[0]?.available).toBe(20 * MINUTE);
  });

  it('SIM-54 an exit by a handler frees who is at work at that instant', () => {
    const reply = oneCall([on('reply', { type: 'exit', to: 'gone' })]);
    const result = simulateCadence(reply, {
      leads: 2,
      arrivals: { type: 'list', at: ['2026-01-05T09:00', '2026-01-05T09:02'] },
      people: [rita],
      steps: { call: tenMinutes },
      signals: [signal('reply', 'start', 4)]
    });
    // Four minutes for the first; the second is begun then, and two minutes later it is over.
    expect(endsAt(result, 'gone')).toBe(2);
    expect(result.people[0]).toMatchObject({ tasks: 2, worked: 6 * MINUTE, waited: 2 * MINUTE });
    expect(stepOf(result, 'call')).toMatchObject({ effort: 6 * MINUTE, waiting: 2 * MINUTE });
  });

  it('SIM-54 what waits in a fork is taken away with its path', () => {
    const result = simulateCadence(twoCalls({ type: 'any' }), {
      leads: 1,
      people: [rita],
      steps: { one: tenMinutes, two: tenMinutes }
    });
    expect(result.elapsed.max).toBe(10 * MINUTE);
    expect(result.people[0]).toMatchObject({ tasks: 1, worked: 10 * MINUTE, waited: 10 * MINUTE });
  });

  it('SIM-45 a fork asks for two people at once', () => {
    const time = (count: number) =>
      simulateCadence(twoCalls({ type: 'all' }), {
        leads: 1,
        people: [{ ...rita, count }],
        steps: { one: tenMinutes, two: tenMinutes }
      }).elapsed.max;
    expect(time(1)).toBe(20 * MINUTE);
    expect(time(2)).toBe(10 * MINUTE);
  });

  it('SIM-53 a touch limit reached meanwhile sends a task that waits out of the line', () => {
    const limited: Cadence = {
      ...twoCalls({ type: 'all' }),
      rules: [{ id: 'one-a-day', type: 'maxTouchesPerDay', atMost: 1 }]
    };
    const result = simulateCadence(limited, {
      leads: 2,
      people: [rita],
      steps: { one: tenMinutes, two: tenMinutes }
    });
    // Ten minutes for each of them today, and the same again when tomorrow opens.
    expect(result.days.touches.slice(0, 2)).toEqual([2, 2]);
    expect(result.elapsed.max).toBe(DAY + 20 * MINUTE);
    expect(result.people[0]).toMatchObject({ tasks: 4, worked: 40 * MINUTE });
  });

  it('SIM-49 what goes on the next day skips days of leave', () => {
    const result = simulateCadence(oneCall([]), {
      leads: 1,
      start: '2026-01-05T16:55',
      people: [{ ...rita, overtime: 'nextDay', leave: [{ from: '2026-01-06', to: '2026-01-07' }] }],
      steps: { call: tenMinutes }
    });
    expect(result.elapsed.max).toBe(2 * DAY + 16 * HOUR + 10 * MINUTE);
    expect(result.people[0]).toMatchObject({ worked: 10 * MINUTE, overtime: 0 });
  });

  it('SIM-46 a task that is tried again asks again, behind those that wait', () => {
    const again = cadenceOf(
      [
        entry(),
        call('call', {
          role: 'rep',
          dispositions: ['no-answer', 'connected'],
          repeat: { times: 2, gap: { amount: 1, unit: 'minutes' }, until: ['connected'] }
        }),
        exit('done')
      ],
      ['start > call', 'call > done']
    );
    const result = simulateCadence(again, {
      leads: 2,
      people: [rita],
      steps: { call: { ...tenMinutes, outcomes: [{ disposition: 'no-answer', chance: 1 }] } }
    });
    expect(result.people[0]?.tasks).toBe(4);
    // One, two, one, two.
    expect(result.elapsed).toMatchObject({ min: 30 * MINUTE, max: 40 * MINUTE });
  });
});

describe('people who leave for good', () => {
  it('SIM-6 SIM-48 leads that nobody ever gets to are unfinished after twenty years', () => {
    const result = simulateCadence(oneCall([]), {
      leads: 3,
      people: [{ ...rita, leave: [{ from: '2026-01-06', to: '2099-12-31' }] }],
      steps: { call: { effort: { type: 'constant', value: 300 } } }
    });
    // The first two on Monday, the second of them after hours.
    expect(result.unfinished).toBe(1);
    expect(result.people[0]).toMatchObject({ tasks: 2, worked: 10 * HOUR, overtime: 2 * HOUR });
    // It is not left, but still part of the backlog as the last day ends.
    expect(stepOf(result, 'call').waiting).toBe(5 * HOUR);
    expect(result.days.waiting).toEqual([1]);
  });

  it('SIM-49 they finish what they have begun before they go', () => {
    const result = simulateCadence(oneCall([]), {
      leads: 1,
      start: '2026-01-05T16:55',
      people: [{ ...rita, overtime: 'nextDay', leave: [{ from: '2026-01-06', to: '2099-12-31' }] }],
      steps: { call: tenMinutes }
    });
    expect(result.elapsed.max).toBe(10 * MINUTE);
    expect(result.people[0]).toMatchObject({ worked: 10 * MINUTE, overtime: 5 * MINUTE });
  });
});

describe('what is counted of people', () => {
  const listed = (...minutes: readonly number[]): Scenario['arrivals'] => ({
    type: 'list',
    at: minutes.map((minute) => `2026-01-05T09:${String(minute).padStart(2, '0')}`)
  });

  it('SIM-57 starts with the first lead that is counted on to come, in whatever order they are listed', () => {
    const result = simulateCadence(oneCall([]), {
      leads: 4,
      warmUp: 2,
      // The fourth comes first, then the third.
      arrivals: listed(40, 50, 30, 20),
      people: [rita],
      steps: { call: tenMinutes }
    });
    expect(result.people[0]).toMatchObject({ available: 40 * MINUTE, tasks: 4 });
    expect(result.leads).toBe(2);
  });

  it('SIM-57 ends with the last task that somebody did, not with what goes out by itself', () => {
    const later = cadenceOf(
      [
        entry(),
        call('call', { role: 'rep' }),
        wait('gap'),
        email('mail', { mode: 'automatic' }),
        exit('done')
      ],
      ['start > call', 'call > gap', 'gap > mail', 'mail > done']
    );
    const result = simulateCadence(later, {
      leads: 1,
      people: [rita],
      quotas: [{ id: 'mails', name: 'Mails', channel: 'email', perDay: 5 }],
      steps: { call: tenMinutes }
    });
    expect(result.people[0]).toMatchObject({ available: 10 * MINUTE, utilization: 1 });
  });

  it('SIM-52 quotas hold across leads that warm up and those that count', () => {
    const mail = cadenceOf(
      [entry(), email('mail', { mode: 'automatic' }), exit('done')],
      ['start > mail', 'mail > done']
    );
    const result = simulateCadence(mail, {
      leads: 10,
      warmUp: 3,
      quotas: [{ id: 'mails', name: 'Mails', channel: 'email', perDay: 4 }]
    });
    expect(result.days.touches.slice(0, 3)).toEqual([1, 4, 2]);
  });

  it('SIM-55 leads that come at random come when they would without people, in every replication', () => {
    const random = {
      leads: 40,
      replications: 3,
      arrivals: { type: 'poisson', perHour: 4 },
      steps: { call: tenMinutes }
    } as const;
    const without = simulateCadence(oneCall([]), random);
    const people = [{ ...rita, count: 100 }];
    const among = simulateCadence(oneCall([]), { ...random, people });
    expect(among.days).toEqual(without.days);
    expect(among.elapsed).toEqual(without.elapsed);
  });
});

/** Two calls at once. */
function twoCalls(policy: JoinNode['policy']): Cadence {
  const paths = ['a', 'b'].map((id) => ({ id, name: id }));
  return cadenceOf(
    [
      entry(),
      { id: 'split', kind: 'fork', name: 'Split', paths },
      call('one', { role: 'rep' }),
      call('two', { role: 'rep' }),
      { id: 'meet', kind: 'join', name: 'Meet', fork: 'split', policy, rest: 'cancel' },
      exit('done')
    ],
    ['start > split', 'split:a > one', 'split:b > two', 'one > meet', 'two > meet', 'meet > done']
  );
}
