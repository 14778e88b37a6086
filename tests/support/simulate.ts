import type { CadenceFile } from '$lib/domain';
import { SimulationRun, modelOf, type ModelOptions, type SimulationResult } from '$lib/simulation';
import { compile, compileLinked } from '$lib/compiler';

/** Simulates a file's first scenario; throws when that is refused. */
export function simulateFile(file: CadenceFile, options: ModelOptions = {}): SimulationResult {
  const { program, diagnostics } = compile(file.cadence, {
    linked: file.linked.map(({ cadence }) => cadence)
  });
  const scenario = file.scenarios[0];
  if (!program || !scenario) throw new Error(JSON.stringify(diagnostics, null, 2));
  const model = modelOf(program, scenario, { linked: compileLinked(file), ...options });
  if (!model.ok) throw new Error(JSON.stringify(model.error, null, 2));
  const run = new SimulationRun(model.value);
  while (!run.run(run.leads));
  return run.result();
}
