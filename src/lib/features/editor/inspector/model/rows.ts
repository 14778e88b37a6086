import {
  operatorsFor,
  type Cadence,
  type ComparisonOperator,
  type ConditionGroup,
  type ConditionRow
} from '$lib/domain';
import { valueFor, valuesOf } from './fact-values';

/** What a new line asks. */
export const FIRST_ROW: ConditionRow = {
  type: 'row',
  fact: 'count.touches',
  operator: '$gte',
  value: 1
};

/** A new group that says something else than the one around it. */
export function groupIn(outer: ConditionGroup['match']): ConditionGroup {
  return { type: 'group', match: outer === 'any' ? 'all' : 'any', parts: [FIRST_ROW] };
}

/** The line about another fact, compared as before where its values are of the same type. */
export function withFact(row: ConditionRow, fact: string, cadence: Cadence): ConditionRow {
  const values = valuesOf(fact, cadence);
  const fitting = operatorsFor(values.type);
  const isAlike = values.type === valuesOf(row.fact, cadence).type;
  const operator =
    isAlike && fitting.includes(row.operator) ? row.operator : (fitting[0] ?? row.operator);
  return { ...row, fact, operator, value: valueFor(values, operator, row.value) };
}

export function withOperator(
  row: ConditionRow,
  operator: ComparisonOperator,
  cadence: Cadence
): ConditionRow {
  const value = valueFor(valuesOf(row.fact, cadence), operator, row.value);
  return { ...row, operator, value };
}
