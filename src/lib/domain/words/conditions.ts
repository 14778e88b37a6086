import type { Comparison, Condition, Scalar } from '../condition';
import { CHANNEL_PLURALS, type Channel } from '../kinds/action';
import { nameOf, type KindContext } from '../kinds/node-base';
import { oneOf } from './durations';

type Names = Pick<KindContext, 'fields' | 'dispositions' | 'nodes'>;

type Composite = Extract<
  Condition,
  { $and: unknown } | { $or: unknown } | { $nor: unknown } | { $not: unknown }
>;

/** Whether the condition joins or negates others, rather than comparing facts. */
export function isCompositeCondition(condition: Condition): condition is Composite {
  return '$and' in condition || '$or' in condition || '$nor' in condition || '$not' in condition;
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

function describeTest(fact: string, test: Scalar | Comparison, names: Names): string {
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

/** `count.email.sent.followUp@7bd` → `number of follow-up emails sent (7bd)`. */
function describeFact(fact: string, { fields }: Names): string {
  const [path = '', scope] = fact.split('@');
  const words = wordsOf(path.split('.'), fields);
  return scope === undefined ? words : `${words} (${scope})`;
}

function wordsOf(path: readonly string[], fields: Names['fields']): string {
  const [family, subject = '', verb, mark] = path;
  switch (family) {
    case 'lead':
      return nameOf(subject, fields);
    case 'count': {
      const what = Object.hasOwn(CHANNEL_PLURALS, subject)
        ? CHANNEL_PLURALS[subject as Channel]
        : subject;
      const kind = mark === 'followUp' ? `follow-up ${what}` : what;
      return `number of ${verb === undefined ? kind : `${kind} ${verb}`}`;
    }
    case 'last':
      return `disposition of the last ${subject === 'disposition' ? 'touch' : subject}`;
    case 'seen':
      return `signal ${subject}`;
    case 'days':
      return subject === 'enrolled' ? 'days since enrollment' : 'days since the last touch';
    default:
      return path.join(' ');
  }
}

/** A constant as people say it; of an outcome or a stage its name. */
function literal(value: Scalar, fact: string, { dispositions, nodes }: Names): string {
  if (value === null) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') {
    if (fact.startsWith('seen.')) return value ? 'seen' : 'not seen';
    return value ? 'yes' : 'no';
  }
  if (fact.startsWith('last.')) return `“${nameOf(value, dispositions)}”`;
  return `“${fact === 'stage' ? nameOf(value, nodes) : value}”`;
}
