import type { Comparison, Condition, Scalar } from '../condition';
import { isCompositeCondition } from '../words/conditions';
import { readFactName } from './fact-name';

/** `unknown`: it depends on what happens on the way. */
export type Verdict = 'true' | 'false' | 'unknown';

/** What a condition comes to for the fields of a lead, and the comparisons that decide it. */
export interface Trial {
  readonly verdict: Verdict;
  readonly because: readonly Condition[];
}

/**
 * Tries a condition on a lead of whom nothing but the fields is known: comparisons of other facts
 * depend on what happens. Comparisons are those of the engine (ENG-10).
 */
export function tryCondition(
  condition: Condition,
  fields: Readonly<Record<string, Scalar>>
): Trial {
  if (!isCompositeCondition(condition)) {
    const trials = Object.entries(condition).map(([fact, test]) => tryFact(fact, test, fields));
    return every(trials);
  }
  if ('$and' in condition) return every(condition.$and.map((part) => tryCondition(part, fields)));
  if ('$or' in condition) return some(condition.$or.map((part) => tryCondition(part, fields)));
  if ('$not' in condition) return negated(tryCondition(condition.$not, fields));
  return negated(some(condition.$nor.map((part) => tryCondition(part, fields))));
}

const NEGATED: Readonly<Record<Verdict, Verdict>> = {
  true: 'false',
  false: 'true',
  unknown: 'unknown'
};

function negated({ verdict, because }: Trial): Trial {
  return { verdict: NEGATED[verdict], because };
}

/** The first that fails decides; else those that are open do; else all of them. */
function every(trials: readonly Trial[]): Trial {
  const failed = trials.find(({ verdict }) => verdict === 'false');
  if (failed) return failed;
  const open = trials.filter(({ verdict }) => verdict === 'unknown');
  const deciding = open.length > 0 ? open : trials;
  return {
    verdict: open.length > 0 ? 'unknown' : 'true',
    because: deciding.flatMap(({ because }) => because)
  };
}

function some(trials: readonly Trial[]): Trial {
  return negated(every(trials.map(negated)));
}

function tryFact(
  fact: string,
  test: Scalar | Comparison,
  fields: Readonly<Record<string, Scalar>>
): Trial {
  const because = [{ [fact]: test }];
  const name = readFactName(fact);
  if (name?.family !== 'lead') return { verdict: 'unknown', because };
  const value = Object.hasOwn(fields, name.field) ? (fields[name.field] ?? null) : null;
  return { verdict: holds(value, test) ? 'true' : 'false', because };
}

function holds(value: Scalar, test: Scalar | Comparison): boolean {
  if (test === null || typeof test !== 'object') return value === test;
  const { $eq, $ne, $in, $nin, $exists, ...bounds } = test;
  if ($eq !== undefined && value !== $eq) return false;
  if ($ne !== undefined && value === $ne) return false;
  if ($in !== undefined && !$in.includes(value)) return false;
  if ($nin?.includes(value)) return false;
  if ($exists !== undefined && (value !== null) !== $exists) return false;
  return Object.entries(bounds).every(([operator, bound]) =>
    isWithin(value, operator as keyof typeof bounds, bound)
  );
}

/** Only numbers are ordered with numbers and texts with texts; anything else is not in order. */
function isWithin(
  value: Scalar,
  operator: '$gt' | '$gte' | '$lt' | '$lte',
  bound: string | number
): boolean {
  const order =
    typeof value === 'number' && typeof bound === 'number'
      ? value - bound
      : typeof value === 'string' && typeof bound === 'string'
        ? Number(value > bound) - Number(value < bound)
        : NaN;
  return { $gt: order > 0, $gte: order >= 0, $lt: order < 0, $lte: order <= 0 }[operator];
}
