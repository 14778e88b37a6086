import {
  COMPARISON_OPERATORS,
  isCompositeCondition,
  type Comparison,
  type Condition,
  type Scalar
} from '$lib/domain';

type Operator = (typeof COMPARISON_OPERATORS)[number];

/** One line of a simple condition: a fact, how it is compared, with what. */
export interface ConditionRow {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[];
}

/** The condition as lines that must all hold; null when it says more than lines can. */
export function toRows(condition: Condition): readonly ConditionRow[] | null {
  if (isCompositeCondition(condition)) {
    if (!('$and' in condition)) return null;
    const parts = condition.$and.map((part) => (isCompositeCondition(part) ? null : toRows(part)));
    return parts.includes(null) ? null : parts.flatMap((rows) => rows ?? []);
  }
  return Object.entries(condition).flatMap(([fact, test]) => {
    if (test === null || typeof test !== 'object') return [{ fact, operator: '$eq', value: test }];
    return operatorsOf(test).map((operator) => ({
      fact,
      operator,
      value: test[operator] as Scalar | readonly Scalar[]
    }));
  });
}

/** Lines as a condition. Lines about the same fact stand beside each other under `$and`. */
export function fromRows(rows: readonly ConditionRow[]): Condition {
  const parts = rows.map((row) => ({ [row.fact]: toTest(row) }));
  const facts = new Set(rows.map((row) => row.fact));
  return facts.size === rows.length ? (Object.assign({}, ...parts) as Condition) : { $and: parts };
}

function toTest({ operator, value }: ConditionRow): Scalar | Comparison {
  if (operator === '$eq' && !Array.isArray(value)) return value as Scalar;
  return { [operator]: value };
}

function operatorsOf(test: Comparison): readonly Operator[] {
  return COMPARISON_OPERATORS.filter((operator) => test[operator] !== undefined);
}
