import { canonicalJson } from '$lib/util';
import { SimulationRun, type Model, type SimulationResult } from '$lib/simulation';
import { randomModel, type RandomSimulation } from '$tests/support/random-simulation';

/** A run of a model, so many leads at a time. */
export function runOf(model: Model, slice = Infinity): SimulationResult {
  const run = new SimulationRun(model);
  while (!run.run(slice));
  return run.result();
}

/** A result as text, but for which path was taken. */
export function withoutPath({ path: _, ...result }: SimulationResult): string {
  return canonicalJson(result);
}

/** A simulation by the path that it qualifies for and by the general one. */
export function bothPaths(drawn: RandomSimulation): {
  readonly columnar: boolean;
  readonly chosen: string;
  readonly general: string;
} {
  const chosen = runOf(randomModel(drawn));
  const general = runOf(randomModel(drawn, { general: true }));
  return {
    columnar: chosen.path.kind === 'columnar',
    chosen: withoutPath(chosen),
    general: withoutPath(general)
  };
}
