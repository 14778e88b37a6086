import {
  comparisonOf,
  optimizerOf,
  sensitivityOf,
  type Experiment,
  type NamedVariant,
  type ScenarioFault
} from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import type { CompiledCadences } from '../host/compiled-cadences';
import type { InvestigateRequest, Questions, Reports } from '../investigation-protocol';
import type { Refused } from '../simulation-protocol';
import { builderOf, subjectVariant } from './subject-variant';

type AnyExperiment = Experiment<Reports[keyof Reports]>;
type Made = Result<AnyExperiment, Refused>;

/** The experiment that answers a question, or why there is none. */
export function experimentOf(
  { kind, question }: InvestigateRequest,
  cadences: CompiledCadences
): Made {
  switch (kind) {
    case 'compare':
      return compare(question as Questions['compare'], cadences);
    case 'sensitivity':
      return sensitivity(question as Questions['sensitivity'], cadences);
    case 'optimize':
      return optimize(question as Questions['optimize'], cadences);
  }
}

function compare({ subjects }: Questions['compare'], cadences: CompiledCadences): Made {
  const variants: NamedVariant[] = [];
  for (const { name, ...subject } of subjects) {
    const variant = subjectVariant(subject, cadences);
    if (!variant.ok) return variant;
    variants.push({ ...variant.value, name });
  }
  return orRefused(comparisonOf(variants));
}

function sensitivity(
  { subject, goal }: Questions['sensitivity'],
  cadences: CompiledCadences
): Made {
  const first = subjectVariant(subject, cadences);
  if (!first.ok) return first;
  const { parameters } = subject.file.cadence;
  return orRefused(sensitivityOf({ goal, parameters }, builderOf(subject, cadences)));
}

function optimize({ subject, settings }: Questions['optimize'], cadences: CompiledCadences): Made {
  const first = subjectVariant(subject, cadences);
  if (!first.ok) return first;
  const values = Object.fromEntries(
    subject.file.cadence.parameters.map(({ id, duration }) => [id, duration])
  );
  return orRefused(optimizerOf(settings, builderOf(subject, cadences), { values }));
}

function orRefused(made: Result<AnyExperiment, readonly ScenarioFault[]>): Made {
  return made.ok ? ok(made.value) : fail({ type: 'refused', diagnostics: [], faults: made.error });
}
