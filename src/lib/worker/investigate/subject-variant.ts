import type { Duration } from '$lib/domain';
import type { Build, Values, Variant } from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import type { CompiledCadences } from '../host/compiled-cadences';
import type { Subject } from '../investigation-protocol';
import type { Refused } from '../simulation-protocol';

/** What a subject asks to be run, compiled, or why it cannot be. */
export function subjectVariant(
  { file, scenario: id, leads, seed, start }: Subject,
  cadences: CompiledCadences
): Result<Variant, Refused> {
  const { program, diagnostics } = cadences.file(file);
  const scenario = file.scenarios.find((each) => each.id === id);
  if (!program || !scenario) {
    const faults = scenario ? [] : [{ path: 'scenario', message: `there is no scenario "${id}"` }];
    return fail({ type: 'refused', diagnostics, faults });
  }
  const linked = cadences.linked(file);
  const options = {
    linked,
    unheard: 'leftOut' as const,
    ...(leads !== undefined && { leads }),
    ...(seed !== undefined && { seed }),
    ...(start !== undefined && { start })
  };
  return ok({ program, scenario, options });
}

/** Builds the subject with other named times. */
export function builderOf(subject: Subject, cadences: CompiledCadences): Build {
  return (values) => {
    const changed = { ...subject, file: withTimes(subject.file, values) };
    const variant = subjectVariant(changed, cadences);
    if (variant.ok) return variant;
    const { diagnostics, faults } = variant.error;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return fail([...errors.map(({ message }) => ({ path: 'cadence', message })), ...faults]);
  };
}

function withTimes(file: Subject['file'], values: Values): Subject['file'] {
  if (Object.keys(values).length === 0) return file;
  const parameters = file.cadence.parameters.map((parameter) => {
    const value = values[parameter.id];
    return value === undefined
      ? parameter
      : { ...parameter, duration: durationOf(parameter.duration, value) };
  });
  return { ...file, cadence: { ...file.cadence, parameters } };
}

function durationOf(before: Duration, value: number | Duration): Duration {
  return typeof value === 'number' ? { ...before, amount: value } : value;
}
