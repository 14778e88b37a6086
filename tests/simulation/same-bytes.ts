import { compile, compileLinked } from '$lib/compiler';
import { parseCadenceFile } from '$lib/domain';
import { SimulationRun, modelOf } from '$lib/simulation';

/** The result of a run of 2,000 leads, as text: equal byte for byte wherever it is made. */
export function goldenRun(text: string): string {
  const file = parseCadenceFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const { program, diagnostics } = compile(file.value.cadence, {
    linked: file.value.linked.map(({ cadence }) => cadence)
  });
  const scenario = file.value.scenarios[0];
  if (!program || !scenario) throw new Error(JSON.stringify(diagnostics));
  const model = modelOf(program, scenario, {
    leads: 2000,
    seed: 42,
    linked: compileLinked(file.value)
  });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  const run = new SimulationRun(model.value);
  run.run(run.leads);
  return `${JSON.stringify(run.result(), null, 1)}\n`;
}
