import { type CalendarCache, compile, compileLinked } from '$lib/compiler';
import type { Parameter } from '$lib/domain';
import {
  withFigure,
  type Build,
  type ScenarioFault,
  type Values,
  type Variant
} from '$lib/simulation';
import { canonicalJson, fail, ok, type Result } from '$lib/util';
import { cadenceErrors, type Refusal } from '../refusal';
import type { Subject } from '../subject';

/** What is to be simulated, compiled; whoever compiles several keeps their calendars. */
export function variantOf(
  { file, scenario, options }: Subject,
  calendars: CalendarCache
): Result<Variant, Refusal> {
  const { program, diagnostics } = compile(file.cadence, {
    linked: file.linked.map(({ cadence }) => cadence),
    calendars
  });
  if (!program) return fail(cadenceErrors(diagnostics));
  const linked = compileLinked(file, calendars);
  return ok({ program, scenario, options: { ...options, linked } });
}

/** So many compiled cadences are kept. */
const PROGRAMS = 64;

/** Compiles a subject with other named times of its cadence, and other figures of its scenario. */
export function builderOf(subject: Subject, calendars: CalendarCache): Build {
  const kept = new Map<string, Variant>();
  return (values) => {
    const changed = withValues(subject, values);
    if (!changed.ok) return changed;
    const { file, scenario } = changed.value;
    const key = canonicalJson(file.cadence.parameters);
    const before = kept.get(key);
    if (before) return ok({ ...before, scenario });
    const variant = variantOf(changed.value, calendars);
    if (!variant.ok) return fail([{ path: 'cadence', message: variant.error.message.trim() }]);
    if (kept.size >= PROGRAMS) kept.clear();
    kept.set(key, variant.value);
    return variant;
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
