import { describe, expect, it } from 'vitest';
import type { Distribution, Scenario } from '$lib/domain';
import { call, cadenceOf, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { modelOf } from '../model/model';
import { SimulationRun } from '../run';
import type { PeopleResult, SimulationResult } from '../statistics/result';

const MINUTE = 60_000;
const LEADS = 60_000;
const WARM_UP = 2000;

const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** One call and out, at any hour. */
const cadence = cadenceOf(
  [entry(), call('call', { role: 'rep' }), exit('done')],
  ['start > call', 'call > done'],
  {
    calendar: {
      tz: 'UTC',
      week: Object.fromEntries(EVERY_DAY.map((day) => [day, [['00:00', '24:00']]]))
    }
  }
);

/** Leads come by chance, one in so many minutes on average. */
function arrivalsEvery(minutes: number, start: number, seed: number): (index: number) => number {
  const times = new Float64Array(LEADS);
  let state = seed;
  let at = start;
  for (let lead = 0; lead < LEADS; lead++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x45d9f3b);
    mixed = (mixed ^ (mixed >>> 16)) >>> 0;
    at += Math.round(-Math.log(1 - mixed / 2 ** 32) * minutes * MINUTE);
    times[lead] = at;
  }
  return (index) => times[index] ?? 0;
}

interface Line {
  readonly count: number;
  readonly every: number;
  readonly effort: Distribution;
  readonly rest?: Partial<Scenario>;
}

function simulate({ count, every, effort, rest = {} }: Line): {
  readonly result: SimulationResult;
  readonly people: PeopleResult;
  /** Minutes between the first counted arrival and the last. */
  readonly time: number;
  readonly arrivalAt: (lead: number) => number;
} {
  const scenario: Scenario = {
    id: 'line',
    name: 'Line',
    start: '2026-01-05T00:00',
    leads: LEADS,
    seed: 11,
    warmUp: WARM_UP,
    arrivals: { type: 'atOnce' },
    steps: { call: { effort } },
    people: [{ id: 'reps', name: 'Reps', role: 'rep', count }],
    ...rest
  };
  const made = modelOf(programOf(cadence), scenario);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const arrivalAt = arrivalsEvery(every, made.value.start, 4711);
  const run = new SimulationRun({ ...made.value, arrivalAt });
  while (!run.run(Infinity));
  const result = run.result();
  const [people] = result.people;
  if (!people) throw new Error('people');
  return { result, people, time: (arrivalAt(LEADS - 1) - arrivalAt(WARM_UP)) / MINUTE, arrivalAt };
}

/** Mean wait in minutes, from arrival to the instant somebody begins. */
function meanWait({ waited, tasks }: PeopleResult): number {
  return waited / tasks / MINUTE;
}

/** Mean wait in a line of c servers, Erlang's C formula: load in Erlang, mean service time. */
function erlangWait(c: number, load: number, service: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 0; k < c; k++) {
    sum += term;
    term *= load / (k + 1);
  }
  const last = (term * c) / (c - load);
  return (last / (sum + last)) * (service / (c - load));
}

/** Mean wait in a line of one server by Pollaczek and Khinchine: variance of the service in units of its mean. */
function khinchineWait(load: number, service: number, variance: number): number {
  return ((load * service) / (1 - load)) * ((1 + variance) / 2);
}

describe('people against queueing theory', { timeout: 120_000 }, () => {
  // What is allowed is three times the standard error of so many waits, which depend on each other.
  it.each([
    [1, 0.6, 0.08],
    [1, 0.8, 0.14],
    [3, 0.7, 0.1]
  ])('SIM-58 %i people busy %d of their time: the waits of M/M/c', (count, busy, error) => {
    const service = 20;
    const effort: Distribution = { type: 'exponential', mean: service };
    const { people } = simulate({ count, every: service / (busy * count), effort });
    const expected = erlangWait(count, busy * count, service);
    expect(Math.abs(meanWait(people) / expected - 1)).toBeLessThan(error);
  });

  it.each<[string, Distribution, number]>([
    ['deterministic', { type: 'constant', value: 20 }, 0],
    ['uniform', { type: 'uniform', min: 0, max: 40 }, 1 / 3]
  ])('SIM-58 M/G/1 with %s effort: the wait of Pollaczek and Khinchine', (_, effort, variance) => {
    const { people } = simulate({ count: 1, every: 32, effort });
    const expected = khinchineWait(0.625, 20, variance);
    expect(Math.abs(meanWait(people) / expected - 1)).toBeLessThan(0.06);
  });

  it('SIM-58 with effort that is known every wait is that of Kiefer and Wolfowitz', () => {
    const effort: Distribution = { type: 'constant', value: 20 };
    const { people, arrivalAt } = simulate({ count: 3, every: 8, effort, rest: { warmUp: 0 } });
    const free = [0, 0, 0];
    let waited = 0;
    for (let lead = 0; lead < LEADS; lead++) {
      const begins = Math.max(arrivalAt(lead), free.shift() ?? 0);
      waited += begins - arrivalAt(lead);
      free.push(begins + 20 * MINUTE);
      free.sort((a, b) => a - b);
    }
    expect(people.waited).toBe(waited);
    expect(people.worked).toBe(LEADS * 20 * MINUTE);
  });

  it("SIM-58 Little's law: the mean line is the rate times the mean wait, and people are busy as the load says", () => {
    const effort: Distribution = { type: 'exponential', mean: 20 };
    const { result, people, time } = simulate({ count: 3, every: 10, effort });
    expect(Math.abs(people.utilization - 2 / 3)).toBeLessThan(0.01);
    // Tasks that wait as each day ends, day by day, are the line at those instants.
    const { waiting } = result.days;
    const middle = waiting.slice(10, -2);
    const line = middle.reduce((sum, each) => sum + each, 0) / middle.length;
    const rate = (LEADS - WARM_UP) / time;
    const expected = rate * meanWait(people);
    // The line is 1.9 long give or take, and a new one every day: four standard errors.
    expect(Math.abs(line - expected)).toBeLessThan((4 * 1.9) / Math.sqrt(middle.length));
  });

  it('SIM-58 twice the people never wait longer, with the same luck', () => {
    const effort: Distribution = { type: 'lognormal', median: 10, p90: 60 };
    const waits = [1, 2, 4].map((count) => meanWait(simulate({ count, every: 26, effort }).people));
    for (let i = 1; i < waits.length; i++)
      expect(waits[i]).toBeLessThanOrEqual(waits[i - 1] as number);
    expect(waits[2]).toBeLessThan((waits[0] as number) / 10);
  });

  it('SIM-57 what warms up is not counted', () => {
    const effort: Distribution = { type: 'constant', value: 5 };
    const { result, people } = simulate({ count: 1, every: 20, effort });
    expect(result.leads).toBe(LEADS - WARM_UP);
    expect(people.worked).toBe(people.tasks * 5 * MINUTE);
  });
});
