import type { Comparison, Condition, Scalar } from '../condition';
import { readFactName } from '../facts/fact-name';
import { nameOf } from '../kinds/node-base';
import { oneOf } from './durations';
import { describeFact, describeReach, type FactNames } from './facts';

type Composite = Extract<
  Condition,
  { $and: unknown } | { $or: unknown } | { $nor: unknown } | { $not: unknown }
>;

/** Whether the condition joins or negates others, rather than comparing facts. */
export function isCompositeCondition(condition: Condition): condition is Composite {
  return '$and' in condition || '$or' in condition || '$nor' in condition || '$not' in condition;
}

/** A condition as a sentence: `region is “north” and number of calls completed is at least 1`. */
export function describeCondition(condition: Condition, names: FactNames): string {
  if (!isCompositeCondition(condition)) {
    const tests = Object.entries(condition).map(([fact, test]) => describeTest(fact, test, names));
    return oneOf(tests, 'and') || 'always';
  }
  const parts = partsOf(condition).map((part) =>
    isCompositeCondition(part)
      ? `(${describeCondition(part, names)})`
      : describeCondition(part, names)
  );
  if ('$and' in condition) return parts.join(' and ') || 'always';
  if ('$or' in condition) return parts.join(' or ') || 'never';
  if ('$not' in condition) return `not (${parts.join('')})`;
  return `none of: ${parts.join('; ')}`;
}

function partsOf(condition: Composite): readonly Condition[] {
  if ('$and' in condition) return condition.$and;
  if ('$or' in condition) return condition.$or;
  if ('$nor' in condition) return condition.$nor;
  return [condition.$not];
}

/** Each comparison as it stands between a fact and a value. */
export const OPERATOR_WORDS: Readonly<Record<keyof Comparison, string>> = {
  $eq: 'is',
  $ne: 'is not',
  $gt: 'is more than',
  $gte: 'is at least',
  $lt: 'is less than',
  $lte: 'is at most',
  $in: 'is one of',
  $nin: 'is none of',
  $exists: 'is known'
};

function describeTest(fact: string, test: Scalar | Comparison, names: FactNames): string {
  const subject = describeFact(fact, names);
  const say = (value: Scalar): string => literal(value, fact, names);
  if (test === null || typeof test !== 'object') return `${subject} is ${say(test)}`;
  const parts = (Object.keys(OPERATOR_WORDS) as (keyof Comparison)[])
    .filter((operator) => test[operator] !== undefined)
    .map((operator) => {
      const value = test[operator] as Scalar | readonly Scalar[];
      if (operator === '$exists') return value === true ? 'is known' : 'is not known';
      const object = Array.isArray(value)
        ? oneOf(value.map(say), 'or') || 'nothing'
        : say(value as Scalar);
      return `${OPERATOR_WORDS[operator]} ${object}`;
    });
  return `${subject} ${oneOf(parts, 'and') || 'is anything'}`;
}

/** A constant as people say it; of an outcome or a stage its name. */
function literal(value: Scalar, fact: string, { dispositions, nodes }: FactNames): string {
  if (value === null) return 'nothing';
  if (typeof value === 'number') return String(value);
  const name = readFactName(fact);
  if (typeof value === 'boolean') {
    if (name?.family === 'seen') {
      return `${value ? 'seen' : 'not seen'}${describeReach(name.reach)}`;
    }
    if (name?.family === 'done') return value ? 'done' : 'not done';
    return value ? 'yes' : 'no';
  }
  switch (name?.family) {
    case 'last':
    case 'step':
      return `“${nameOf(value, dispositions)}”`;
    case 'stage':
      return `“${nameOf(value, nodes)}”`;
    default:
      return `“${value}”`;
  }
}
