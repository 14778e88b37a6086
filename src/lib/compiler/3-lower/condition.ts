import { COMPARISON_OPERATORS, type Comparison, type Condition } from '$lib/domain';
import type { FactRef, Predicate } from '$lib/program';
import { assert } from '$lib/util';
import { parseFact } from '../1-resolve/parse-fact';

/** A Mango selector as a predicate: its parts, by name, must all hold; none means "always". */
export function lowerCondition(condition: Condition): Predicate {
  const parts = Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1));
  return allOf(parts.map(([key, value]) => lowerPart(key, value)));
}

function lowerPart(key: string, value: unknown): Predicate {
  switch (key) {
    case '$and':
      return { type: 'and', of: lowerEach(value) };
    case '$or':
      return { type: 'or', of: lowerEach(value) };
    case '$nor':
      return { type: 'nor', of: lowerEach(value) };
    case '$not':
      return { type: 'not', of: lowerCondition(value as Condition) };
    default:
      return lowerComparison(factOf(key), value);
  }
}

function lowerEach(conditions: unknown): Predicate[] {
  return (conditions as readonly Condition[]).map(lowerCondition);
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

function factOf(text: string): FactRef {
  const parsed = parseFact(text);
  assert(parsed.ok && parsed.value.scope === null, `the fact ${text} was let through`);
  return parsed.value.fact;
}
