import type { CompareOp, ComparePredicate, FactValue, Predicate, Program } from '$lib/program';
import { factValue } from './facts';
import type { RunState } from './state';

/** Whether a predicate holds now. Total: no input makes it throw, and it looks at nothing but the state. */
export function holds(
  program: Program,
  state: RunState,
  predicate: Predicate,
  at: number
): boolean {
  switch (predicate.type) {
    case 'and':
      return predicate.of.every((part) => holds(program, state, part, at));
    case 'or':
      return predicate.of.some((part) => holds(program, state, part, at));
    case 'nor':
      return !predicate.of.some((part) => holds(program, state, part, at));
    case 'not':
      return !holds(program, state, predicate.of, at);
    case 'compare':
      return compare(predicate.op, factValue(program, state, predicate.fact, at), predicate.value);
  }
}

/** One comparison of a fact's value with constants. */
export function compare(op: CompareOp, fact: FactValue, value: ComparePredicate['value']): boolean {
  switch (op) {
    case '$eq':
      return fact === value;
    case '$ne':
      return fact !== value;
    case '$in':
      return Array.isArray(value) && value.includes(fact);
    case '$nin':
      return Array.isArray(value) && !value.includes(fact);
    case '$exists':
      return (fact !== null) === (value === true);
    default:
      return ordered(op, fact, value);
  }
}

/** Only numbers are ordered with numbers and texts with texts; anything else is not in order. */
function ordered(
  op: '$gt' | '$gte' | '$lt' | '$lte',
  a: FactValue,
  b: ComparePredicate['value']
): boolean {
  const comparable =
    (typeof a === 'number' && typeof b === 'number') ||
    (typeof a === 'string' && typeof b === 'string');
  if (!comparable || a === null || b === null) return false;
  switch (op) {
    case '$gt':
      return a > b;
    case '$gte':
      return a >= b;
    case '$lt':
      return a < b;
    case '$lte':
      return a <= b;
  }
}
