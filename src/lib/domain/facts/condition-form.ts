import { COMPARISON_OPERATORS, type Comparison, type Condition, type Scalar } from '../condition';
import { isCompositeCondition } from '../words/conditions';
import type { ComparisonOperator } from './fact-forms';

/** One line: a fact, how it is compared, with what. */
export interface ConditionRow {
  readonly type: 'row';
  readonly fact: string;
  readonly operator: ComparisonOperator;
  readonly value: Scalar | readonly Scalar[];
}

/** Lines and groups of which all, any or none must hold. */
export interface ConditionGroup {
  readonly type: 'group';
  readonly match: 'all' | 'any' | 'none';
  readonly parts: readonly (ConditionRow | ConditionGroup)[];
}

type Part = ConditionRow | ConditionGroup;

/** A condition as a form shows it. `conditionOf` gives back a condition that says the same. */
export function conditionForm(condition: Condition): ConditionGroup {
  const part = partOf(condition);
  return part.type === 'group' ? part : { type: 'group', match: 'all', parts: [part] };
}

function partOf(condition: Condition): Part {
  if (!isCompositeCondition(condition)) {
    return plain({
      type: 'group',
      match: 'all',
      parts: Object.entries(condition).flatMap(([fact, test]) => rowsOf(fact, test))
    });
  }
  if ('$and' in condition) return plain(groupOf('all', condition.$and));
  if ('$or' in condition) return groupOf('any', condition.$or);
  return groupOf('none', '$nor' in condition ? condition.$nor : [condition.$not]);
}

/** One part of which all must hold is that part. */
function plain(group: ConditionGroup): Part {
  const [only] = group.parts;
  return group.match === 'all' && only && group.parts.length === 1 ? only : group;
}

function groupOf(match: ConditionGroup['match'], conditions: readonly Condition[]): ConditionGroup {
  return { type: 'group', match, parts: conditions.map(partOf) };
}

function rowsOf(fact: string, test: Scalar | Comparison): readonly ConditionRow[] {
  if (test === null || typeof test !== 'object') {
    return [{ type: 'row', fact, operator: '$eq', value: test }];
  }
  return COMPARISON_OPERATORS.flatMap((operator): readonly ConditionRow[] => {
    const value = test[operator];
    return value === undefined ? [] : [{ type: 'row', fact, operator, value }];
  });
}

/** The condition that a form says, as short as it can be written. */
export function conditionOf(group: ConditionGroup): Condition {
  const inner = plain(group);
  if (inner !== group) return ofPart(inner);
  const { match, parts } = group;
  const [only] = parts;
  switch (match) {
    case 'all':
      return parts.every((part) => part.type === 'row')
        ? ofRows(parts)
        : { $and: parts.map(ofPart) };
    case 'any':
      return { $or: parts.map(ofPart) };
    case 'none':
      return only && parts.length === 1 ? { $not: ofPart(only) } : { $nor: parts.map(ofPart) };
  }
}

function ofPart(part: Part): Condition {
  if (part.type === 'row') return ofRows([part]);
  const inner = plain(part);
  return inner === part ? conditionOf(part) : ofPart(inner);
}

/** Rows that must all hold: one object where facts or at least their comparisons differ. */
function ofRows(rows: readonly ConditionRow[]): Condition {
  const tests = new Map<string, Map<ComparisonOperator, ConditionRow['value']>>();
  let last: string | null = null;
  for (const { fact, operator, value } of rows) {
    const known = tests.get(fact);
    // Told in the order of the rows: what cannot be, stands apart.
    if (known && (known.has(operator) || last !== fact)) return { $and: rows.map(ofPart) };
    tests.set(
      fact,
      (known ?? new Map<ComparisonOperator, ConditionRow['value']>()).set(operator, value)
    );
    last = fact;
  }
  return Object.fromEntries([...tests].map(([fact, test]) => [fact, testOf(test)]));
}

function testOf(test: ReadonlyMap<ComparisonOperator, ConditionRow['value']>): Scalar | Comparison {
  const equal = test.get('$eq');
  if (test.size === 1 && equal !== undefined && (equal === null || typeof equal !== 'object')) {
    return equal;
  }
  return Object.fromEntries(test);
}
