import { compileLinked } from '$lib/compiler';
import type { Cadence, Scenario } from '$lib/domain';
import {
  SimulationRun,
  modelOf,
  type Model,
  type SimulationResult,
  type StepCount
} from '$lib/simulation';
import { fileOf } from './cadences';
import { programOf } from './files';

interface Rest extends Partial<Scenario> {
  /** The file's linked cadences. */
  readonly beside?: readonly Cadence[];
  /** Leads at a time. */
  readonly slice?: number;
}

/** Simulates a cadence: a thousand leads that come at once, Monday at nine, unless said otherwise. */
export function simulateCadence(cadence: Cadence, rest: Rest = {}): SimulationResult {
  const { slice = Infinity, ...more } = rest;
  const run = new SimulationRun(cadenceModel(cadence, more));
  while (!run.run(slice));
  return run.result();
}

/** The model of a cadence and such a scenario. */
export function cadenceModel(cadence: Cadence, rest: Omit<Rest, 'slice'> = {}): Model {
  const { beside = [], ...changes } = rest;
  const scenario: Scenario = {
    id: 'base',
    name: 'Base',
    start: '2026-01-05T09:00',
    leads: 1000,
    seed: 1,
    arrivals: { type: 'atOnce' },
    steps: {},
    ...changes
  };
  const linked = beside.map((other) => ({ cadence: other, layout: { positions: {} } }));
  const programs = compileLinked({ ...fileOf(cadence), linked });
  if (programs.length < linked.length) throw new Error('a linked cadence has errors');
  const model = modelOf(programOf(cadence, beside), scenario, { linked: programs });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

/** What happened at one step; throws when there is no such step. */
export function stepOf(result: Pick<SimulationResult, 'steps'>, node: string): StepCount {
  const step = result.steps.find((each) => each.node === node);
  if (!step) throw new Error(`no step ${node}`);
  return step;
}

/** How many leads left by an exit, or ended otherwise by a name. */
export function endsAt(
  { exits, otherEnds }: Pick<SimulationResult, 'exits' | 'otherEnds'>,
  name: string
): number {
  return [...exits, ...otherEnds]
    .filter((end) => end.node === name || end.name === name)
    .reduce((sum, { count }) => sum + count, 0);
}
