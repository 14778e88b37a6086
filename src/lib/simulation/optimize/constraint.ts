import { estimateIn } from '../compare/between';
import type { Measurement } from '../compare/measure';
import { sampleOf } from '../compare/sample';
import { sum, type Estimate, type UnitSums } from '../compare/unit-sums';
import { wilson } from '../statistics/wilson';
import type { Constraint } from './settings';

/** Whether a constraint holds: by its whole interval, not at all, or perhaps. */
export type Holds = 'yes' | 'no' | 'maybe';

/** A constraint and what was found of it. */
export interface Judged {
  readonly constraint: Constraint;
  /** Of the metric; for a percentile of the share of leads that are within the bound. */
  readonly found: Estimate | null;
  readonly holds: Holds;
}

/** The metric that is measured for a constraint: for a percentile the share of leads within the bound. */
export function measuredFor({ metric, bound, percentile }: Constraint): string {
  return percentile === undefined ? metric : `within:${metric}:${Math.max(0, Math.floor(bound))}`;
}

export function judge(constraint: Constraint, measurement: Measurement, isShare: boolean): Judged {
  const units = sampleOf(measurement, measuredFor(constraint));
  const { relation, percentile } = constraint;
  const single = percentile !== undefined || (isShare && !measurement.shared);
  const found = single ? units && ofLeads(units) : estimateIn(measurement, constraint.metric);
  // "Nine in ten take at most so long" is "at least nine in ten are within it".
  const bound = percentile ?? constraint.bound;
  const atMost = (relation === 'atMost') === (percentile === undefined);
  return { constraint, found, holds: found ? holding(found, bound, atMost) : 'maybe' };
}

/** All of them: no if one does not hold, maybe if one is uncertain. */
export function together(judged: readonly Judged[]): Holds {
  if (judged.some(({ holds }) => holds === 'no')) return 'no';
  return judged.some(({ holds }) => holds === 'maybe') ? 'maybe' : 'yes';
}

function holding({ low, high }: Estimate, bound: number, atMost: boolean): Holds {
  if (atMost ? high <= bound : low >= bound) return 'yes';
  return (atMost ? low > bound : high < bound) ? 'no' : 'maybe';
}

/** A share of leads that do not depend on each other. */
function ofLeads({ above, below }: UnitSums): Estimate | null {
  const [count, total] = [sum(above), sum(below)];
  return total === 0 ? null : { mean: count / total, ...wilson(count, total) };
}
