import { modelOf, type Model } from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import type { Refused, SimulateRequest } from '../simulation-protocol';
import type { CompiledCadences } from '../host/compiled-cadences';

/** The model that a request asks to simulate, or why there is none. */
export function requestedModel(
  { file, scenario: id, leads, seed, start }: Omit<SimulateRequest, 'run'>,
  cadences: CompiledCadences
): Result<Model, Refused> {
  const { program, diagnostics } = cadences.file(file);
  const scenario = file.scenarios.find((each) => each.id === id);
  if (!program || !scenario) {
    const faults = scenario ? [] : [{ path: 'scenario', message: `there is no scenario "${id}"` }];
    return fail({ type: 'refused', diagnostics, faults });
  }
  const linked = cadences.linked(file);
  const model = modelOf(program, scenario, {
    linked,
    unheard: 'leftOut',
    ...(leads !== undefined && { leads }),
    ...(seed !== undefined && { seed }),
    ...(start !== undefined && { start })
  });
  return model.ok ? ok(model.value) : fail({ type: 'refused', diagnostics, faults: model.error });
}
