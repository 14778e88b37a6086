import type { Program } from '$lib/program';
import type { Model } from '../model/model';
import { MANY_REPLICATIONS } from '../statistics/measured';
import { metricOf, type MetricKind } from '../statistics/metrics';
import { knowsMoney } from '../statistics/money';
import { SUCCESSES, possibleResults } from '../statistics/other-ends';
import { readMetric } from './metric-name';

/** What a metric counts, which says how to write it; null: there is no such metric of the program. */
export function kindOfMetric(program: Program, name: string): MetricKind | null {
  const read = readMetric(name);
  if (read.type === 'percentile') return 'time';
  return read.type === 'mean' ? (metricOf(program, read.name)?.kind ?? null) : 'share';
}

/** What keeps a metric from being measured with a model that is run so often; null: nothing. */
export function whyNot(
  model: Model,
  name: string,
  replications = model.replications
): string | null {
  const read = readMetric(name);
  if (read.type === 'within') return null;
  if (read.type === 'percentile')
    return model.staff && replications < MANY_REPLICATIONS
      ? `"${name}" needs ${MANY_REPLICATIONS} replications or more: where leads share people, whole replications alone tell how sure a percentile is`
      : null;
  if (read.type === 'utilization') {
    const known = model.staff?.groups.some(({ id }) => id === read.group) ?? false;
    return known ? null : `there is no group of people "${read.group}"`;
  }
  const metric = metricOf(model.program, read.name);
  if (!metric)
    return / p\d+$/.test(name)
      ? `there is no metric "${name}"; there are p10, p25, p50, p75, p90 and p95 of elapsed, cycle and firstResponse`
      : `there is no metric "${name}"`;
  const results = possibleResults(model.program);
  if (name === 'success' && !SUCCESSES.some((result) => results.has(result)))
    return `nobody can leave won, qualified or with a meeting here; leads end as ${[...results].join(', ')}`;
  if (metric.kind === 'money' && !knowsMoney(model))
    return `"${name}" cannot be measured: the scenario says nothing of money`;
  return null;
}
