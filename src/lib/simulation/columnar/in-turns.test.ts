import { describe, expect, it } from 'vitest';
import type { Person, Scenario } from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { loadCadenceFile, programOf } from '$tests/support/files';
import { modelOf } from '../model/model';
import { SimulationRun } from '../run';

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
});
