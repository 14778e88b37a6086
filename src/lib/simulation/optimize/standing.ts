import type { Measurement } from '../compare/measure';
import { between, estimateIn, middleIn } from '../compare/between';
import { CONFIDENCE, type Difference } from '../compare/paired';
import type { Estimate } from '../compare/unit-sums';
import type { MetricKind } from '../statistics/metrics';
import { judge, together, type Holds, type Judged } from './constraint';
import type { Constraint, Goal } from './settings';

/** What decides between candidates. */
export interface Rules {
  readonly goal: Goal;
  readonly constraints: readonly Constraint[];
  /** What the metrics count. */
  readonly kinds: ReadonlyMap<string, MetricKind>;
}

/** A candidate's place in a comparison with others on the same leads. */
export interface Standing {
  readonly arm: number;
  readonly measurement: Measurement;
  /** The goal's metric, however sure it is; null: nothing can be said of it. */
  readonly middle: number | null;
  /** Null: it cannot be told how sure it is. */
  readonly goal: Estimate | null;
  readonly judged: readonly Judged[];
  readonly holds: Holds;
}

/** Best first: what breaks a constraint is last; those alike in the order of their numbers. */
export function standingsOf(
  arms: readonly { readonly arm: number; readonly measurement: Measurement }[],
  rules: Rules
): readonly Standing[] {
  return arms.map((each) => standingOf(each, rules)).sort((a, b) => order(a, b, rules.goal));
}

/** How much better a candidate is than another, in the goal's direction; null: it cannot be said. */
export function advantage(
  one: Standing,
  other: Standing,
  { metric, direction }: Goal,
  confidence = CONFIDENCE
): Difference | null {
  const [a, b] = direction === 'max' ? [other, one] : [one, other];
  return between(a.measurement, b.measurement, metric, confidence).difference;
}

/**
 * Who goes on to the next rung: the best `keep`, and of the others those that cannot be told apart from
 * the first, up to as many again. Whoever is certainly worse than the first (but the second stays), or
 * certainly breaks a constraint, is out, and of those that certainly hold them the best is in.
 */
export function survivorsOf(standings: readonly Standing[], keep: number, goal: Goal): Standing[] {
  const [first] = standings;
  if (!first) return [];
  const close = standings.filter(
    (each, place) =>
      place === 0 || (each.holds !== 'no' && (place === 1 || !isWorse(each, first, goal)))
  );
  const kept = close.slice(0, 2 * keep);
  const safe = standings.find(({ holds }) => holds === 'yes');
  return !safe || kept.includes(safe) ? kept : [...kept, safe];
}

function standingOf(
  { arm, measurement }: { readonly arm: number; readonly measurement: Measurement },
  { goal, constraints, kinds }: Rules
): Standing {
  const judged = constraints.map((each) =>
    judge(each, measurement, kinds.get(each.metric) === 'share')
  );
  return {
    arm,
    measurement,
    middle: middleIn(measurement, goal.metric),
    goal: estimateIn(measurement, goal.metric),
    judged,
    holds: together(judged)
  };
}

function order(a: Standing, b: Standing, { direction }: Goal): number {
  if ((a.holds === 'no') !== (b.holds === 'no')) return a.holds === 'no' ? 1 : -1;
  if (a.middle === null || b.middle === null)
    return a.middle !== null ? -1 : b.middle !== null ? 1 : a.arm - b.arm;
  const more = direction === 'max' ? b.middle - a.middle : a.middle - b.middle;
  return more === 0 ? a.arm - b.arm : more;
}

function isWorse(one: Standing, first: Standing, goal: Goal): boolean {
  const ahead = advantage(first, one, goal);
  return ahead !== null && ahead.low > 0;
}
