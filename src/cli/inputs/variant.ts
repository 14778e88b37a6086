import { compile, compileLinked } from '$lib/compiler';
import type { Parameter } from '$lib/domain';
import {
  withFigure,
  type Build,
  type ScenarioFault,
  type Values,
  type Variant
} from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import { cadenceErrors, type Refusal } from '../refusal';
import type { Subject } from './subject';

/** What is to be simulated, compiled. */
export function variantOf({ file, scenario, options }: Subject): Result<Variant, Refusal> {
  const { program, diagnostics } = compile(file.cadence, {
    linked: file.linked.map(({ cadence }) => cadence)
  });
  if (!program) return fail(cadenceErrors(diagnostics));
  return ok({ program, scenario, options: { ...options, linked: compileLinked(file) } });
}

/** Compiles a subject with other named times of its cadence, and other figures of its scenario. */
export function builderOf(subject: Subject): Build {
  return (values) => {
    const changed = withValues(subject, values);
    if (!changed.ok) return changed;
    const variant = variantOf(changed.value);
    if (variant.ok) return variant;
    return fail([{ path: 'cadence', message: variant.error.message.trim() }]);
  };
}

function withValues(subject: Subject, values: Values): Result<Subject, readonly ScenarioFault[]> {
  let { parameters } = subject.file.cadence;
  let { scenario } = subject;
  for (const [name, setting] of Object.entries(values)) {
    if (typeof setting === 'number') {
      const figure = withFigure(scenario, name, setting);
      if (!figure.ok) return figure;
      scenario = figure.value;
    } else
      parameters = parameters.map((each): Parameter =>
        each.id === name ? { ...each, duration: setting } : each
      );
  }
  const { file } = subject;
  return ok({ ...subject, scenario, file: { ...file, cadence: { ...file.cadence, parameters } } });
}
