import { COMPARISON_OPERATORS, type Comparison, type Condition } from '$lib/domain';
import type { FactRef, Predicate } from '$lib/program';
import { lowerFact } from './fact';
import type { Lowering } from './lowering';

/** A Mango selector as a predicate: its parts, by name, must all hold; none means "always". */
export function lowerCondition(condition: Condition, lowering: Lowering): Predicate {
  const parts = Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1));
  return allOf(parts.map(([key, value]) => lowerPart(key, value, lowering)));
}

function lowerPart(key: string, value: unknown, lowering: Lowering): Predicate {
  switch (key) {
    case '$and':
      return { type: 'and', of: lowerEach(value, lowering) };
    case '$or':
      return { type: 'or', of: lowerEach(value, lowering) };
    case '$nor':
      return { type: 'nor', of: lowerEach(value, lowering) };
    case '$not':
      return { type: 'not', of: lowerCondition(value as Condition, lowering) };
    default:
      return lowerComparison(lowerFact(key, lowering), value);
  }
}

function lowerEach(conditions: unknown, lowering: Lowering): Predicate[] {
  return (conditions as readonly Condition[]).map((part) => lowerCondition(part, lowering));
}

function lowerComparison(fact: FactRef, value: unknown): Predicate {
  if (typeof value !== 'object' || value === null) {
    return { type: 'compare', fact, op: '$eq', value: value as string | number | boolean | null };
  }
  const comparison = value as Comparison;
  return allOf(
    COMPARISON_OPERATORS.flatMap((op): Predicate[] => {
      const constant = comparison[op];
      return constant === undefined ? [] : [{ type: 'compare', fact, op, value: constant }];
    })
  );
}

function allOf(parts: Predicate[]): Predicate {
  return parts.length === 1 ? parts[0]! : { type: 'and', of: parts };
}
