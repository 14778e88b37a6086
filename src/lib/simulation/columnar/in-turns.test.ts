import { describe, expect, it } from 'vitest';
import type { Person, Scenario } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { businessDays, cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import { loadCadenceFile, programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { modelOf } from '../model/model';
import { SimulationRun } from '../run';
import { pathOf } from './path';

const { cadence, scenarios } = loadCadenceFile('tests/bench/six-step-b.json');
const scenario = scenarios[0] as Scenario;
const reps = scenario.people?.[0] as Person;
const many = { ...reps, count: 900 };
const others = { ...many, id: 'others', effort: 0.8 };

function runOf(rest: Partial<Scenario>): SimulationRun {
  const model = modelOf(programOf(cadence), { ...scenario, leads: 3000, ...rest });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return new SimulationRun(model.value);
}

describe('runs by columns', () => {
  it('SIM-107 in turns come to the same bytes as one after the other', () => {
    const scenariosInTurns: Partial<Scenario>[] = [
      { people: [many, others], arrivals: { type: 'atOnce' } },
      { people: [] },
      { people: [many] },
      { people: [many, others], seed: 7, arrivals: { type: 'atOnce' } }
    ];
    const alone = scenariosInTurns.map((rest) => {
      const run = runOf(rest);
      while (!run.run(Infinity));
      return canonicalJson(run.result());
    });
    const runs = scenariosInTurns.map(runOf);
    for (let under = [...runs]; under.length > 0;) under = under.filter((run) => !run.run(37));
    expect(runs.map((run) => canonicalJson(run.result()))).toEqual(alone);
  });

  it('SIM-111 in turns find what they look up, though there is no room for all of it at once', () => {
    /** Open for a quarter of an hour, twice an hour: two tables of it need more room than there is. */
    const hours = (from: number): [string, string][] =>
      Array.from({ length: 12 }, (_, half) => {
        const hour = String(from + Math.trunc(half / 2)).padStart(2, '0');
        return half % 2 === 0 ? [`${hour}:00`, `${hour}:15`] : [`${hour}:30`, `${hour}:45`];
      });
    const circle = cadenceOf(
      [
        entry(),
        call('ring', { dispositions: ['connected'], routes: ['connected'] }),
        wait('gap', businessDays(3)),
        exit('done')
      ],
      ['start > ring', 'ring > gap', 'gap > ring', 'ring:connected > done']
    );
    const steps = { ring: { outcomes: [{ disposition: 'connected', chance: 0.2 }] } };
    const begun = (from: number): SimulationRun => {
      const day = hours(from);
      const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
      const of = { ...circle, calendar: { tz: 'UTC', week } };
      const model = modelOf(programOf(of), scenarioFor(of, { leads: 600, steps }));
      if (!model.ok) throw new Error(JSON.stringify(model.error));
      expect(pathOf(model.value).kind).toBe('columnar');
      return new SimulationRun(model.value);
    };
    const alone = [6, 13].map((from) => {
      const run = begun(from);
      while (!run.run(Infinity));
      return canonicalJson(run.result());
    });
    const runs = [6, 13].map(begun);
    for (let under = [...runs]; under.length > 0;) under = under.filter((run) => !run.run(37));
    expect(runs.map((run) => canonicalJson(run.result()))).toEqual(alone);
  });
});
