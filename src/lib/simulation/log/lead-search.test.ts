import { describe, expect, it } from 'vitest';
import type { Scenario } from '$lib/domain';
import {
  DISPOSITIONS,
  branch,
  businessDays,
  cadenceOf,
  call,
  entry,
  exit,
  wait
} from '$tests/support/cadences';
import { cadenceModel } from '$tests/support/simulate-cadence';
import type { Model } from '../model/model';
import { SimulationRun } from '../run';
import { leadLog } from './follow-lead';
import { LeadSearch, findLead } from './lead-search';
import type { WantedLead } from './wanted-lead';

const LEADS = 160;
const stop = { id: 'stop', name: 'Stop', answered: true, sentiment: 'negative' } as const;
const never = { id: 'never', text: 'A name', when: { 'lead.name': { $exists: true } } };

/** Ends in every way: by two exits, dispositions, an opt-out, out of time, and not at all. */
const cadence = cadenceOf(
  [
    entry(),
    call('call', { role: 'rep', dispositions: ['interested', 'not-interested', 'stop'] }),
    branch('thirds', {
      type: 'split',
      cases: [
        { id: 'a', name: 'A', weight: 34 },
        { id: 'b', name: 'B', weight: 33 },
        { id: 'c', name: 'C', weight: 33 }
      ]
    }),
    wait('long', businessDays(30)),
    call('held', { requirements: [never] }),
    exit('won', 'won'),
    exit('late', 'lost')
  ],
  ['start > call', 'call > thirds', 'thirds:a > won', 'thirds:b > long', 'long > late'].concat([
    'thirds:c > held',
    'held > late'
  ]),
  { dispositions: [...DISPOSITIONS, { ...stop, action: 'finish', optOut: true }] }
);

const outcomes = ['interested', 'not-interested', 'stop'].map((disposition) => ({
  disposition,
  chance: 0.15
}));

function modelWith(rest: Partial<Scenario> = {}, of = cadence): Model {
  const steps = { call: { outcomes, effort: { type: 'exponential', mean: 20 } } } as const;
  return cadenceModel(of, { leads: LEADS, steps, ...rest });
}

const people: Scenario['people'] = [{ id: 'reps', name: 'Reps', role: 'rep', count: 2 }];

/** Every lead that ends as wanted, found one after the other. */
function allOf(model: Model, wanted: WantedLead, replication = 0): readonly number[] {
  const next = (from: number) => findLead(model, wanted, from, replication);
  const found: number[] = [];
  for (let index = next(0); index !== null; index = next(index + 1)) found.push(index);
  return found;
}

describe('looking for a lead', () => {
  it.each<[string, Partial<Scenario>]>([
    ['alone', {}],
    ['among others who share people', { people }]
  ])('SIM-83 finds by each end as many leads as are counted there, %s', (_, rest) => {
    const model = modelWith(rest);
    expect(model.staff !== null).toBe(rest.people !== undefined);
    const run = new SimulationRun(model);
    while (!run.run(LEADS));
    const { exits, otherEnds, unfinished } = run.result();
    const seen = new Set<number>();
    for (const end of [...exits, ...otherEnds]) {
      const found = allOf(model, end);
      expect(found, end.name).toHaveLength(end.count);
      expect(found.length, end.name).toBeGreaterThan(0);
      for (const index of found) seen.add(index);
    }
    expect(otherEnds.map(({ result }) => result)).toEqual([
      'qualified',
      'notInterested',
      'optedOut'
    ]);
    const open = allOf(model, 'unfinished');
    expect(open).toHaveLength(unfinished);
    expect(unfinished).toBeGreaterThan(0);
    expect(seen.size).toBe(LEADS - unfinished);
    expect(leadLog(model, open[0] ?? -1).ended).toBeNull();
    expect(allOf(model, 'any')).toHaveLength(LEADS);
    const [won = -1] = allOf(model, { node: 'won' });
    expect(leadLog(model, won).entries.at(-1)).toMatchObject({ node: 'won', kind: 'exited' });
  });

  it('SIM-83 finds those whose time is over', () => {
    const limit = { id: 'soon', type: 'verdictWithin', limit: businessDays(4) } as const;
    const model = modelWith({}, { ...cadence, rules: [limit] });
    const run = new SimulationRun(model);
    while (!run.run(LEADS));
    const end = run.result().otherEnds.find(({ cause }) => cause === 'limit');
    expect(end?.count).toBeGreaterThan(0);
    expect(allOf(model, { node: null, cause: 'limit' })).toHaveLength(end?.count ?? 0);
    expect(allOf(model, { node: null, cause: 'stopped' })).toEqual([]);
  });

  it('SIM-83 finds others in another replication, and none where there is none', () => {
    const model = modelWith({ replications: 2 });
    const won = { node: 'won' };
    expect(allOf(model, won, 1)).not.toEqual(allOf(model, won));
    expect(findLead(model, { node: 'nowhere' })).toBeNull();
  });

  it.each<[string, Partial<Scenario>]>([
    ['alone', {}],
    ['among others who share people', { people }]
  ])('SIM-83 goes on where it paused, %s', (_, rest) => {
    const model = modelWith(rest);
    const wanted = { node: 'late' };
    const after = (findLead(model, { node: 'won' }) ?? 0) + 1;
    const search = new LeadSearch(model, wanted, after);
    let pauses = 0;
    while (!search.run(1)) pauses++;
    expect(search.found).toBe(findLead(model, wanted, after));
    expect(pauses).toBeGreaterThan(0);
    expect(findLead(model, wanted, LEADS)).toBeNull();
  });
});
