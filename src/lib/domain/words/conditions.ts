import type { Comparison, Condition, Scalar } from '../condition';
import type { KindContext } from '../kinds/node-base';
import { oneOf } from './durations';

type Names = Pick<KindContext, 'fields'>;

type Composite = Extract<
  Condition,
  { $and: unknown } | { $or: unknown } | { $nor: unknown } | { $not: unknown }
>;

/** Whether the condition joins or negates others, rather than comparing facts. */
export function isCompositeCondition(condition: Condition): condition is Composite {
  return '$and' in condition || '$or' in condition || '$nor' in condition || '$not' in condition;
}

/** The facts a condition compares, each once, in order; nested conditions too. */
export function factsOf(condition: Condition): readonly string[] {
  if (!isCompositeCondition(condition)) return Object.keys(condition);
  return [...new Set(partsOf(condition).flatMap(factsOf))];
}

/** A condition as a sentence: `region is “north” and calls completed is at least 1`. */
export function describeCondition(condition: Condition, names: Names): string {
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

const OPERATOR_WORDS: Readonly<Record<keyof Comparison, string>> = {
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

function describeTest(fact: string, test: Scalar | Comparison, names: Names): string {
  const subject = describeFact(fact, names);
  if (test === null || typeof test !== 'object') return `${subject} is ${literal(test)}`;
  const parts = (Object.keys(OPERATOR_WORDS) as (keyof Comparison)[])
    .filter((operator) => test[operator] !== undefined)
    .map((operator) => {
      const value = test[operator] as Scalar | readonly Scalar[];
      if (operator === '$exists') return value === true ? 'is known' : 'is not known';
      const object = Array.isArray(value)
        ? oneOf(value.map(literal), 'or') || 'nothing'
        : literal(value as Scalar);
      return `${OPERATOR_WORDS[operator]} ${object}`;
    });
  return `${subject} ${oneOf(parts, 'and') || 'is anything'}`;
}

/** `lead.region` → the field's name; `count.call.completed@7bd` → `calls completed (7bd)`. */
function describeFact(fact: string, { fields }: Names): string {
  const [path = '', scope] = fact.split('@');
  const words = path.split('.');
  const suffix = scope === undefined ? '' : ` (${scope})`;
  const [family, first = '', ...rest] = words;
  switch (family) {
    case 'lead':
      return (fields.find(({ id }) => id === first)?.name || first) + suffix;
    case 'count':
      return `number of ${[first, ...rest].map(spaced).join(' ')}` + suffix;
    case 'last':
      return `last ${[first, ...rest].map(spaced).join(' ')}` + suffix;
    case 'seen':
      return `${first} seen` + suffix;
    default:
      return words.map(spaced).join(' ') + suffix;
  }
}

function spaced(word: string): string {
  return word.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function literal(value: Scalar): string {
  if (value === null) return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return typeof value === 'number' ? String(value) : `“${value}”`;
}
