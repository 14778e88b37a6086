import type { Constraint, Goal } from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import type { Arguments } from '../command';
import { badInput, type Refusal } from '../refusal';

/** Metrics of which less is better, unless something else is said. */
const COSTS = ['touches', 'elapsed', 'cycle', 'firstResponse', 'effort', 'waiting', 'cost', 'lost'];
const TIMES = ['elapsed', 'cycle', 'firstResponse', 'effort', 'waiting'];

const MILLISECONDS: Readonly<Record<string, number>> = {
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000
};

const DEFAULT_GOAL = 'success';

/** What is to be as much, or as little, as can be. */
export function readGoal({ values }: Arguments): Result<Goal, Refusal> {
  const metric = goalMetric(values);
  if (values['max'] === true && values['min'] === true)
    return fail(badInput('--max or --min, not both'));
  if (values['max'] === true) return ok({ metric, direction: 'max' });
  const less = values['min'] === true || COSTS.includes(metric.replace(/ p\d+$/, ''));
  return ok({ metric, direction: less ? 'min' : 'max' });
}

export function goalMetric(values: Arguments['values']): string {
  const { goal } = values as { readonly goal?: unknown };
  return typeof goal === 'string' ? goal.trim().replace(/\s+/g, ' ') : DEFAULT_GOAL;
}

/** Constraints, from texts like `touches<=5`, `elapsed p90 <= 20 d`, `utilization:reps <= 85 %`. */
export function readConstraints(texts: readonly string[]): Result<readonly Constraint[], Refusal> {
  const constraints: Constraint[] = [];
  for (const text of texts) {
    const read = readConstraint(text);
    if (typeof read === 'string') return fail(badInput(`--subject-to "${text}": ${read}`));
    constraints.push(read);
  }
  return ok(constraints);
}

const FORM =
  /^([\w:.-]+?)(?:\s+p(\d{1,2}(?:\.\d+)?))?\s*(<=|>=)\s*(-?\d+(?:\.\d+)?)\s*(%|[a-z]+)?$/;

function readConstraint(text: string): Constraint | string {
  const match = FORM.exec(text.trim());
  if (!match) return 'say something like touches<=5, elapsed p90<=20 d or success>=8 %';
  const [, metric = '', percentile, relation, figure, unit] = match;
  const isTime = TIMES.includes(metric);
  const size = unit === undefined ? 1 : unit === '%' ? 0.01 : MILLISECONDS[unit];
  if (size === undefined || isTime !== (unit !== undefined && unit !== '%'))
    return isTime ? 'a time needs a unit: min, h, d or w' : `"${unit}" is no unit of ${metric}`;
  return {
    metric,
    relation: relation === '<=' ? 'atMost' : 'atLeast',
    bound: Number(figure) * size,
    ...(percentile === undefined ? {} : { percentile: Number(percentile) / 100 })
  };
}
