import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '$lib/calendar';
import type { Cadence, Person, Scenario } from '$lib/domain';
import { businessDays, call, cadenceOf, email, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateCadence, stepOf } from '$tests/support/simulate-cadence';
import { modelOf } from '../model/model';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function rep(rest: Partial<Person> = {}): Person {
  return { id: 'rita', name: 'Rita', role: 'rep', count: 1, ...rest };
}

function week(from: string, to: string): WorkCalendar {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
  return {
    tz: 'America/New_York',
    week: Object.fromEntries(days.map((day) => [day, [[from, to]]]))
  };
}

/** One call by a rep and out; ten minutes of work. */
const short = cadenceOf(
  [entry(), call('call', { role: 'rep' }), exit('done')],
  ['start > call', 'call > done']
);
const tenMinutes = { call: { effort: { type: 'constant', value: 10 } } } as const;

const calls = (count: number, people: readonly Person[], rest: Partial<Scenario> = {}) =>
  simulateCadence(short, { leads: count, people, steps: tenMinutes, ...rest });

describe('leads that share people', () => {
  it('SIM-45 one person calls one lead after the other', () => {
    const result = calls(3, [rep({ costPerHour: 60 })]);
    expect(result.elapsed).toMatchObject({ min: 10 * MINUTE, max: 30 * MINUTE });
    expect(stepOf(result, 'call')).toMatchObject({ waiting: 30 * MINUTE, effort: 30 * MINUTE });
    expect(result.people[0]).toMatchObject({
      tasks: 3,
      worked: 30 * MINUTE,
      waited: 30 * MINUTE,
      available: 30 * MINUTE,
      utilization: 1,
      cost: 30
    });
  });

  it('SIM-48 whoever is on leave, works part-time or has other hours takes nothing then', () => {
    const monday = { from: '2026-01-05', to: '2026-01-05' };
    expect(calls(1, [rep({ leave: [monday] })]).elapsed.max).toBe(DAY + 10 * MINUTE);
    expect(calls(1, [rep({ calendar: week('13:00', '17:00') })]).elapsed.max).toBe(
      4 * HOUR + 10 * MINUTE
    );
    const later = rep({ id: 'sam', calendar: week('09:05', '17:00') });
    // Rita is away: Sam begins.
    expect(calls(1, [rep({ leave: [monday] }), later]).elapsed.max).toBe(15 * MINUTE);
  });

  it('SIM-49 overtime, or the rest of it the next day, which is no work but idle', () => {
    const late = { start: '2026-01-05T16:55' };
    const over = calls(1, [rep()], late);
    expect(over.people[0]).toMatchObject({ overtime: 5 * MINUTE, worked: 10 * MINUTE });
    expect(over.elapsed.max).toBe(10 * MINUTE);
    const next = calls(1, [rep({ overtime: 'nextDay' })], late);
    expect(next.people[0]).toMatchObject({ overtime: 0, worked: 10 * MINUTE });
    expect(next.elapsed.max).toBe(16 * HOUR + 10 * MINUTE);
    expect(stepOf(next, 'call')).toMatchObject({ effort: 10 * MINUTE, idle: 16 * HOUR });
  });

  it('SIM-50 time to turn to another step is spent before it begins', () => {
    const two = cadenceOf(
      [entry(), call('one', { role: 'rep' }), call('two', { role: 'rep' }), exit('done')],
      ['start > one', 'one > two', 'two > done']
    );
    const effort = { type: 'constant', value: 10 } as const;
    const result = simulateCadence(two, {
      leads: 1,
      people: [rep({ switching: 3 })],
      steps: { one: { effort }, two: { effort } }
    });
    expect(result.elapsed.max).toBe(23 * MINUTE);
    expect(result.people[0]).toMatchObject({ worked: 20 * MINUTE, switching: 3 * MINUTE });
    expect(stepOf(result, 'two')).toMatchObject({ waiting: 3 * MINUTE, effort: 10 * MINUTE });
  });

  it('SIM-46 leads of a segment and steps of priority go first', () => {
    const segment = (id: string, priority: number) => ({
      id,
      name: id,
      weight: 1,
      priority,
      fields: {}
    });
    const segments = [segment('small', 0), segment('large', 5)];
    const steps = { call: { effort: { type: 'constant', value: 1 } } } as const;
    const people = [rep()];
    const mixed = calls(60, people, { segments, queue: 'priority', steps });
    const [small, large] = mixed.segments;
    expect(large?.elapsedMean).toBeLessThan((small?.elapsedMean ?? 0) / 2);
    const even = calls(60, people, { segments, steps });
    expect(even.elapsed.mean).toBe(mixed.elapsed.mean);
  });

  it('SIM-47 only who has the skill of a step does it', () => {
    const steps = { call: { effort: { type: 'constant', value: 10 }, skill: 'german' } } as const;
    const result = calls(4, [rep(), rep({ id: 'jo', skills: ['german'] })], { steps });
    expect(result.people.map(({ tasks }) => tasks)).toEqual([0, 4]);
  });

  it('SIM-52 quotas bind what goes out by itself too, and roll over to the next working day', () => {
    const mail = cadenceOf(
      [entry(), email('mail', { mode: 'automatic' }), exit('done')],
      ['start > mail', 'mail > done']
    );
    const quotas = [{ id: 'mails', name: 'Mails', channel: 'email', perDay: 4 }] as const;
    const result = simulateCadence(mail, { leads: 10, quotas });
    expect(result.elapsed).toMatchObject({ min: 0, max: 2 * DAY });
    expect(result.days.touches.slice(0, 3)).toEqual([4, 4, 2]);
  });

  it('SIM-53 a task begins only while the lead may be contacted', () => {
    const window = { ...short, contactWindow: { hours: week('09:00', '10:00') } };
    const result = simulateCadence(window, {
      leads: 8,
      people: [rep()],
      steps: tenMinutes
    });
    // Six of them by ten, the last of them is done then; the others the next morning.
    expect(result.days.touches.slice(0, 2)).toEqual([6, 2]);
    expect(result.elapsed.max).toBe(DAY + 20 * MINUTE);
  });

  it('SIM-54 a task that is skipped while it waits leaves the line, one at work frees the person', () => {
    const impatient = (minutes: number): Cadence =>
      cadenceOf(
        [
          entry(),
          call('call', { role: 'rep', expireAfter: { amount: minutes, unit: 'minutes' } }),
          exit('done')
        ],
        ['start > call', 'call > done']
      );
    const waiting = simulateCadence(impatient(25), {
      leads: 5,
      people: [rep()],
      steps: tenMinutes
    });
    expect(stepOf(waiting, 'call')).toMatchObject({ touches: 2, skipped: 3 });
    // The third is taken away five minutes after it was begun.
    expect(waiting.people[0]).toMatchObject({ tasks: 3, worked: 25 * MINUTE });
    expect(stepOf(waiting, 'call').effort).toBe(25 * MINUTE);
  });

  it('SIM-59 linked cadences share the people of a role', () => {
    const second: Cadence = { ...short, id: '01jd00000000000000000000bb', name: 'Second' };
    const first = cadenceOf(
      [
        entry(),
        call('call', { role: 'rep' }),
        {
          id: 'over',
          kind: 'handoff',
          name: 'Over',
          to: { type: 'enroll', cadence: second.id },
          then: 'continue'
        },
        wait('gap', businessDays(1)),
        call('again', { role: 'rep' }),
        exit('done')
      ],
      ['start > call', 'call > over', 'over:next > gap', 'gap > again', 'again > done']
    );
    const effort = { type: 'constant', value: 10 } as const;
    const result = simulateCadence(first, {
      leads: 2,
      beside: [second],
      people: [rep()],
      steps: { call: { effort }, again: { effort } },
      linked: { [second.id]: { call: { effort } } }
    });
    expect(result.people[0]).toMatchObject({ tasks: 6, worked: 60 * MINUTE });
    // The second lead is called before the first one's call of the other cadence.
    expect(result.linked[0] && stepOf(result.linked[0], 'call').waiting).toBe(20 * MINUTE);
  });

  it('SIM-57 replications have draws of their own and add up', () => {
    const steps = { call: { effort: { type: 'exponential', mean: 10 } } } as const;
    const result = calls(50, [rep()], { replications: 3, steps });
    expect(result).toMatchObject({ leads: 150, replications: 3 });
    expect(result.people[0]?.tasks).toBe(150);
    expect(result.people[0]?.worked).not.toBe(
      3 * (calls(50, [rep()], { steps }).people[0]?.worked ?? 0)
    );
  });
});

describe('people that do not fit', () => {
  it.each<[string, Partial<Scenario>, string]>([
    ['an unknown role', { people: [rep({ role: 'boss' })] }, 'people[0].role'],
    ['half a person', { people: [rep({ count: 0.5 })] }, 'people[0].count'],
    ['nobody of a role', { people: [rep({ count: 0 })] }, 'people[0].count'],
    ['negative cost', { people: [rep({ costPerHour: -1 })] }, 'people[0].costPerHour'],
    ['negative effort', { people: [rep({ effort: -1 })] }, 'people[0].effort'],
    ['negative switching', { people: [rep({ switching: -1 })] }, 'people[0].switching'],
    [
      'hours that never open',
      { people: [rep(), rep({ id: 'jo', calendar: { tz: 'UTC', week: {} } })] },
      'people[1].calendar'
    ],
    [
      'always on leave',
      { people: [rep({ leave: [{ from: '2019-01-01', to: '2045-01-01' }] })] },
      'people[0].leave'
    ],
    [
      'a skill nobody has',
      { people: [rep()], steps: { call: { skill: 'latin' } } },
      'steps.call.skill'
    ],
    [
      'a quota for a channel of no step',
      { quotas: [{ id: 'q', name: 'Q', channel: 'sms', perDay: 1 }] },
      'quotas[0].channel'
    ],
    [
      'a quota of nothing',
      { quotas: [{ id: 'q', name: 'Q', channel: 'call', perDay: 0 }] },
      'quotas[0].perDay'
    ],
    ['no replication', { replications: 0 }, 'replications']
  ])('SIM-59 %s is refused with its place', (_, change, path) => {
    const model = modelOf(programOf(short), { ...scenarioFor(short), steps: {}, ...change });
    expect(model.ok ? [] : model.error.map((fault) => fault.path)).toContain(path);
  });
});
