import { compile, compileLinked } from '$lib/compiler';
import { parseCadenceFile, type Scenario } from '$lib/domain';
import { SimulationRun, modelOf } from '$lib/simulation';

/** The result of a run of 2,000 leads, as text: equal byte for byte wherever it is made. */
export function goldenRun(text: string, changes: Partial<Scenario> = {}): string {
  const file = parseCadenceFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const { program, diagnostics } = compile(file.value.cadence, {
    linked: file.value.linked.map(({ cadence }) => cadence)
  });
  const scenario = file.value.scenarios[0];
  if (!program || !scenario) throw new Error(JSON.stringify(diagnostics));
  const model = modelOf(
    program,
    { ...scenario, ...changes },
    { leads: 2000, seed: 42, linked: compileLinked(file.value) }
  );
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  const run = new SimulationRun(model.value);
  run.run(run.leads);
  return `${JSON.stringify(run.result(), null, 1)}\n`;
}

/** Everything that six-step B can assume beyond the workload: each kind of draw, people of every kind. */
export const CROWDED: Partial<Scenario> = {
  replications: 2,
  warmUp: 100,
  queue: 'priority',
  dealValue: 1000,
  segments: [
    { id: 'small', name: 'Small', weight: 3, fields: {} },
    { id: 'large', name: 'Large', weight: 1, fields: {}, priority: 2, dealValue: 5000 }
  ],
  people: [
    {
      id: 'early',
      name: 'Early shift',
      role: 'rep',
      count: 3,
      skills: ['opening'],
      costPerHour: 40,
      effort: 0.9,
      switching: 1.5,
      leave: [{ from: '2024-01-08', to: '2024-01-09' }]
    },
    { id: 'rest', name: 'The rest', role: 'rep', count: 2, overtime: 'nextDay', costPerHour: 30 }
  ],
  quotas: [{ id: 'calls', name: 'Calls a day', channel: 'call', perDay: 260 }],
  steps: {
    'touch-0': {
      outcomes: [{ disposition: 'interested', chance: 0.03, bySegment: { large: 0.1 } }],
      delay: { distribution: { type: 'lognormal', median: 20, p90: 90 }, unit: 'minutes' },
      cost: 0.1
    },
    'touch-1': { effort: { type: 'gamma', shape: 2.5, scale: 3 }, skill: 'opening' },
    'touch-2': {
      effort: { type: 'normal', mean: 8, deviation: 3, min: 1 },
      outcomes: [{ disposition: 'interested', chance: 0.2 }],
      priority: 1
    },
    'touch-3': { effort: { type: 'exponential', mean: 6 } },
    'touch-5': { effort: { type: 'empirical', values: [3, 4, 4, 9, 20] } },
    'wait-1': { delay: { distribution: { type: 'gamma', shape: 0.7, scale: 2 }, unit: 'hours' } },
    'wait-2': {
      delay: { distribution: { type: 'triangular', min: 0, mode: 1, max: 3 }, unit: 'businessDays' }
    }
  }
};
